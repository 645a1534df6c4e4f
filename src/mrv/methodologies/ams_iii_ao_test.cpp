#include "mrv/methodologies/ams_iii_ao.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/gas_month.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"

namespace openitmo::mrv {
namespace {

using testing_site::kFirstYear;

ComponentPlan digester_plan(std::string digestate) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.methodology = {"AMS-III.AO", "1.0"};
  plan.options = {{"digester", "sealed"}, {"digestate", std::move(digestate)}};
  plan.overrides = {{"EF_EL.project", "0.6", "example", Confidence::low}};
  return plan;
}

// The composting site's waste, digested instead: 518.8825 t CH4 of biogas flared in January.
MonitoringData data(double methane_t = 518.8825) {
  MonitoringData data = testing_site::data(1);
  data.diesel.clear();
  for (ElectricityRecord& record : data.electricity) record.consumption_mwh = 25;
  for (unsigned month = 1; month <= 12; ++month)
    add_gas_month(data, {.year = CalendarYear(kFirstYear),
                         .month = month,
                         .F_CH4_sent_flare_t = month == 1 ? methane_t : 0,
                         .eta_flare = 1 - 210 / 28.0 / 518.8825});
  return data;
}

YearTerms<double> terms_of(const ComponentPlan& plan, const MonitoringData& monitoring) {
  const auto result = quantify(plan, monitoring, testing_site::years(kFirstYear, kFirstYear));
  testing_methodology::expect_as_described(result.value());
  return result->years[0].terms;
}

// The worked example of docs/methodologies/ams-iii-ao.md; project emissions of vector T14-001.
TEST(AmsIiiAo, WorkedExample) {
  const YearTerms<double> terms = terms_of(digester_plan("applied_to_land"), data());
  EXPECT_NEAR(terms.at("PE_EC"), 216, 1e-9);
  EXPECT_NEAR(terms.at("PE_CH4"), 406.80388, 1e-9);
  EXPECT_NEAR(terms.at("PE_flare"), 210, 1e-9);
  EXPECT_NEAR(terms.at("PE"), 832.80388, 1e-9);
  EXPECT_EQ(terms.at("LE"), 0);
  EXPECT_EQ(terms.ER(), terms.at("BE") - terms.at("PE"));
}

TEST(AmsIiiAo, DigestateIsALeakage) {
  const double Q_CH4_t_co2eq = 518.8825 * 28;
  const auto leakage = [&](std::string digestate) {
    return terms_of(digester_plan(std::move(digestate)), data()).at("LE") / Q_CH4_t_co2eq;
  };
  EXPECT_NEAR(leakage("stored_liquid"), 0.2, 1e-12);
  EXPECT_NEAR(leakage("disposal_site"), 0.35, 1e-12);
  EXPECT_NEAR(leakage("two_phase_disposal_site"), 0.15, 1e-12);
  ComponentPlan composted = digester_plan("composted");
  composted.overrides.push_back({"Q_digestate", "100", "weighbridge", Confidence::high});
  EXPECT_NEAR(terms_of(composted, data()).at("LE"), 100 * (0.002 * 28 + 0.0002 * 265), 1e-12);
}

// Without its mass composted digestate would leak nothing.
TEST(AmsIiiAo, CompostedDigestateNeedsItsMass) {
  ComponentPlan plan = digester_plan("composted");
  const auto rules = [&] {
    return testing_methodology::rules_of(
        quantify(plan, data(), testing_site::years(kFirstYear, kFirstYear)));
  };
  EXPECT_THAT(rules(), testing::ElementsAre(Rule::missing_quantity));
  plan.overrides.push_back({"Q_digestate", "0", "weighbridge", Confidence::high});
  EXPECT_THAT(rules(), testing::IsEmpty());
}

// TOOL14 knows what a digester uses that has no meter; one that has it does not choose.
TEST(AmsIiiAo, ElectricityIsMeteredOrByDefault) {
  ComponentPlan plan = digester_plan("applied_to_land");
  plan.options["electricity"] = "default_solid_waste";
  MonitoringData unmetered = data();
  unmetered.electricity.clear();
  EXPECT_NEAR(terms_of(plan, unmetered).at("PE_EC"), 518.8825 * 1.54 * 1.3, 1e-9);
  plan.options["electricity"] = "default_covered_lagoon";
  EXPECT_EQ(terms_of(plan, unmetered).at("PE_EC"), 0);
  plan.overrides.push_back({"P_captive", "0.1", "plate", Confidence::medium});
  EXPECT_EQ(terms_of(plan, unmetered).at("PE_EC"), 1140);
  const auto rules = [&](const MonitoringData& monitoring) {
    return testing_methodology::rules_of(
        quantify(plan, monitoring, testing_site::years(kFirstYear, kFirstYear)));
  };
  EXPECT_THAT(rules(data()), testing::ElementsAre(Rule::rows_not_read));
  plan.options.erase("electricity");
  EXPECT_THAT(rules(unmetered),
              testing::AllOf(testing::SizeIs(12), testing::Each(Rule::gap_in_electricity)));
}

// What nobody read, or an engine that stood still did not burn, leaks and is not destroyed.
TEST(AmsIiiAo, MethaneProducedLeaksWhetherOrNotItIsDestroyed) {
  const ComponentPlan plan = digester_plan("disposal_site");
  const YearTerms<double> before = terms_of(plan, data());
  MonitoringData more = data();
  const double sent_t = 518.8825;
  more.monthly["gas"][0].values.resize(10);
  more.monthly["gas"][0].values[9] = sent_t + 10;
  const YearTerms<double> after = terms_of(plan, more);
  EXPECT_NEAR(after.at("LE") - before.at("LE"), 0.35 * 10 * 28, 0.01);
  EXPECT_NEAR(after.at("PE_CH4") - before.at("PE_CH4"), 0.028 * 10 * 28, 0.01);
  EXPECT_NEAR(after.at("PE_flare") - before.at("PE_flare"), 10 * 28, 0.01);
  MonitoringData idle = data();
  idle.monthly["gas"][0].values[4] = 10;  // to engines whose hours nobody counted
  const YearTerms<double> vented = terms_of(plan, idle);
  EXPECT_NEAR(vented.at("LE"), after.at("LE"), 0.01);
  EXPECT_NEAR(vented.at("PE_flare"), after.at("PE_flare"), 0.01);
}

TEST(AmsIiiAo, WhereTheDigestateGoesMustBeSaid) {
  ComponentPlan plan = digester_plan("");
  plan.options.erase("digestate");
  EXPECT_THAT(testing_methodology::rules_of(
                  quantify(plan, data(), testing_site::years(kFirstYear, kFirstYear))),
              testing::ElementsAre(Rule::unknown_option));
}

// 1 t of methane destroyed is the most that counts, whatever the baseline would have made.
TEST(AmsIiiAo, NoMoreThanTheMethaneDestroyed) {
  ComponentPlan plan = digester_plan("applied_to_land");
  plan.climate = ClimateZone::tropical_wet;
  plan.overrides = {{"EF_EL.project", "0", "example", Confidence::low}};
  MonitoringData little = data(0);
  little.monthly["gas"][0].values[4] = 0.1;  // to engines
  little.monthly["gas"][0].values[5] = 700;
  const YearTerms<double> terms = terms_of(plan, little);
  EXPECT_NEAR(terms.ER(), 0.1 * 28 * (1 - 0.028), 1e-12);
  EXPECT_GT(terms.at("BE"), terms.ER());
}

}  // namespace
}  // namespace openitmo::mrv
