#include "mrv/quantify.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/ex_ante.h"
#include "mrv/inputs.h"
#include "mrv/methodologies/ams_iii_f.h"
#include "mrv/result_json.h"
#include "mrv/testing_site.h"
#include "mrv/testing_spanish.h"
#include "quantity/rounding.h"

namespace openitmo::mrv {
namespace {

using testing_site::kFirstYear;
using testing_site::years;

std::vector<Rule> rules_of(const std::expected<Quantification, Problems>& result) {
  testing_spanish::expect_spanish(result ? result->warnings : result.error());
  std::vector<Rule> rules;
  if (!result)
    for (const Finding& finding : result.error()) rules.push_back(finding.rule);
  return rules;
}

// The same year by hand: Eq 1 with the table's figures, libm instead of MPFR.
double yearly_baseline(int y) {
  struct Type {
    double p, doc, k;
  };
  double carbon = 0;
  for (const Type& j : {Type{.5, .15, .085}, Type{.1, .2, .065}, Type{.08, .4, .045},
                        Type{.02, .43, .025}, Type{.03, .24, .045}})
    for (int x = 1; x <= y; ++x)
      carbon += 12 * 29.0 * j.p * j.doc * std::exp(-j.k * (y - x)) * (1 - std::exp(-j.k));
  return .8 * 28 * .9 * 16 / 12 * .5 * .5 * .8 * carbon;
}

TEST(Quantify, YearlyModelAgreesWithAHandCalculation) {
  const auto result = quantify(testing_site::plan(DecayModel::yearly), testing_site::data(3),
                               years(kFirstYear, kFirstYear + 2));
  ASSERT_TRUE(result.has_value());
  ASSERT_EQ(result->years.size(), 3u);
  const double PE_EC = 12 * .5 * 1.3 * 1.2;
  const double PE_FC = 600 * .845 / 1000 * 43.3 * .0748;
  const double PE = PE_EC + PE_FC + 348 * (.002 * 28 + .0002 * 265);
  constexpr double kPage[] = {-31.521, -15.340, -0.299};  // docs/methodologies/ams-iii-f.md
  for (int y = 1; y <= 3; ++y) {
    const YearResult& year = result->years[static_cast<std::size_t>(y - 1)];
    EXPECT_NEAR(year.terms.ER(), kPage[y - 1], 5e-4);
    EXPECT_EQ(year.year.value(), kFirstYear + y - 1);
    EXPECT_NEAR(year.terms.at("BE_CH4_SWDS"), yearly_baseline(y), 1e-9);
    EXPECT_NEAR(year.terms.at("PE"), PE, 1e-9);
    EXPECT_NEAR(year.terms.ER(), yearly_baseline(y) - PE, 1e-9);
    EXPECT_EQ(year.amount, 348);
    EXPECT_EQ(year.reductions, kilograms_rounded_down(year.terms.ER()));
  }
}

TEST(Quantify, FirstYearInADryClimateIsNegativeAndKept) {
  const auto result = quantify(testing_site::plan(DecayModel::monthly), testing_site::data(1),
                               years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result.has_value());
  EXPECT_LT(result->years[0].terms.ER(), 0);
  EXPECT_LT(result->years[0].reductions.value(), 0);
}

TEST(Quantify, EarlierDepositsCountInALaterMonitoringPeriod) {
  for (const DecayModel model : {DecayModel::yearly, DecayModel::monthly}) {
    const ComponentPlan plan = testing_site::plan(model);
    const MonitoringData data = testing_site::data(3);
    const auto at_once = quantify(plan, data, years(kFirstYear, kFirstYear + 2));
    const auto third = quantify(plan, data, years(kFirstYear + 2, kFirstYear + 2));
    ASSERT_TRUE(at_once && third);
    EXPECT_EQ(at_once->years[2].terms.ER(), third->years[0].terms.ER());
  }
}

TEST(Quantify, MonthlyModelSplitsAPeriodByCalendarYear) {
  const auto result = quantify(testing_site::plan(DecayModel::monthly), testing_site::data(2),
                               {Date(kFirstYear, 7, 1), Date(kFirstYear + 1, 6, 30)});
  ASSERT_TRUE(result.has_value());
  ASSERT_EQ(result->years.size(), 2u);
  EXPECT_EQ(result->years[0].part, (DateRange{Date(kFirstYear, 7, 1), Date(kFirstYear, 12, 31)}));
  EXPECT_EQ(result->years[0].amount, 174);
  EXPECT_NEAR(result->years[0].terms.at("PE_EC"), 6 * .5 * 1.3 * 1.2, 1e-12);
}

TEST(Quantify, SameInputsGiveTheSameBytes) {
  const ComponentPlan plan = testing_site::plan(DecayModel::monthly);
  const DateRange period = years(kFirstYear, kFirstYear + 2);
  const std::string text = result_json(*quantify(plan, testing_site::data(3), period));
  EXPECT_EQ(text, result_json(*quantify(plan, testing_site::data(3), period)));
  EXPECT_LT(text.size(), 2'000'000u);
  MonitoringData altered = testing_site::data(3);
  altered.tickets[40].gross_kg += 1;
  EXPECT_NE(text, result_json(*quantify(plan, altered, period)));
}

TEST(Quantify, DerivationEndsInMeasuredRowsDefaultsAndAssumptions) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.overrides = {{"EF_EL.project", "0.6", "operator's letter", Confidence::low}};
  const auto result = quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result.has_value());
  const Derivation& derivation = result->years[0].derivation;
  EXPECT_EQ(derivation.nodes[0].symbol, "ER_y");
  EXPECT_EQ(derivation.nodes[0].value, result->years[0].terms.ER());
  double shares = 0;
  std::uint64_t ticket_rows = 0;
  bool seen_assumed = false;
  for (const DerivationNode& node : derivation.nodes) {
    EXPECT_EQ(node.leaf.has_value(), node.children.empty()) << node.symbol;
    if (!node.leaf) continue;
    shares += node.leaf->share;
    if (node.symbol == "W_in,i") ticket_rows += node.leaf->evidence.row_count();
    if (node.symbol == "EF_EL.project") seen_assumed = node.leaf->kind == LeafKind::assumed;
  }
  EXPECT_NEAR(shares, 1, 1e-12);
  EXPECT_EQ(ticket_rows, 36u);
  EXPECT_TRUE(seen_assumed);
}

TEST(Quantify, DerivationReadsAsText) {
  const auto result = quantify(testing_site::plan(DecayModel::yearly), testing_site::data(1),
                               years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result.has_value());
  const std::string text =
      derivation_text(result->years[0].derivation, result->inputs, 100, Language::en);
  EXPECT_THAT(text, testing::StartsWith("ER_y = "));
  EXPECT_THAT(text, testing::HasSubstr("    BE_CH4,SWDS,y 2026 = "));
  EXPECT_THAT(text, testing::HasSubstr("W_in,i 2026-01 = 30 t wet  measured: weighbridge tickets, "
                                       "tickets.csv:2-4 (3 rows), column gross - tare, share "));
  EXPECT_THAT(text, testing::HasSubstr("(see above)"));
  EXPECT_EQ(derivation_text(result->years[0].derivation, result->inputs, 1, Language::en),
            text.substr(0, text.find('\n') + 1));
}

TEST(Quantify, DerivationReadsAsFrench) {
  const auto result = quantify(testing_site::plan(DecayModel::yearly), testing_site::data(1),
                               years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result.has_value());
  const std::string text =
      derivation_text(result->years[0].derivation, result->inputs, 100, Language::fr);
  EXPECT_THAT(text,
              testing::HasSubstr("W_in,i 2026-01 = 30 t humides  mesuré : tickets de pesée, "
                                 "tickets.csv:2-4 (3 lignes), colonne poids brut - tare, part "));
  EXPECT_THAT(text, testing::HasSubstr("(voir plus haut)"));
  EXPECT_THAT(text, testing::HasSubstr("valeur par défaut : "));
  EXPECT_THAT(text, testing::HasSubstr(", confiance élevée"));
}

TEST(Quantify, LeavesGroupBySymbolLargestFirst) {
  const auto result = quantify(testing_site::plan(DecayModel::yearly), testing_site::data(1),
                               years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result.has_value());
  const std::vector<LeafGroup> groups = leaf_groups(result->years[0].derivation);
  double shares = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    shares += groups[i].share;
    if (i > 0) {
      EXPECT_GE(groups[i - 1].share, groups[i].share);
    }
    if (groups[i].symbol == "W_in,i") {
      EXPECT_EQ(groups[i].row_count, 36u);
    }
  }
  EXPECT_NEAR(shares, 1, 1e-12);
}

TEST(Quantify, ContributionPredictsTheEffectOfASmallChange) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const DateRange period = years(kFirstYear, kFirstYear + 1);
  const auto base = quantify(plan, testing_site::data(2), period);
  plan.overrides = {{"k.tropical_dry.food", "0.0851", "a test", Confidence::low}};
  const auto changed = quantify(plan, testing_site::data(2), period);
  ASSERT_TRUE(base && changed);
  const double effect = changed->years[1].terms.ER() - base->years[1].terms.ER();
  for (const DerivationNode& node : base->years[1].derivation.nodes) {
    if (node.symbol != "k.tropical_dry.food") continue;
    EXPECT_NEAR(node.leaf->contribution * (0.0001 / 0.085), effect, std::fabs(effect) * 0.01);
  }
}

TEST(Quantify, RefusesAPlanThatItCannotFollow) {
  const MonitoringData data = testing_site::data(1);
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.methodology = {"AMS-III.F", "11.0"};
  plan.overrides = {{"OX", "0,1", "a letter", Confidence::low},
                    {"F", "0.9", "a letter", Confidence::low},
                    {"phi", "0.9", "a letter", Confidence::low},
                    {"MD_reg", "2", "", Confidence::low}};
  EXPECT_THAT(rules_of(quantify(plan, data, {Date(kFirstYear, 1, 1), Date(kFirstYear, 6, 30)})),
              testing::ElementsAre(Rule::unknown_methodology, Rule::parameter_not_a_number,
                                   Rule::parameter_out_of_range, Rule::unknown_parameter,
                                   Rule::parameter_without_source, Rule::period_not_whole_years));
}

TEST(Quantify, RefusesAPeriodOutsideTheCreditingPeriodOrNotOfWholeMonths) {
  const MonitoringData data = testing_site::data(1);
  const ComponentPlan plan = testing_site::plan(DecayModel::monthly);
  EXPECT_THAT(rules_of(quantify(plan, data, years(kFirstYear - 1, kFirstYear))),
              testing::ElementsAre(Rule::period_outside_crediting_period));
  EXPECT_THAT(rules_of(quantify(plan, data, {Date(kFirstYear, 1, 1), Date(kFirstYear, 6, 15)})),
              testing::ElementsAre(Rule::period_not_whole_months));
}

TEST(Quantify, SmallScaleCapIsAParameter) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.climate = ClimateZone::tropical_wet;
  plan.overrides = {{"ER_cap.AMS-III.F", "1.5", "a test", Confidence::low}};
  const auto result = quantify(plan, testing_site::data(5), years(kFirstYear + 4, kFirstYear + 4));
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->years[0].terms.ER(), 1.5);
}

// The registered project of docs/methodologies/acm0022.md, from yearly amounts.
std::expected<Quantification, Problems> soc_son(double project_emissions_t_co2eq) {
  ComponentPlan plan;
  plan.component = "soc-son";
  plan.methodology = {"ACM0022", "3.0"};
  plan.climate = ClimateZone::tropical_wet;
  plan.disposal_site = DisposalSite::managed_anaerobic;
  plan.crediting_period = years(2022, 2028);
  plan.overrides = {{"EF_EL.baseline", "0.8458", "project document", Confidence::high}};
  MonitoringData data;
  data.component = "soc-son";
  for (int year = 2022; year <= 2028; ++year) {
    const CalendarYear y(year);
    data.declared_waste.push_back({y, WasteType::food, 757740, {}});
    data.declared_waste.push_back({y, WasteType::paper, 39420, {}});
    data.declared_waste.push_back({y, WasteType::textiles, 23360, {}});
    data.declared_electricity_export.push_back({y, 388050, {}});
    data.declared_project_emissions.push_back(
        {y, project_emissions_t_co2eq, "project document", {}});
  }
  return quantify(plan, data, years(2022, 2028));
}

constexpr std::array kSocSonReductions{195589, 384553, 513739, 602687, 664502, 707981, 739032};

TEST(Quantify, ReproducesThePublishedYearsOfSocSon) {
  const auto result = soc_son(420336);
  ASSERT_TRUE(result.has_value());
  for (std::size_t y = 0; y < kSocSonReductions.size(); ++y)
    EXPECT_NEAR(result->years[y].terms.ER(), kSocSonReductions[y], 1.0) << y;
}

// The published 420,336 is rounded. The lowest value that rounds to it meets every published year
// within the rounding of that year.
TEST(Quantify, ReproducesSocSonWithinRoundingFromUnroundedProjectEmissions) {
  const auto result = soc_son(420335.5);
  ASSERT_TRUE(result.has_value());
  for (std::size_t y = 0; y < kSocSonReductions.size(); ++y)
    EXPECT_NEAR(result->years[y].terms.ER(), kSocSonReductions[y], 0.5) << y;
}

TEST(Quantify, Acm0022DoesNotApplyWhereRulesAreFollowedByHalf) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.methodology = {"ACM0022", "3.0"};
  plan.overrides = {{"RATE_compliance", "0.5", "regulator", Confidence::high}};
  MonitoringData data = testing_site::data(1);
  data.electricity.clear();
  data.diesel.clear();
  EXPECT_THAT(
      rules_of(quantify(plan, data, years(kFirstYear, kFirstYear))),
      testing::ElementsAre(Rule::no_project_emissions, Rule::compliance_rate_excludes_methodology));
}

// The same site as an estimate: the same tonnes, and the derivation calls them assumed.
TEST(Quantify, ExpectedEqualsMeasuredWhereTheEstimateCameTrue) {
  const DateRange three_years = years(kFirstYear, kFirstYear + 2);
  const MonitoringData expected =
      ex_ante_data("site",
                   {.waste_t_wet_per_year = 348,
                    .fractions = {0.5, 0.1, 0.08, 0.02, 0.03, 0.0, 0.27},
                    .electricity_mwh_per_year = 6,
                    .diesel_litres_per_year = 600},
                   three_years);
  for (const DecayModel model : {DecayModel::yearly, DecayModel::monthly}) {
    const ComponentPlan plan = testing_site::plan(model);
    const auto ex_ante = quantify(plan, expected, three_years);
    const auto measured = quantify(plan, testing_site::data(3), three_years);
    ASSERT_TRUE(ex_ante && measured);
    for (std::size_t y = 0; y < 3; ++y)
      EXPECT_NEAR(ex_ante->years[y].terms.ER(), measured->years[y].terms.ER(), 1e-9);
    for (const DerivationNode& node : ex_ante->years[0].derivation.nodes)
      EXPECT_TRUE(!node.leaf || node.leaf->kind != LeafKind::measured) << node.symbol;
  }
}

TEST(Quantify, DeclaredWasteBesideTicketsIsRefused) {
  MonitoringData data = testing_site::data(1);
  data.declared_waste.push_back({CalendarYear(kFirstYear), WasteType::food, 1, {}});
  EXPECT_THAT(rules_of(quantify(testing_site::plan(DecayModel::yearly), data,
                                years(kFirstYear, kFirstYear))),
              testing::ElementsAre(Rule::tickets_and_declared_waste));
}

TEST(Quantify, DataOfNothingIsRefused) {
  const auto result = quantify(testing_site::plan(DecayModel::yearly), MonitoringData{},
                               years(kFirstYear, kFirstYear));
  EXPECT_THAT(rules_of(result), testing::Contains(Rule::gap_in_tickets));
  EXPECT_THAT(rules_of(result), testing::Contains(Rule::gap_in_electricity));
  EXPECT_THAT(rules_of(result), testing::Contains(Rule::too_few_composition_samples));
}

// Properties that hold for any site: more waste, more baseline; twice the masses, twice the result.
TEST(Quantify, ResultIsProportionalToTheMasses) {
  const ComponentPlan plan = testing_site::plan(DecayModel::monthly);
  MonitoringData data = testing_site::data(2);
  const DateRange period = years(kFirstYear, kFirstYear + 1);
  const auto once = quantify(plan, data, period);
  for (WeighbridgeTicket& ticket : data.tickets)
    ticket.gross_kg = ticket.tare_kg + 2 * (ticket.gross_kg - ticket.tare_kg);
  const auto twice = quantify(plan, data, period);
  ASSERT_TRUE(once && twice);
  for (std::size_t y = 0; y < 2; ++y) {
    EXPECT_NEAR(twice->years[y].terms.at("BE"), 2 * once->years[y].terms.at("BE"), 1e-9);
    EXPECT_NEAR(twice->years[y].terms.at("PE_CH4"), 2 * once->years[y].terms.at("PE_CH4"), 1e-9);
    EXPECT_EQ(twice->years[y].terms.at("PE_EC"), once->years[y].terms.at("PE_EC"));
  }
}

}  // namespace
}  // namespace openitmo::mrv
