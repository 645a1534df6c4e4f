#include "mrv/methodologies/ams_i_d.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/testing_methodology.h"

namespace openitmo::mrv {
namespace {

std::expected<Quantification, Problems> quantified(std::string margins) {
  ComponentPlan plan = testing_methodology::plan("AMS-I.D", "18.0");
  if (!margins.empty()) plan.options = {{"margins", std::move(margins)}};
  plan.overrides = {{"EF_OM", "0.69", "example", Confidence::low},
                    {"EF_BM", "0.59", "example", Confidence::low}};
  MonitoringData data;
  data.monthly["electricity_delivered"] = {
      {.year = CalendarYear(2026), .month = 1, .values = {1000}}};
  return quantify(plan, data, testing_methodology::only_month(2026, 1));
}

// The worked example of docs/methodologies/ams-i-d.md.
TEST(AmsID, WorkedExample) {
  const auto result = quantified("wind_or_solar");
  testing_methodology::expect_as_described(result.value());
  EXPECT_NEAR(result->years[0].terms.ER(), 1000 * (0.75 * 0.69 + 0.25 * 0.59), 1e-9);
  EXPECT_EQ(result->years[0].amount, 1000);
  for (const DerivationNode& node : result->years[0].derivation.nodes)
    if (node.symbol == "EF_grid,CM") {
      EXPECT_EQ(node.value, 0.75 * 0.69 + 0.25 * 0.59);
    }
}

TEST(AmsID, TheProjectDecidesTheWeights) {
  const auto ER = [](std::string margins) {
    return quantified(std::move(margins)).value().years[0].terms.ER();
  };
  EXPECT_NEAR(ER("first_period"), 640, 1e-9);
  EXPECT_NEAR(ER("later_period"), 615, 1e-9);
  EXPECT_NEAR(ER("ldc_operating_margin"), 690, 1e-9);
  EXPECT_THAT(testing_methodology::rules_of(quantified("")),
              testing::ElementsAre(Rule::unknown_option));
}

// No margin is assumed: without published figures nothing is credited.
TEST(AmsID, WithoutMarginsNothingIsCredited) {
  ComponentPlan plan = testing_methodology::plan("AMS-I.D", "18.0");
  plan.options = {{"margins", "first_period"}};
  MonitoringData data;
  data.monthly["electricity_delivered"] = {
      {.year = CalendarYear(2026), .month = 1, .values = {1000}}};
  EXPECT_EQ(
      quantify(plan, data, testing_methodology::only_month(2026, 1)).value().years[0].terms.ER(),
      0);
}

}  // namespace
}  // namespace openitmo::mrv
