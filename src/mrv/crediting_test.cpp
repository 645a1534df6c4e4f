#include "mrv/crediting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/testing_methodology.h"

namespace openitmo::mrv {
namespace {

// A wind park: 640 t a month in 2026, 1,280 t in January 2028.
std::expected<Quantification, Problems> wind(std::vector<ParameterOverride> own,
                                             const DateRange& period,
                                             Date start = Date(2026, 1, 1)) {
  ComponentPlan plan = testing_methodology::plan("AMS-I.D", "18.0");
  plan.crediting_period.first = start;
  plan.options = {{"margins", "ldc_operating_margin"}};
  plan.overrides = {{"EF_OM", "0.64", "example", Confidence::low}};
  plan.overrides.insert(plan.overrides.end(), own.begin(), own.end());
  MonitoringData data;
  for (int of = 2026; of <= 2028; ++of)
    for (unsigned month = of == 2026 ? start.month() : 1; month <= 12; ++month)
      data.monthly["electricity_delivered"].push_back(
          {.year = CalendarYear(of), .month = month, .values = {of == 2028 ? 2000.0 : 1000.0}});
  return quantify(plan, data, period);
}

std::expected<Quantification, Problems> wind(std::vector<ParameterOverride> own, int year) {
  return wind(std::move(own), testing_methodology::only_month(year, 1));
}

TEST(Crediting, NothingIsAddedWhereNothingIsAsked) {
  const auto result = wind({}, 2026);
  EXPECT_FALSE(result.value().years[0].terms.has("DA"));
}

TEST(Crediting, DownwardAdjustmentOfBaselineAndReductions) {
  const auto of_baseline = wind({{"DA.baseline", "0.1", "standard", Confidence::low}}, 2026);
  testing_methodology::expect_as_described(of_baseline.value());
  EXPECT_NEAR(of_baseline->years[0].terms.at("DA"), 64, 1e-9);
  EXPECT_NEAR(of_baseline->years[0].terms.ER(), 576, 1e-9);
  EXPECT_EQ(of_baseline->years[0].derivation.nodes[0].symbol, "ER_credited,y");
  const auto of_reductions = wind({{"DA.reductions", "0.1", "standard", Confidence::low},
                                   {"LE", "480", "example", Confidence::low}},
                                  2026);
  EXPECT_NEAR(of_reductions.value().years[0].terms.ER(), 540, 1e-9);
}

// 1 % of the whole first year's baseline for each year after it, whatever the present year makes;
// a month takes a twelfth of it.
TEST(Crediting, YearlyAdjustmentGoesByTheFirstYear) {
  const std::vector<ParameterOverride> own{{"DA.yearly", "0.01", "standard", Confidence::low}};
  EXPECT_EQ(wind(own, 2026).value().years[0].terms.at("DA"), 0);
  EXPECT_NEAR(wind(own, 2028).value().years[0].terms.at("DA"), 0.02 * 640, 1e-9);
}

// Crediting from 1 December: one month of the first calendar year stands for twelve.
TEST(Crediting, AShortFirstYearIsTakenAsAWholeOne) {
  const auto result = wind({{"DA.yearly", "0.01", "standard", Confidence::low}},
                           {Date(2028, 1, 1), Date(2028, 12, 31)}, Date(2026, 12, 1));
  EXPECT_NEAR(result.value().years[0].terms.at("DA"), 0.02 * 12 * 640, 1e-9);
}

// MRV-005: three quarters are due to carbon finance; a deficit stays whole.
TEST(Crediting, AttributionTakesAShareOfReductionsNotOfDeficits) {
  EXPECT_NEAR(crediting::ER_credited(10000.0, 0.0, 0.75), 7500, 1e-9);
  EXPECT_NEAR(crediting::ER_credited(-10000.0, 0.0, 0.75), -10000, 1e-9);
  EXPECT_NEAR(wind({{"share.carbon_finance", "0.75", "agreement", Confidence::low}}, 2026)
                  .value()
                  .years[0]
                  .terms.ER(),
              480, 1e-9);
}

}  // namespace
}  // namespace openitmo::mrv
