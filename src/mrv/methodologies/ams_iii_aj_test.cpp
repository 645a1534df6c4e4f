#include "mrv/methodologies/ams_iii_aj.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/testing_methodology.h"

namespace openitmo::mrv {
namespace {

ComponentPlan recycling_plan() {
  ComponentPlan plan = testing_methodology::plan("AMS-III.AJ", "7.0");
  plan.overrides = {{"EF_EL.baseline", "0.6", "example", Confidence::low},
                    {"EF_FF.AJ", "0.0561", "example", Confidence::low},
                    {"EF_EL.project", "0.6", "example", Confidence::low},
                    {"TDL.project", "0", "example", Confidence::low}};
  return plan;
}

MonitoringData data() {
  MonitoringData data;
  const CalendarYear year(2026);
  data.monthly["recycled"] = {{.year = year, .month = 1, .subject = "HDPE", .values = {1200}},
                              {.year = year, .month = 1, .subject = "PET", .values = {600}}};
  data.electricity.push_back({year, 1, 700, {}});
  return data;
}

// The worked example of docs/methodologies/ams-iii-aj.md; baseline of vector AMS3AJ-001.
TEST(AmsIiiAj, WorkedExample) {
  const auto result = quantify(recycling_plan(), data(), testing_methodology::only_month(2026, 1));
  testing_methodology::expect_as_described(result.value());
  EXPECT_NEAR(result->years[0].terms.at("BE"), 1883.925, 1e-9);
  EXPECT_NEAR(result->years[0].terms.ER(), 1883.925 - 420, 1e-9);
  EXPECT_EQ(result->years[0].amount, 1800);
}

TEST(AmsIiiAj, AMonthWithoutMaterialIsAGap) {
  EXPECT_THAT(testing_methodology::rules_of(
                  quantify(recycling_plan(), data(), {Date(2026, 1, 1), Date(2026, 2, 28)})),
              testing::ElementsAre(Rule::gap_in_electricity, Rule::gap_in_monthly_table));
}

TEST(AmsIiiAj, AMaterialOnlyOnceAMonth) {
  MonitoringData twice = data();
  twice.monthly["recycled"].push_back(twice.monthly["recycled"][0]);
  EXPECT_THAT(testing_methodology::rules_of(
                  quantify(recycling_plan(), twice, testing_methodology::only_month(2026, 1))),
              testing::ElementsAre(Rule::duplicated_month));
}

}  // namespace
}  // namespace openitmo::mrv
