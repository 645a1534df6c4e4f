#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/gas_month.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"

// Amounts stated for a calendar year count once, in however many parts the year is monitored.
namespace openitmo::mrv {
namespace {

using testing_site::kFirstYear;
using testing_site::years;

const DateRange kFirstHalf{Date(kFirstYear, 1, 1), Date(kFirstYear, 6, 30)};
const DateRange kSecondHalf{Date(kFirstYear, 7, 1), Date(kFirstYear, 12, 31)};

ParameterOverride own(std::string symbol, std::string value) {
  return {std::move(symbol), std::move(value), "example", Confidence::low};
}

// The composting site with the same gas in every month.
MonitoringData site_with_gas() {
  MonitoringData data = testing_site::data(1);
  for (unsigned month = 1; month <= 12; ++month)
    add_gas_month(data, {.year = CalendarYear(kFirstYear),
                         .month = month,
                         .F_CH4_sent_flare_t = 30,
                         .eta_flare = 0.9});
  return data;
}

double reductions(const ComponentPlan& plan, const MonitoringData& data, const DateRange& period) {
  return quantify(plan, data, period).value().years[0].terms.ER();
}

void expect_counted_once(const ComponentPlan& plan, const MonitoringData& data) {
  const double whole = reductions(plan, data, years(kFirstYear, kFirstYear));
  EXPECT_NEAR(reductions(plan, data, kFirstHalf) + reductions(plan, data, kSecondHalf), whole,
              1e-9 * std::fabs(whole));
}

ComponentPlan plan_of(std::string name, std::string version,
                      std::vector<ParameterOverride> overrides) {
  ComponentPlan plan = testing_site::plan(DecayModel::monthly);
  plan.methodology = {std::move(name), std::move(version)};
  plan.overrides = std::move(overrides);
  return plan;
}

TEST(YearlyAmounts, OfCompostingAndDigestion) {
  const MonitoringData waste = testing_site::data(1);
  expect_counted_once(plan_of("AMS-III.F", "12.0",
                              {own("BE_ww_manure", "240"), own("MD_reg", "1"), own("LE", "12"),
                               own("Q_RO", "100")}),
                      waste);
  ComponentPlan digester = plan_of("AMS-III.AO", "1.0",
                                   {own("BE_ww_manure", "240"), own("MD_reg", "1"), own("LE", "12"),
                                    own("PE_transport", "6"), own("Q_digestate", "100")});
  digester.options = {{"digestate", "composted"}};
  expect_counted_once(digester, site_with_gas());
}

TEST(YearlyAmounts, OfLandfillGas) {
  MonitoringData data = site_with_gas();
  data.tickets.clear();
  data.composition.clear();
  ComponentPlan gas = plan_of("ACM0001", "19.0",
                              {own("BE_HG", "240"), own("BE_NG", "120"), own("PE_DT", "6"),
                               own("PE_SP", "6"), own("F_BL.amount", "100")});
  gas.options = {{"baseline_case", "rule_with_amount"}};
  expect_counted_once(gas, data);
  ComponentPlan small = plan_of("AMS-III.G", "10.0", {own("LE", "12"), own("F_BL.amount", "100")});
  small.options = gas.options;
  expect_counted_once(small, data);
}

TEST(YearlyAmounts, OfOtherTreatment) {
  const std::vector<ParameterOverride> overrides{own("BE_WW", "240"), own("BE_NG", "120"),
                                                 own("LE", "12"), own("Q_RO", "100")};
  for (const char* treatment : {"composting", "combustion"}) {
    ComponentPlan plan = plan_of("ACM0022", "3.0", overrides);
    plan.options = {{"treatment", treatment}};
    MonitoringData data = testing_site::data(1);
    expect_counted_once(plan, data);
    data.declared_electricity_export = {{CalendarYear(kFirstYear), 600, {}}};
    expect_counted_once(plan, data);
  }
}

TEST(YearlyAmounts, OfProjectEmissionsAsDeclared) {
  ComponentPlan plan = plan_of("ACM0022", "3.0", {});
  MonitoringData data = testing_site::data(1);
  data.electricity.clear();
  data.diesel.clear();
  data.declared_project_emissions = {{CalendarYear(kFirstYear), 48, "document", {}}};
  expect_counted_once(plan, data);
}

TEST(YearlyAmounts, OfTheDownwardAdjustment) {
  ComponentPlan plan = plan_of("AMS-III.F", "12.0", {own("DA.yearly", "0.01")});
  plan.crediting_period.first = Date(kFirstYear - 1, 1, 1);
  MonitoringData data = testing_site::data(1);
  for (unsigned month = 1; month <= 12; ++month)
    testing_site::add_month(data, kFirstYear - 1, month);
  testing_site::add_sample(data, Date(kFirstYear - 2, 11, 1));
  testing_site::add_sample(data, Date(kFirstYear - 2, 12, 1));
  expect_counted_once(plan, data);
}

// 11,400 t a year for each megawatt that nobody meters.
TEST(YearlyAmounts, OfCaptivePlantsWithoutMeters) {
  const MonitoringData data = testing_site::data(1);
  const auto PE_EC = [&](std::vector<ParameterOverride> overrides, const DateRange& period) {
    return quantify(plan_of("AMS-III.F", "12.0", std::move(overrides)), data, period)
        .value()
        .years[0]
        .terms.at("PE_EC");
  };
  const DateRange year = years(kFirstYear, kFirstYear);
  EXPECT_NEAR(PE_EC({own("P_captive", "0.5")}, year) - PE_EC({}, year), 5700, 1e-9);
  EXPECT_NEAR(PE_EC({own("P_captive", "0.5")}, kFirstHalf) - PE_EC({}, kFirstHalf), 2850, 1e-9);
}

// The figure of the year stays what people see as the parameter, its share is the term.
TEST(YearlyAmounts, TheDerivationShowsTheYearAndItsShare) {
  const auto result =
      quantify(plan_of("AMS-III.F", "12.0", {own("LE", "12")}), testing_site::data(1), kFirstHalf);
  const YearResult& year = result.value().years[0];
  EXPECT_EQ(year.terms.at("LE"), 6);
  const auto is_LE = [](const auto& of) { return of.symbol == "LE"; };
  const std::vector<LeafGroup> groups = leaf_groups(year.derivation);
  EXPECT_EQ(first_leaf(year.derivation, *std::ranges::find_if(groups, is_LE)).value, 12);
  EXPECT_EQ(std::ranges::find_if(result->parameters, is_LE)->value, 12);
}

// Draws ask for the figures of a part of a year as the estimate does.
TEST(YearlyAmounts, DrawsTakeTheShareToo) {
  ComponentPlan plan = plan_of("ACM0022", "3.0", {own("LE", "12"), own("BE_WW", "240")});
  plan.options = {{"treatment", "combustion"}};
  MonitoringData data = testing_site::data(1);
  data.declared_electricity_export = {{CalendarYear(kFirstYear), 600, {}}};
  const SamplingRequest request{
      .options = {.seed = 3, .draws_min = 2'000, .draws_max = 2'000, .tolerance = 0},
      .index_draws = 0};
  const auto result = quantify(plan, data, kFirstHalf, &request);
  ASSERT_TRUE(result.has_value());
  const YearResult& year = result->years[0];
  EXPECT_NEAR(result->sampled->total.median, year.terms.ER(), 0.3 * year.errors.half_width);
}

// A crediting period that starts in July credits half of what is stated for a year.
TEST(YearlyAmounts, OfAYearThatIsNotCreditedAsAWhole) {
  MonitoringData data = site_with_gas();
  data.tickets.clear();
  data.composition.clear();
  ComponentPlan gas = plan_of("ACM0001", "19.0", {own("BE_HG", "240")});
  gas.options = {{"baseline_case", "no_rule_no_system"}};
  gas.crediting_period.first = kSecondHalf.first;
  std::erase_if(data.monthly["gas"], [](const MonthlyRow& row) { return row.month < 7; });
  std::erase_if(data.electricity, [](const ElectricityRecord& row) { return row.month < 7; });
  std::erase_if(data.diesel, [](const DieselRecord& row) { return row.date.month() < 7; });
  EXPECT_EQ(quantify(gas, data, kSecondHalf).value().years[0].terms.at("BE_HG"), 120);
}

}  // namespace
}  // namespace openitmo::mrv
