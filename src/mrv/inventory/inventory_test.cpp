#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/inventory/compute.h"
#include "mrv/inventory/inventory_text.h"
#include "mrv/inventory/testing_inventory.h"

namespace openitmo::mrv::inventory {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing_inventory::all_food;
using testing_inventory::computed;
using testing_inventory::line_of;
using testing_inventory::mass;
using testing_inventory::only;
using testing_inventory::share;

// FOD-001 of the vectors: methane generated as USEPA/lfg-calc-py gives it to 15 digits. Sites that
// are not managed oxidise nothing, so what is generated is emitted.
TEST(Inventory, DecayIsThatOfThePublishedCode) {
  InventoryPlan plan = only({Pathway::unmanaged_deep}, 2020, 2031);
  InventoryData data{.composition = {all_food(2020)}};
  const double deposited[] = {1000, 1200, 900};
  for (int year = 2020; year <= 2031; ++year)
    data.treatment.push_back(
        mass(year, Pathway::unmanaged_deep, year < 2023 ? deposited[year - 2020] : 0));
  const double expected[] = {0.0,
                             3.2595086239417044,
                             6.905309060932991,
                             9.27616896160318,
                             8.52027514341603,
                             7.825977385708015,
                             7.188256366220814,
                             6.602501775800798,
                             6.064478988855471,
                             5.570298449758278,
                             5.116387553885373,
                             4.699464820002438};
  const Inventory inventory = computed(plan, data);
  for (int i = 0; i < 12; ++i) {
    const Line& line = line_of(inventory, 2020 + i, "5.A.2 CH4");
    EXPECT_NEAR(line.gas_t, expected[i], 1e-9 * std::max(1.0, expected[i])) << i;
    EXPECT_DOUBLE_EQ(line.co2eq_t, line.gas_t * 28);
    EXPECT_EQ(line.tier, "T2");
  }
}

// IPCC-BIO-001: 44 t CH4 and 2.4 t N2O, 1,868 t CO2 eq.
TEST(Inventory, CompostingAndDigestion) {
  const Inventory inventory = computed(
      only({Pathway::composted, Pathway::digested}, 2022, 2022),
      {.treatment = {mass(2022, Pathway::composted, 10000), mass(2022, Pathway::digested, 5000)},
       .composition = {all_food(2020)}});
  EXPECT_NEAR(line_of(inventory, 2022, "5.B.1 CH4").gas_t, 40, 1e-9);
  EXPECT_NEAR(line_of(inventory, 2022, "5.B.2 CH4").gas_t, 4, 1e-9);
  EXPECT_NEAR(line_of(inventory, 2022, "5.B.1 N2O").gas_t, 2.4, 1e-12);
  EXPECT_NEAR(inventory.years.front().known_co2eq_t, 1868, 1e-9);
  EXPECT_TRUE(inventory.years.front().is_complete);
}

// IPCC-OB-001: 3,000 t burnt on a dump.
TEST(Inventory, OpenBurning) {
  CompositionRow waste{.year = CalendarYear(2022)};
  const auto set = [&](WasteType type, double share) {
    waste.fractions[static_cast<std::size_t>(type)] = share;
  };
  set(WasteType::plastics, 0.09);
  set(WasteType::paper, 0.08);
  set(WasteType::textiles, 0.03);
  set(WasteType::food, 0.45);
  set(WasteType::inert, 0.35);
  const Inventory inventory =
      computed(only({Pathway::open_burnt}, 2022, 2022),
               {.treatment = {mass(2022, Pathway::open_burnt, 3000)}, .composition = {waste}});
  EXPECT_NEAR(line_of(inventory, 2022, "5.C.2 CO2").gas_t, 508.366056, 1e-9);
  EXPECT_NEAR(line_of(inventory, 2022, "5.C.2 CH4").gas_t, 19.5, 1e-12);
  EXPECT_NEAR(line_of(inventory, 2022, "5.C.2 N2O").gas_t, 0.30645, 1e-12);
  EXPECT_NEAR(inventory.years.front().known_co2eq_t, 1135.5753060000002, 1e-9);
}

TEST(Inventory, IncinerationGoesByTechnology) {
  InventoryPlan plan = only({Pathway::incinerated}, 2022, 2022);
  const InventoryData data{.treatment = {mass(2022, Pathway::incinerated, 1000)},
                           .composition = {all_food(2022)}};
  EXPECT_NEAR(line_of(computed(plan, data), 2022, "5.C.1 CH4").gas_t, 0.0002, 1e-15);
  EXPECT_NEAR(line_of(computed(plan, data), 2022, "5.C.1 N2O").gas_t, 0.05, 1e-12);
  // Food holds no fossil carbon.
  EXPECT_EQ(line_of(computed(plan, data), 2022, "5.C.1 CO2").gas_t, 0);
  plan.incinerator = Incinerator::batch_fluidised;
  EXPECT_NEAR(line_of(computed(plan, data), 2022, "5.C.1 CH4").gas_t, 0.237, 1e-12);
  EXPECT_NEAR(line_of(computed(plan, data), 2022, "5.C.1 N2O").gas_t, 0.06, 1e-12);
}

TEST(Inventory, The2019RefinementLetsFoodDecomposeMore) {
  InventoryPlan plan = only({Pathway::unmanaged_deep}, 2020, 2021);
  const InventoryData data{.treatment = {mass(2020, Pathway::unmanaged_deep, 1000),
                                         mass(2021, Pathway::unmanaged_deep, 0)},
                           .composition = {all_food(2020)}};
  const double by_2006 = line_of(computed(plan, data), 2021, "5.A.2 CH4").gas_t;
  plan.guidelines = Guidelines::ipcc_2019;
  EXPECT_NEAR(line_of(computed(plan, data), 2021, "5.A.2 CH4").gas_t, by_2006 * 0.7 / 0.5, 1e-12);
}

TEST(Inventory, RecoveryIsTakenOffBeforeOxidation) {
  InventoryPlan plan = only({Pathway::managed_anaerobic}, 2020, 2021);
  plan.counts_recovery = true;
  plan.overrides = {{.symbol = "OX.ipcc", .value = "0.1", .source = "covered with soil"}};
  InventoryData data{.treatment = {mass(2020, Pathway::managed_anaerobic, 1000),
                                   mass(2021, Pathway::managed_anaerobic, 0)},
                     .composition = {all_food(2020)}};
  const double emitted = line_of(computed(plan, data), 2021, "5.A.1 CH4").gas_t;
  data.recovery = {
      {.year = CalendarYear(2021), .site = Pathway::managed_anaerobic, .methane_t = 1}};
  EXPECT_NEAR(line_of(computed(plan, data), 2021, "5.A.1 CH4").gas_t, emitted - 0.9, 1e-12);
}

// A share holds until the next row, a mass for its year alone; generation is a mass or a product.
TEST(Inventory, SharesHoldAndMassesDoNot) {
  const InventoryData data{
      .generation = {{.year = CalendarYear(2020), .generated_t = 1000},
                     {.year = CalendarYear(2021), .population = 2000, .rate_t_per_person = 0.5},
                     {.year = CalendarYear(2022), .generated_t = 1000}},
      .treatment = {share(2020, Pathway::composted, 0.1), mass(2021, Pathway::digested, 50)},
      .composition = {all_food(2020)}};
  const Inventory inventory =
      computed(only({Pathway::composted, Pathway::digested}, 2020, 2022), data);
  for (const int year : {2020, 2021, 2022})
    EXPECT_NEAR(line_of(inventory, year, "5.B.1 CH4").gas_t, 0.4, 1e-12) << year;
  EXPECT_EQ(line_of(inventory, 2021, "5.B.2 CH4").state, LineState::estimated);
  EXPECT_EQ(line_of(inventory, 2020, "5.B.2 CH4").state, LineState::unknown);
  EXPECT_EQ(line_of(inventory, 2022, "5.B.2 CH4").state, LineState::unknown);
  EXPECT_FALSE(inventory.find(CalendarYear(2022))->is_complete);
  EXPECT_TRUE(inventory.find(CalendarYear(2021))->is_complete);
}

// What was weighed in one year replaces the share of earlier years for good.
TEST(Inventory, AnOldShareDoesNotReturnAfterAMass) {
  InventoryData data{
      .generation = {{.year = CalendarYear(2020), .generated_t = 1000},
                     {.year = CalendarYear(2021), .generated_t = 1000},
                     {.year = CalendarYear(2022), .generated_t = 1000},
                     {.year = CalendarYear(2023), .generated_t = 1000}},
      .treatment = {mass(2021, Pathway::composted, 50), share(2020, Pathway::composted, 0.1)},
      .composition = {all_food(2020)}};
  const auto composted = [&](int year) {
    return line_of(computed(only({Pathway::composted}, 2020, 2023), data), year, "5.B.1 CH4");
  };
  EXPECT_NEAR(composted(2020).gas_t, 0.4, 1e-12);
  EXPECT_NEAR(composted(2021).gas_t, 0.2, 1e-12);
  EXPECT_EQ(composted(2022).state, LineState::unknown);
  data.treatment.push_back(share(2022, Pathway::composted, 0.2));
  EXPECT_NEAR(composted(2023).gas_t, 0.8, 1e-12);
}

// Missing is unknown, never 0: a year of deposits that nobody knows makes every later year unknown.
TEST(Inventory, AGapOfDepositsMakesLaterYearsUnknown) {
  const Inventory inventory = computed(only({Pathway::unmanaged_deep}, 2020, 2023),
                                       {.treatment = {mass(2020, Pathway::unmanaged_deep, 1000),
                                                      mass(2021, Pathway::unmanaged_deep, 1000),
                                                      mass(2023, Pathway::unmanaged_deep, 1000)},
                                        .composition = {all_food(2020)}});
  EXPECT_EQ(line_of(inventory, 2021, "5.A.2 CH4").state, LineState::estimated);
  EXPECT_EQ(line_of(inventory, 2022, "5.A.2 CH4").state, LineState::unknown);
  const Line& last = line_of(inventory, 2023, "5.A.2 CH4");
  EXPECT_EQ(last.state, LineState::unknown);
  EXPECT_THAT(last.reason.en, HasSubstr("2022"));
  EXPECT_THAT(last.reason.fr, HasSubstr("en 2022"));
  EXPECT_THAT(inventory_csv(inventory, ""), HasSubstr("2023,5.A.2,CH4,NE,,,,"));
  EXPECT_THAT(year_rows(inventory, Language::en).back()[4], "NE");
}

TEST(Inventory, WhatIsNamedNowhereIsUnknownAndWhatDoesNotOccurIsZero) {
  InventoryPlan plan = only({Pathway::composted}, 2022, 2022);
  plan.not_occurring.erase(Pathway::incinerated);
  const Inventory inventory = computed(
      plan, {.treatment = {mass(2022, Pathway::composted, 10)}, .composition = {all_food(2022)}});
  EXPECT_EQ(line_of(inventory, 2022, "5.C.1 CO2").state, LineState::unknown);
  EXPECT_THAT(line_of(inventory, 2022, "5.C.1 CO2").reason.en, HasSubstr("not_occurring"));
  EXPECT_EQ(line_of(inventory, 2022, "5.A.1 CH4").state, LineState::not_occurring);
  EXPECT_THAT(inventory_csv(inventory, "D"),
              AllOf(HasSubstr("2022,5.A.1,CH4,NO,0,0,,"), HasSubstr(",demonstration\r\n"),
                    HasSubstr("2022,5.C.1,CO2,NE,,,")));
}

TEST(Inventory, AMissingYearOfRecoveryIsUnknown) {
  InventoryPlan plan = only({Pathway::unmanaged_deep}, 2020, 2022);
  plan.counts_recovery = true;
  const Inventory inventory = computed(
      plan, {.generation = {{.year = CalendarYear(2020), .generated_t = 1000},
                            {.year = CalendarYear(2021), .generated_t = 1000},
                            {.year = CalendarYear(2022), .generated_t = 1000}},
             .treatment = {share(2020, Pathway::unmanaged_deep, 1)},
             .composition = {all_food(2020)},
             .recovery = {
                 {.year = CalendarYear(2021), .site = Pathway::unmanaged_deep, .methane_t = 0.5}}});
  EXPECT_EQ(line_of(inventory, 2020, "5.A.2 CH4").state, LineState::estimated);
  EXPECT_EQ(line_of(inventory, 2021, "5.A.2 CH4").state, LineState::estimated);
  EXPECT_EQ(line_of(inventory, 2022, "5.A.2 CH4").state, LineState::unknown);
}

TEST(Inventory, TheTotalIsTheSumOfItsLinesAndItsDerivationEndsAtRows) {
  const Inventory inventory = computed(testing_inventory::country(), testing_inventory::rows());
  for (const InventoryYear& year : inventory.years) {
    double sum = 0;
    for (const Line& line : year.lines) sum += line.co2eq_t;
    EXPECT_DOUBLE_EQ(sum, year.known_co2eq_t);
    EXPECT_EQ(year.derivation.nodes.front().value, year.known_co2eq_t);
    double shares = 0;
    for (const DerivationNode& node : year.derivation.nodes) {
      if (!node.leaf) continue;
      shares += node.leaf->share;
      const bool is_row = node.leaf->kind == LeafKind::measured;
      EXPECT_EQ(is_row, !node.leaf->evidence.empty()) << node.symbol;
      EXPECT_FALSE(node.leaf->source.empty()) << node.symbol;
    }
    EXPECT_NEAR(shares, 1, 1e-9);
    EXPECT_GT(year.errors.half_width, 0);
  }
}

TEST(Inventory, FiguresAreExplainedByTheirSymbols) {
  const Inventory inventory = computed(testing_inventory::country(), testing_inventory::rows());
  EXPECT_EQ(explain(inventory, {}, 0).size(), inventory.years.size());
  const auto line = explain(inventory, {.symbol = "5.a.2 ch4", .of = "", .period = ""}, 2021);
  ASSERT_EQ(line.size(), 1U);
  EXPECT_EQ(line.front().figure().value, line_of(inventory, 2021, "5.A.2 CH4").co2eq_t);
  EXPECT_THAT(explain(inventory, {.symbol = "nothing", .of = "", .period = ""}, 0), IsEmpty());
  const auto waste = explain(inventory, {.symbol = "p_j", .of = "food", .period = ""}, 2021);
  ASSERT_EQ(waste.size(), 1U);
  EXPECT_THAT(derivation_text(waste.front().derivation, inventory.files, 2, Language::fr),
              AllOf(HasSubstr("enquête de composition"), HasSubstr("survey.csv")));
}

// Approach 1 of one product in closed form: waste ±10 % as stated, factor 2 of the methane.
TEST(Inventory, IntervalsAreThoseOfErrorPropagation) {
  TreatmentRow row = mass(2022, Pathway::digested, 1000);
  row.uncertainty = 0.1;
  const Inventory inventory = computed(only({Pathway::digested}, 2022, 2022),
                                       {.treatment = {row}, .composition = {all_food(2022)}});
  // The factor of digestion has no stated uncertainty, so the waste alone varies.
  const Line& line = line_of(inventory, 2022, "5.B.2 CH4");
  EXPECT_NEAR(line.errors.percent(), 10, 0.01);
}

TEST(Inventory, DrawsReplayAndAgreeWithTheEstimate) {
  SamplingRequest request;
  request.options = {.seed = 7, .draws_min = 4000, .draws_max = 4000, .tolerance = 0.02};
  const auto draw = [&] {
    return *compute_inventory(testing_inventory::country(), testing_inventory::rows(),
                              CalendarYear(2022), &request);
  };
  const Inventory inventory = draw();
  const SampleSummary& total = *inventory.years.front().sampled;
  EXPECT_GT(total.p97_5, inventory.years.front().known_co2eq_t);
  EXPECT_LT(total.p2_5, inventory.years.front().known_co2eq_t);
  EXPECT_EQ(inventory_json(inventory, ""), inventory_json(draw(), ""));
  EXPECT_THAT(inventory_json(inventory, ""), HasSubstr(R"("seed":"7")"));
  request.options.seed = 8;
  EXPECT_NE(inventory_json(inventory, ""), inventory_json(draw(), ""));
}

TEST(Inventory, OneYearAloneIsThatYearOfAll) {
  const Inventory all = computed(testing_inventory::country(), testing_inventory::rows());
  const auto one = compute_inventory(testing_inventory::country(), testing_inventory::rows(),
                                     CalendarYear(2022));
  ASSERT_EQ(one->years.size(), 1U);
  EXPECT_EQ(one->years.front().known_co2eq_t, all.find(CalendarYear(2022))->known_co2eq_t);
  EXPECT_EQ(all.find(CalendarYear(1999)), nullptr);
}

}  // namespace
}  // namespace openitmo::mrv::inventory
