#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/disposal_options.h"
#include "mrv/ex_ante.h"
#include "mrv/gas_month.h"
#include "mrv/methodologies/acm0001.h"
#include "mrv/methodologies/ipcc_fod.h"
#include "mrv/methodologies/tool04.h"
#include "mrv/methodologies/tool06.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"

// Mistakes found in other public software for waste and landfill gas: none of them is made here.
// (The table without composition indexed by calendar year:
// DisposalOptions.TableWithoutCompositionGoesByAge.)
namespace openitmo::mrv {
namespace {

using testing_site::kFirstYear;

double value(std::string_view symbol) { return find_parameter(symbol)->default_value; }

tool04::Swds<double> swds(std::vector<double> W) {
  return {
      .phi = 1.0,
      .f = 0.0,
      .GWP_CH4 = 1.0,
      .OX = 0.0,
      .F = 0.5,
      .MCF = 1.0,
      .streams = {{.type = "food", .DOC_j = 0.15, .DOC_f = 0.5, .k_j = 0.085, .W = std::move(W)}}};
}

double methane(const tool04::Swds<double>& site, int y) {
  return tool04::BE_CH4_SWDS_y(site, tool04::yearly_decay(site, y), y);
}

// One shipped φ 0.9 and OX 0, the defaults of versions before 6.
TEST(PeerErrors, DefaultsAreThoseOfTheVersion) {
  EXPECT_EQ(value("phi.B.dry"), 0.8);
  EXPECT_EQ(value("phi.B.humid"), 0.85);
  EXPECT_EQ(value("phi.A"), 0.75);
  EXPECT_EQ(value("OX"), 0.1);
}

// One called temperate wet rates tropical wet, and took the climate from the latitude: Dakar would
// have been tropical wet, its baseline twice as high.
TEST(PeerErrors, ClimateIsNamedForEachSite) {
  EXPECT_EQ(value("k.tropical_wet.food"), 0.4);
  EXPECT_EQ(value("k.temperate_wet.food"), 0.185);
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const auto baseline = [&](ClimateZone zone) {
    plan.climate = zone;
    return quantify(plan, testing_site::data(1), testing_site::years(kFirstYear, kFirstYear))
        .value()
        .years[0]
        .terms.at("BE");
  };
  EXPECT_GT(baseline(ClimateZone::tropical_wet), 2 * baseline(ClimateZone::tropical_dry));
}

// One lost a third of the mass when it split a year evenly.
TEST(PeerErrors, SpreadingAYearKeepsItsMass) {
  const MonitoringData data = ex_ante_data(
      "site", {.waste_t_wet_per_year = 1000, .fractions = {0.5, 0.1, 0.08, 0.02, 0.03, 0.0, 0.27}},
      testing_site::years(kFirstYear, kFirstYear));
  const testing_site::Case site(testing_site::plan(DecayModel::monthly), data,
                                testing_site::years(kFirstYear, kFirstYear));
  const ParameterSet parameters = *ParameterSet::make({});
  EstimateInputs inputs(parameters);
  const DivertedWaste<double> waste = diverted_waste(inputs, *site);
  double food_t = 0;
  for (int i = 1; i <= 12; ++i) food_t += waste.swds.streams[0].W(i);
  EXPECT_NEAR(food_t, 500, 1e-9);
}

// One applied the oxidation of the year of deposition.
TEST(PeerErrors, OxidationGoesByTheYearOfEmission) {
  tool04::Swds<double> covered = swds({1000, 0, 0});
  covered.OX = std::vector<double>{0, 0, 0.5};
  EXPECT_EQ(methane(covered, 2), methane(swds({1000, 0, 0}), 2));
  EXPECT_NEAR(methane(covered, 3), 0.5 * methane(swds({1000, 0, 0}), 3), 1e-12);
}

// One took a single DOC of 0.17 for every material.
TEST(PeerErrors, CarbonGoesByTheKindOfWaste) {
  EXPECT_EQ(value("DOC.food"), 0.15);
  EXPECT_EQ(value("DOC.paper"), 0.4);
  EXPECT_EQ(value("DOC.inert"), 0);
  EXPECT_EQ(value("DOC.plastics"), 0);
}

// One counted the year of acceptance in a model whose first year is zero.
TEST(PeerErrors, TheInventoryModelStartsAYearLater) {
  const ipcc_fod::Site<double> site{.MCF = 1.0, .OX = 0.0, .R = 0.0, .F = 0.5, .M = 13};
  const ipcc_fod::WasteStream<double> food{
      .type = "food", .DOC = 0.15, .DOC_f = 0.5, .k = 0.085, .W = std::vector<double>{1000}};
  const auto stock = ipcc_fod::decay(site, food, 2);
  EXPECT_EQ(ipcc_fod::CH4_generated(site, {stock}, 1), 0);
  EXPECT_NEAR(ipcc_fod::CH4_generated(site, {stock}, 2), methane(swds({1000}), 1), 1e-12);
}

// One read the history of deposits backwards.
TEST(PeerErrors, HistoryRunsForward) {
  // The same tonnes earlier have lost more by year 5.
  EXPECT_LT(methane(swds({3000, 0, 0, 0, 0}), 5), methane(swds({0, 0, 0, 0, 3000}), 5));
}

// One stored what was recovered and never subtracted it; one took it for a share. One oxidised
// before it subtracted.
TEST(PeerErrors, RecoveryIsAMassTakenOffBeforeOxidation) {
  const ipcc_fod::Site<double> site{.MCF = 1.0, .OX = 0.1, .R = 30.0, .F = 0.5, .M = 13};
  EXPECT_NEAR(ipcc_fod::CH4_emitted(site, 100.0, 2), (100 - 30) * 0.9, 1e-12);
}

// One made DOC_f a function of the temperature, as guidelines before 2006 did.
TEST(PeerErrors, TheShareThatDecomposesIsThatOfTheTool) {
  EXPECT_EQ(value("DOCf"), 0.5);
  const Parameter* parameter = find_parameter("DOCf");
  ASSERT_NE(parameter, nullptr);
  EXPECT_TRUE(parameter->source.starts_with("TOOL04 v6.0.1"));
}

// One hid both in a constant methane potential for each kind of waste.
TEST(PeerErrors, MethaneFollowsTheCarbonAndTheShareThatDecomposes) {
  const double before = methane(swds({1000}), 1);
  tool04::Swds<double> richer = swds({1000});
  richer.streams[0].DOC_j = 0.3;
  EXPECT_NEAR(methane(richer, 1), 2 * before, 1e-12);
  tool04::Swds<double> slower = swds({1000});
  slower.streams[0].DOC_f = 0.25;
  EXPECT_NEAR(methane(slower, 1), before / 2, 1e-12);
}

// One let 2 % of the gas slip through every flare, lit or not.
TEST(PeerErrors, TheSlipOfAFlareIsThatOfItsKindAndItsMinute) {
  using enum tool06::FlareKind;
  EXPECT_EQ(tool06::eta_default(open, true, true), 0.5);
  EXPECT_EQ(tool06::eta_default(enclosed, true, true), 0.9);
  EXPECT_NEAR(tool06::eta_default(enclosed_low, true, true), 0.8, 1e-12);
  for (const auto kind : {open, enclosed, enclosed_low})
    EXPECT_EQ(tool06::eta_default(kind, false, true), 0);
}

// One divided integers: 16/12 was 1 and the methane a quarter too low.
TEST(PeerErrors, CarbonBecomesMethaneByFourThirds) {
  const double carbon = 1000 * 0.15 * 0.5 * (1 - exp(-0.085));
  EXPECT_NEAR(methane(swds({1000}), 1), carbon * 0.5 * 4 / 3, 1e-12);
}

// One used a GWP of 20 years.
TEST(PeerErrors, TheGwpIsThatOf100Years) {
  EXPECT_EQ(ComponentPlan{}.gwp.ch4_tenths, 280);
  EXPECT_EQ(ComponentPlan{}.gwp.n2o_tenths, 2650);
}

// One forgot the decay and divided tonnes by 1,000; one credited 0.7 kg for every kilogram of
// waste.
TEST(PeerErrors, TonnesDecayOverDecades) {
  const double potential = 1000 * 0.15 * 0.5 * 0.5 * 4 / 3;
  EXPECT_LT(methane(swds({1000}), 1), 0.1 * potential);
  double sum = 0;
  for (int y = 1; y <= 200; ++y) sum += methane(swds({1000}), y);
  EXPECT_NEAR(sum, potential, potential * 1e-6);
}

// Traps of the documents themselves.

// f_y is 0 inside the landfill gas methodologies: what the baseline captures is F_BL.
TEST(Traps, LandfillGasHasNoShareCapturedInTool04) {
  for (const char* version : {"19.0", "19.0 ex ante"}) {
    const Methodology& methodology = *find_methodology({"ACM0001", version});
    EXPECT_FALSE(methodology.reads_parameter("f_y"));
    EXPECT_FALSE(methodology.reads_table("water_table")) << "the water table counts in B alone";
  }
}

// Fuels of the project by the upper, of the baseline by the lower limit of the IPCC.
TEST(Traps, FuelDefaultsAreOnTheSafeSide) {
  EXPECT_EQ(value("NCV.diesel"), 43.3);
  EXPECT_EQ(value("EF_CO2.diesel"), 0.0748);
  EXPECT_EQ(value("EF_FF.AJ"), 0.0543);
  EXPECT_GT(value("EF_EL.project"), value("EF_EL.baseline"));
}

// The nitrous oxide of combustion is 10^-6 t/t; the printed 10^-3 is 1000 times too high. That of
// composting is 0.0002, not 0.0005.
TEST(Traps, NitrousOxideFactorsHaveTheRightSize) {
  EXPECT_NEAR(value("EF_N2O.combustion"), 60.5e-6, 1e-12);
  EXPECT_EQ(value("EF_N2O.composting"), 0.0002);
}

// Rows of a published composition that do not sum to 1 are divided by their sum.
TEST(Traps, TheDefaultCompositionSumsToOne) {
  double sum = 0;
  for (const WasteType type : kWasteTypes) sum += value(default_share_symbol(type));
  EXPECT_NEAR(sum, 1, 1e-12);
}

// PE_flare once: inside F_flared and not again in PE.
TEST(Traps, TheFlareIsTakenOffOnce) {
  ComponentPlan plan = testing_methodology::plan("ACM0001", "19.0");
  plan.options = {{"baseline_case", "no_rule_no_system"}};
  plan.overrides = {{"OX_top_layer", "0", "example", Confidence::low}};
  MonitoringData data;
  add_gas_month(data, {.year = CalendarYear(2026), .F_CH4_sent_flare_t = 100, .eta_flare = 0.9});
  data.electricity.push_back({CalendarYear(2026), 1, 0, {}});
  const auto result = quantify(plan, data, testing_methodology::only_month(2026, 1));
  EXPECT_NEAR(result.value().years[0].terms.ER(), 100 * 0.9 * 28, 1e-9);
}

// A negative year is carried, not clipped (1 t of food composted near Dakar emits more in its first
// year than it saves).
TEST(Traps, NegativeYearsStay) {
  const double BE = 0.8 * 28 * 0.9 * 16 / 12 * 0.5 * 0.5 * 0.8 * 0.15 * (1 - exp(-0.085));
  EXPECT_NEAR(BE, 0.0657, 1e-4);
  const auto result = quantify(testing_site::plan(DecayModel::yearly), testing_site::data(1),
                               testing_site::years(kFirstYear, kFirstYear));
  EXPECT_LT(result.value().years[0].reductions.value(), 0);
}

}  // namespace
}  // namespace openitmo::mrv
