#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/gas_month.h"
#include "mrv/methodologies/tool08.h"
#include "mrv/quantify.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_spanish.h"

// The worked examples of docs/methodologies/acm0001.md and ams-iii-g.md.
namespace openitmo::mrv {
namespace {

using testing::ElementsAre;
using testing_methodology::only_month;
using testing_methodology::plan;
using testing_methodology::rules_of;

ComponentPlan gas_plan(std::string name, std::string version, std::string baseline_case) {
  ComponentPlan landfill = plan(std::move(name), std::move(version));
  landfill.options = {{"baseline_case", std::move(baseline_case)}};
  return landfill;
}

const DateRange kYear{Date(2026, 1, 1), Date(2026, 12, 31)};

// A year with all its gas in January.
MonitoringData example(GasMonth gas) {
  MonitoringData data;
  const CalendarYear year(2026);
  gas.year = year;
  add_gas_month(data, gas);
  data.electricity.push_back({year, 1, 850, {}});
  for (unsigned month = 2; month <= 12; ++month) {
    add_gas_month(
        data,
        {.year = year, .month = month, .EG_mwh = gas.EG_mwh ? std::optional(0.0) : std::nullopt});
    data.electricity.push_back({year, month, 0, {}});
  }
  return data;
}

// 1,450 t to a flare of 87.4384 %, 2,300 t to engines, 9,200 MWh delivered.

GasMonth flare_and_engine() {
  return {.F_CH4_sent_flare_t = 1450,
          .eta_flare = 1 - 5100.0 / 28 / 1450,
          .F_CH4_EL_t = 2300,
          .h_EL = 600,
          .EG_mwh = 9200};
}

TEST(Acm0001, WorkedExample) {
  ComponentPlan landfill = gas_plan("ACM0001", "19.0", "no_rule_no_system");
  landfill.overrides = {{"EF_EL.baseline", "0.6", "example", Confidence::low},
                        {"EF_EL.project", "0.6", "example", Confidence::low}};
  const auto result = quantify(landfill, example(flare_and_engine()), kYear);
  ASSERT_TRUE(result);
  testing_methodology::expect_as_described(*result);
  const YearTerms<double>& terms = result->years[0].terms;
  EXPECT_NEAR(terms.at("BE_CH4"), 89910, 1e-6);
  EXPECT_NEAR(terms.at("BE_EC"), 5685.6, 1e-9);
  EXPECT_NEAR(terms.at("PE"), 612, 1e-9);
  EXPECT_NEAR(terms.ER(), 89910 + 5685.6 - 612, 1e-6);
  EXPECT_EQ(result->years[0].amount, 3750);
}

double baseline_methane(std::string baseline_case, std::vector<ParameterOverride> overrides = {}) {
  ComponentPlan landfill = gas_plan("ACM0001", "19.0", std::move(baseline_case));
  landfill.overrides = std::move(overrides);
  const auto result =
      quantify(landfill, example({.F_CH4_sent_flare_t = 980, .eta_flare = 0.9}), kYear);
  return result.value().years[0].terms.at("BE_CH4");
}

// 882 t destroyed. F_BL stands outside (1 - OX).
TEST(Acm0001, EveryBaselineCase) {
  const auto without = [](double F_BL) { return (0.9 * 882 - F_BL) * 28; };
  EXPECT_NEAR(baseline_methane("no_rule_no_system"), without(0), 1e-9);
  EXPECT_NEAR(baseline_methane("rule_capture_only"), without(0), 1e-9);
  EXPECT_NEAR(baseline_methane("rule_without_amount"), 17287.2, 1e-9);
  EXPECT_NEAR(baseline_methane("system"), without(176.4), 1e-9);
  const ParameterOverride share{"F_BL.rule", "0.3", "regulator", Confidence::high};
  const ParameterOverride amount{"F_BL.amount", "300", "regulator", Confidence::high};
  EXPECT_NEAR(baseline_methane("rule_with_amount", {share}), without(264.6), 1e-9);
  EXPECT_NEAR(baseline_methane("rule_with_amount", {share, amount}), without(300), 1e-9);
  EXPECT_NEAR(baseline_methane("rule_and_system", {share}), without(264.6), 1e-9);
  EXPECT_NEAR(baseline_methane("rule_and_system"), without(176.4), 1e-9);
}

TEST(Acm0001, EngineWithoutConfirmedHoursCountsNothing) {
  const auto destroyed = [](GasMonth gas) {
    return quantify(gas_plan("ACM0001", "19.0", "no_rule_no_system"), example(gas), kYear)
        .value()
        .years[0]
        .terms.at("BE_CH4");
  };
  EXPECT_EQ(destroyed({.F_CH4_EL_t = 100}), 0);
  EXPECT_EQ(destroyed({.F_CH4_EL_t = 100, .h_EL = 0}), 0);
  EXPECT_NEAR(destroyed({.F_CH4_EL_t = 100, .h_EL = 1}), 0.9 * 100 * 28, 1e-9);
}

TEST(Acm0001, FlareOfUnknownEfficiencyDestroysNothing) {
  const auto result = quantify(gas_plan("ACM0001", "19.0", "no_rule_no_system"),
                               example({.F_CH4_sent_flare_t = 100}), kYear);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->years[0].terms.at("BE_CH4"), 0);
}

// What counts as nothing because a figure is missing is told.
TEST(Acm0001, GasThatCountsAsNothingIsTold) {
  const auto warnings = [](GasMonth gas) {
    std::vector<Rule> rules;
    const auto result =
        quantify(gas_plan("ACM0001", "19.0", "no_rule_no_system"), example(gas), kYear);
    testing_spanish::expect_spanish(result.value().warnings);
    for (const Finding& finding : result.value().warnings) rules.push_back(finding.rule);
    return rules;
  };
  EXPECT_THAT(warnings({.F_CH4_EL_t = 100}), ElementsAre(Rule::missing_quantity));
  EXPECT_THAT(warnings({.F_CH4_HG_t = 100, .h_HG = 0}), ElementsAre(Rule::missing_quantity));
  EXPECT_THAT(warnings({.F_CH4_sent_flare_t = 100}), ElementsAre(Rule::missing_quantity));
  EXPECT_THAT(warnings({.V_flare_m3 = 1e6, .v_CH4 = 0.5}), ElementsAre(Rule::missing_quantity));
  EXPECT_THAT(warnings({.F_CH4_sent_flare_t = 100, .eta_flare = 0}), testing::IsEmpty());
  EXPECT_THAT(warnings({.F_CH4_sent_flare_t = 0, .F_CH4_EL_t = 0, .F_CH4_HG_t = 5, .h_HG = 1}),
              testing::IsEmpty());
}

TEST(Acm0001, VolumeAndFractionGiveTheMethane) {
  const double tonnes = 1e6 * 0.5 * tool08::kNormalDensityMethane / 1000;
  const auto result = quantify(gas_plan("ACM0001", "19.0", "no_rule_no_system"),
                               example({.V_flare_m3 = 1e6, .v_CH4 = 0.5, .eta_flare = 1}), kYear);
  ASSERT_TRUE(result);
  EXPECT_NEAR(result->years[0].terms.at("BE_CH4"), 0.9 * tonnes * 28, 1e-9);
  EXPECT_NEAR(tonnes, 357.8325, 1e-3);
}

TEST(Acm0001, RefusesWhatDoesNotAgree) {
  const ComponentPlan landfill = gas_plan("ACM0001", "19.0", "no_rule_no_system");
  // Methane computed with the density of 20 °C.
  EXPECT_THAT(
      rules_of(quantify(
          landfill,
          example({.V_flare_m3 = 1e6, .v_CH4 = 0.5, .F_CH4_sent_flare_t = 335, .eta_flare = 0.9}),
          kYear)),
      ElementsAre(Rule::methane_differs_from_flow));
  EXPECT_THAT(rules_of(quantify(landfill, example({.V_flare_m3 = 1e6}), kYear)),
              ElementsAre(Rule::missing_quantity));
  EXPECT_THAT(
      rules_of(quantify(landfill, example({.F_CH4_sent_flare_t = 1, .eta_flare = 90}), kYear)),
      ElementsAre(Rule::impossible_quantity));
  EXPECT_THAT(rules_of(quantify(landfill, {}, only_month(2026, 1))),
              ElementsAre(Rule::gap_in_electricity, Rule::gap_in_monthly_table));
  MonitoringData twice = example({.F_CH4_sent_flare_t = 1, .eta_flare = 0.9});
  add_gas_month(twice, {.year = CalendarYear(2026), .F_CH4_sent_flare_t = 2, .eta_flare = 0.9});
  EXPECT_THAT(rules_of(quantify(landfill, twice, kYear)), ElementsAre(Rule::duplicated_month));
}

TEST(Acm0001, TheBaselineCaseMustBeNamed) {
  EXPECT_THAT(rules_of(quantify(plan("ACM0001", "19.0"), example({}), kYear)),
              ElementsAre(Rule::unknown_option));
  EXPECT_THAT(rules_of(quantify(gas_plan("ACM0001", "19.0", "none"), example({}), kYear)),
              ElementsAre(Rule::unknown_option));
}

TEST(AmsIiiG, WorkedExample) {
  ComponentPlan landfill = gas_plan("AMS-III.G", "10.0", "rule_with_amount");
  landfill.overrides = {{"F_BL.amount", "60", "regulator", Confidence::high},
                        {"EF_EL.project", "1", "example", Confidence::low},
                        {"TDL.project", "0", "example", Confidence::low}};
  MonitoringData data = example({.F_CH4_sent_flare_t = 820, .eta_flare = 1});
  data.electricity[0].consumption_mwh = 310;
  const auto result = quantify(landfill, data, kYear);
  ASSERT_TRUE(result);
  testing_methodology::expect_as_described(*result);
  EXPECT_NEAR(result->years[0].terms.at("BE"), 19152, 1e-9);  // F_BL inside (1 - OX)
  EXPECT_NEAR(result->years[0].terms.ER(), 18842, 1e-9);
}

TEST(AmsIiiG, TheCapHolds) {
  const auto result = quantify(gas_plan("AMS-III.G", "10.0", "no_rule_no_system"),
                               example({.F_CH4_sent_flare_t = 9000, .eta_flare = 0.9}), kYear);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->years[0].terms.ER(), 60000);
}

// An open dump filled from 1970 to 2025 as in T04-005: 40 to 800 kt a year, Western African
// composition.
MonitoringData open_dump() {
  MonitoringData data;
  for (int year = 1970; year <= 2026; ++year) {
    const double waste_t = year > 2025 ? 0 : 40000 + (year - 1970) * (760000.0 / 55);
    for (const auto& [type, share] : {std::pair{WasteType::food, 0.539},
                                      {WasteType::paper, 0.075},
                                      {WasteType::textiles, 0.019}})
      data.declared_waste.push_back({CalendarYear(year), type, waste_t * share / 1.002, {}});
  }
  return data;
}

ComponentPlan ex_ante_plan(std::string name, std::string version) {
  return gas_plan(std::move(name), std::move(version), "no_rule_no_system");
}

double ex_ante_2026(const ComponentPlan& landfill, const MonitoringData& data,
                    const DateRange& period = kYear) {
  const auto result = quantify(landfill, data, period);
  testing_methodology::expect_as_described(result.value());
  return result->years[0].terms.at("BE");
}

// 327,782 t CO2 eq of the site in 2026 (T04-005); half of it captured.
constexpr double kSite2026 = 327781.9150982715;

TEST(Acm0001, ExAnteTakesOxidationTwiceUnlessToldOtherwise) {
  ComponentPlan landfill = ex_ante_plan("ACM0001", "19.0 ex ante");
  EXPECT_NEAR(ex_ante_2026(landfill, open_dump()), kSite2026 * 0.5 * 0.9, 1);
  landfill.options["oxidation"] = "once";
  EXPECT_NEAR(ex_ante_2026(landfill, open_dump()), kSite2026 * 0.5, 1);
}

// Its ex-ante equation has no (1 - OX) of its own: that of TOOL04 always counts.
TEST(AmsIiiG, ExAnteTakesOxidationOffOnce) {
  ComponentPlan landfill = ex_ante_plan("AMS-III.G", "10.0 ex ante");
  EXPECT_NEAR(ex_ante_2026(landfill, open_dump()), kSite2026 * 0.5, 1);
  landfill.options["oxidation"] = "once";
  EXPECT_THAT(rules_of(quantify(landfill, open_dump(), kYear)), ElementsAre(Rule::unknown_option));
}

// The wells start in July: the site makes half of the year's methane from then on.
TEST(AmsIiiG, ExAnteCountsTheMonthsSinceTheStart) {
  const DateRange half{Date(2026, 7, 1), Date(2026, 12, 31)};
  for (const auto& [name, version, OX_again] :
       {std::tuple{"AMS-III.G", "10.0 ex ante", 0.0}, {"ACM0001", "19.0 ex ante", 0.1}}) {
    ComponentPlan landfill = ex_ante_plan(name, version);
    landfill.crediting_period.first = half.first;
    EXPECT_NEAR(ex_ante_2026(landfill, open_dump(), half), kSite2026 * 0.25 * (1 - OX_again), 1);
  }
}

TEST(Acm0001, ExAnteNeedsEveryYearSinceTheSiteOpened) {
  MonitoringData dump = open_dump();
  std::erase_if(dump.declared_waste,
                [](const DeclaredAmount& amount) { return amount.year.value() == 1999; });
  EXPECT_THAT(rules_of(quantify(gas_plan("ACM0001", "19.0 ex ante", "system"), dump,
                                {Date(2026, 1, 1), Date(2026, 12, 31)})),
              ElementsAre(Rule::gap_in_declared_waste));
}

}  // namespace
}  // namespace openitmo::mrv
