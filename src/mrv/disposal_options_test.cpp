#include "mrv/disposal_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/methodologies/tool04.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"

namespace openitmo::mrv {
namespace {

using testing::ElementsAre;
using testing_methodology::rules_of;
using testing_site::kFirstYear;
using testing_site::years;

ComponentPlan plan_with(std::map<std::string, std::string, std::less<>> options) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.options = std::move(options);
  return plan;
}

double baseline(const ComponentPlan& plan, const MonitoringData& data) {
  const auto result = quantify(plan, data, years(kFirstYear, kFirstYear));
  testing_methodology::expect_as_described(result.value());
  return result->years[0].terms.at("BE_CH4_SWDS");
}

TEST(DisposalOptions, DefaultCompositionNeedsNoSamples) {
  MonitoringData data = testing_site::data(1);
  data.composition.clear();
  const double expected = 0.8 * 28 * 0.9 * 16 / 12 * 0.5 * 0.5 * 0.8 * 348 / 1.002 *
                          (0.539 * 0.15 * (1 - std::exp(-0.085)) +
                           (0.075 * 0.4 + 0.019 * 0.24) * (1 - std::exp(-0.045)));
  EXPECT_NEAR(baseline(plan_with({{"composition", "default_2019_western_africa"}}), data), expected,
              1e-9);
  EXPECT_THAT(rules_of(quantify(plan_with({}), data, years(kFirstYear, kFirstYear))),
              testing::Contains(Rule::too_few_composition_samples));
}

TEST(DisposalOptions, ModelCorrectionByOption2) {
  const MonitoringData data = testing_site::data(1);
  const double by_default = baseline(plan_with({}), data);
  EXPECT_NEAR(baseline(plan_with({{"phi", "option_2"}}), data),
              by_default / 0.8 * 0.6367648563918374, 1e-9);
  ComponentPlan managed = plan_with({{"phi", "option_2"}});
  managed.disposal_site = DisposalSite::managed_anaerobic;
  const double v = std::sqrt(0.02 * 0.02 + 0.01 + 0.0225 + 0.0025 + 0.04);
  EXPECT_NEAR(baseline(managed, data), by_default / 0.8 / 0.8 / (1 + v), 1e-9);
}

// TOOL04 Table 2: 10 % where the waste is estimated, 2 % where it is weighed.
TEST(DisposalOptions, DeclaredWasteIsEstimatedNotWeighed) {
  MonitoringData data = testing_site::metered(1);
  data.declared_waste = {{CalendarYear(kFirstYear), WasteType::food, 500, {}},
                         {CalendarYear(kFirstYear), WasteType::paper, 500, {}}};
  const double by_default = baseline(plan_with({}), data);
  const double v = std::sqrt(0.1 * 0.1 + 0.01 + 0.0225 + 0.0025 + 0.25 + 0.04);
  EXPECT_NEAR(baseline(plan_with({{"phi", "option_2"}}), data), by_default / 0.8 / (1 + v), 1e-9);
}

// The region's default has no garden waste, the programme's own composition does.
TEST(DisposalOptions, OwnSharesOfTheDefaultCompositionCount) {
  const MonitoringData data = testing_site::data(1);
  ComponentPlan plan = plan_with({{"composition", "default_2019_western_africa"}});
  const double before = baseline(plan, data);
  plan.overrides = {{"p.2019_western_africa.garden", "0.1", "survey", Confidence::medium},
                    {"p.2019_western_africa.inert", "0.2044", "survey", Confidence::medium}};
  const double garden =
      0.8 * 28 * 0.9 * 16 / 12 * 0.5 * 0.5 * 0.8 * 348 * 0.1 * 0.2 * (1 - std::exp(-0.065));
  EXPECT_NEAR(baseline(plan, data) - before, garden, 1e-9);
}

TEST(DisposalOptions, SharesOfTheDefaultCompositionSumToOne) {
  ComponentPlan plan = plan_with({{"composition", "default_2019_western_africa"}});
  plan.overrides = {{"p.2019_western_africa.garden", "0.1", "survey", Confidence::medium}};
  EXPECT_THAT(rules_of(quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear))),
              ElementsAre(Rule::composition_not_100_percent));
}

void add_water_table(MonitoringData& data, double depth_m, double height_m,
                     double change_m = 0.25) {
  for (unsigned month = 1; month <= 12; ++month)
    data.monthly["water_table"].push_back(
        {.year = CalendarYear(kFirstYear),
         .month = month,
         // The annual mean counts.
         .values = {depth_m, height_m + (month <= 6 ? change_m : -change_m)}});
}

TEST(DisposalOptions, WaterTableGivesTheCorrectionFactor) {
  MonitoringData data = testing_site::data(1);
  const double by_default = baseline(plan_with({}), data);
  add_water_table(data, 25, 0.5);
  EXPECT_NEAR(baseline(plan_with({}), data), by_default / 0.8 * 0.92, 1e-9);
  data.monthly.clear();
  add_water_table(data, 3, 2.5);
  EXPECT_NEAR(baseline(plan_with({}), data), by_default / 0.8 * 2.5 / 3, 1e-9);
  data.monthly["water_table"].pop_back();
  EXPECT_THAT(rules_of(quantify(plan_with({}), data, years(kFirstYear, kFirstYear))),
              ElementsAre(Rule::gap_in_monthly_table));
}

// Eq 12 is for a water table above the base: below it the site has the factor of its kind.
TEST(DisposalOptions, AWaterTableThatStaysBelowTheBaseChangesNothing) {
  const MonitoringData dry = testing_site::data(1);
  for (const auto& [site, depth_m] : {std::pair{DisposalSite::unmanaged_shallow, 4.5},
                                      std::pair{DisposalSite::unmanaged_deep, 25.0}}) {
    ComponentPlan plan = plan_with({});
    plan.disposal_site = site;
    MonitoringData data = dry;
    add_water_table(data, depth_m, 0, 0);
    EXPECT_EQ(baseline(plan, data), baseline(plan, dry));
  }
}

// Waste dumped in settlements lies on no site that could have a water table.
TEST(DisposalOptions, SettlementsHaveNoWaterTable) {
  ComponentPlan plan = plan_with({});
  plan.disposal_site = DisposalSite::settlement_dumping;
  plan.suppressed_demand = "no collection in the district (survey of 2025)";
  MonitoringData data = testing_site::data(1);
  add_water_table(data, 3, 2.5);
  EXPECT_THAT(rules_of(quantify(plan, data, years(kFirstYear, kFirstYear))),
              testing::Contains(Rule::rows_not_read));
}

TEST(DisposalOptions, WaterTableLiesWithinTheSite) {
  for (const auto& [depth_m, height_m] : {std::pair{0.0, 0.25}, std::pair{3.0, 3.5}}) {
    MonitoringData data = testing_site::data(1);
    add_water_table(data, depth_m, height_m);
    EXPECT_THAT(rules_of(quantify(plan_with({}), data, years(kFirstYear, kFirstYear))),
                testing::Each(Rule::impossible_quantity));
  }
}

TEST(DisposalOptions, OpenFiresLeaveLessToDecay) {
  ComponentPlan plan = plan_with({});
  const MonitoringData data = testing_site::data(1);
  const double without = baseline(plan, data);
  plan.overrides = {{"burnt", "0.25", "survey", Confidence::low}};
  EXPECT_NEAR(baseline(plan, data), 0.75 * without, 1e-9);
}

TEST(DisposalOptions, OpenFiresCountInTheTableWithoutCompositionToo) {
  ComponentPlan plan = plan_with({{"baseline", std::string(kSimplified)}});
  const MonitoringData data = testing_site::data(1);
  const double without = baseline(plan, data);
  plan.overrides = {{"burnt", "0.25", "survey", Confidence::low}};
  EXPECT_NEAR(baseline(plan, data), 0.75 * without, 1e-9);
}

// A single waste has its own DOC_f: 0.7·12/16·BMP/(F·DOC).
TEST(DisposalOptions, HomogeneousWasteNeedsItsMethanePotential) {
  MonitoringData data = testing_site::metered(1);
  data.declared_waste = {{CalendarYear(kFirstYear), WasteType::food, 1000, {}}};
  ComponentPlan plan = plan_with({});
  EXPECT_THAT(rules_of(quantify(plan, data, years(kFirstYear, kFirstYear))),
              ElementsAre(Rule::homogeneous_waste));
  const double DOC_f = tool04::DOC_f_of_BMP(0.07, 0.5, 0.15);
  EXPECT_NEAR(DOC_f, 0.49, 1e-12);
  plan.overrides = {{"DOCf", "0.49", "laboratory", Confidence::high}};
  EXPECT_TRUE(quantify(plan, data, years(kFirstYear, kFirstYear)));
}

// 1, 2 and 3 kt in three years: 237.8 t by age. By calendar year it would be 226.4.
TEST(DisposalOptions, TableWithoutCompositionGoesByAge) {
  MonitoringData data = testing_site::metered(3);
  for (int x = 1; x <= 3; ++x)
    data.declared_waste.push_back(
        {CalendarYear(kFirstYear + x - 1), WasteType::inert, 1000.0 * x, {}});
  const ComponentPlan plan = plan_with({{"baseline", std::string(kSimplified)}});
  const auto result = quantify(plan, data, years(kFirstYear, kFirstYear + 2));
  ASSERT_TRUE(result);
  EXPECT_NEAR(result->years[2].terms.at("BE_CH4_SWDS"), 237.8208, 1e-9);
  ASSERT_EQ(result->warnings.size(), 1u);
  EXPECT_EQ(result->warnings[0].rule, Rule::table_without_composition);
}

TEST(DisposalOptions, TableWithoutCompositionIsKnownForDryTropicsOnly) {
  ComponentPlan plan = plan_with({{"baseline", std::string(kSimplified)}});
  plan.climate = ClimateZone::tropical_wet;
  EXPECT_THAT(rules_of(quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear))),
              ElementsAre(Rule::table_without_composition));
}

}  // namespace
}  // namespace openitmo::mrv
