#include "mrv/monthly_series.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "mrv/gas_month.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"

namespace openitmo::mrv {
namespace {

// Gas by volume and fraction in every month but October, which has its methane from readings.
YearResult gas_year(bool has_october) {
  ComponentPlan plan = testing_methodology::plan("ACM0001", "19.0");
  plan.options = {{"baseline_case", "no_rule_no_system"}};
  MonitoringData data;
  const CalendarYear year(2026);
  for (unsigned month = 1; month <= 12; ++month) {
    data.electricity.push_back({year, month, 1, {}});
    GasMonth gas{.year = year, .month = month, .eta_flare = 0.9};
    if (month == 10 && has_october) {
      gas.F_CH4_sent_flare_t = 38.5;
    } else {
      gas.V_flare_m3 = 100000;
      gas.v_CH4 = 0.5;
    }
    add_gas_month(data, gas);
  }
  return quantify(plan, data, {Date(2026, 1, 1), Date(2026, 12, 31)}).value().years.at(0);
}

TEST(MainSeries, IsTheHeaviestThatWasMeasured) {
  const YearResult year = gas_year(false);
  const MonthlySeries series = main_series(year).value();
  EXPECT_EQ(series.symbol, "V_flare,m");
  EXPECT_EQ(series.months.size(), 12U);
  EXPECT_EQ(series.sum(), 1'200'000);
}

TEST(MainSeries, AMonthThatWasMeasuredInAnotherWayCounts) {
  const YearResult year = gas_year(true);
  const MonthlySeries series = main_series(year).value();
  EXPECT_EQ(series.symbol, "F_CH4,sent_flare,m");
  EXPECT_EQ(series.unit, "t CH4");
  EXPECT_EQ(series.source, "gas records");
  ASSERT_EQ(series.months.size(), 12U);
  EXPECT_EQ(series.months[9]->period, "2026-10");
  EXPECT_EQ(series.months[9]->value, 38.5);
  EXPECT_NEAR(series.months[0]->value, 100000 * 0.5 * 0.716 / 1000, 0.1);
}

TEST(MainSeries, WhatIsOfTheWholeYearIsNone) {
  MonitoringData data = testing_site::metered(1);
  data.declared_waste = {{CalendarYear(2026), WasteType::food, 500, {}},
                         {CalendarYear(2026), WasteType::paper, 500, {}}};
  const auto result =
      quantify(testing_site::plan(DecayModel::yearly), data, testing_site::years(2026, 2026));
  ASSERT_TRUE(result.has_value());
  const auto series = main_series(result->years.at(0));
  // The meter stood still, but it was read.
  ASSERT_TRUE(series.has_value());
  EXPECT_EQ(series->symbol, "EC_i");
  EXPECT_EQ(measured_months(result->years.at(0)).size(), 12U);
}

}  // namespace
}  // namespace openitmo::mrv
