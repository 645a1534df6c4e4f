#include "mrv/methodologies/acm0022.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"

namespace openitmo::mrv {
namespace {

using testing_site::kFirstYear;
using testing_site::years;

ComponentPlan treatment_plan(std::string treatment) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.methodology = {"ACM0022", "3.0"};
  plan.options = {{"treatment", std::move(treatment)}};
  return plan;
}

YearTerms<double> terms_of(const ComponentPlan& plan, const MonitoringData& data) {
  const auto result = quantify(plan, data, years(kFirstYear, kFirstYear));
  testing_methodology::expect_as_described(result.value());
  return result->years[0].terms;
}

TEST(Acm0022, CompostingIsThatOfTool13) {
  const YearTerms<double> terms = terms_of(treatment_plan("composting"), testing_site::data(1));
  const YearTerms<double> small = quantify(testing_site::plan(DecayModel::yearly),
                                           testing_site::data(1), years(kFirstYear, kFirstYear))
                                      .value()
                                      .years[0]
                                      .terms;
  EXPECT_EQ(terms.at("PE_COMP"), small.at("PE"));
  EXPECT_EQ(terms.ER(), small.ER());
}

MonitoringData declared(double food_t, double plastics_t) {
  MonitoringData data;
  const CalendarYear year(kFirstYear);
  data.declared_waste = {{year, WasteType::food, food_t, {}},
                         {year, WasteType::plastics, plastics_t, {}}};
  return data;
}

// The combustion example of docs/methodologies/acm0022.md: Eq 22 on wet mass, biogenic carbon free,
// Eq 27 with 10^-6 and not the misprinted 10^-3.
TEST(Acm0022, CombustionCountsFossilCarbonOnly) {
  const YearTerms<double> terms = terms_of(treatment_plan("combustion"), declared(1000, 100));
  const double CO2 = 44.0 / 12 * 100 * 0.85;
  const double N2O = 1100 * 1.21 * 50e-6 * 265;
  const double CH4 = 1100 * 1.21 * 0.2e-6 * 28;
  EXPECT_NEAR(terms.at("PE_COM"), CO2 + N2O + CH4, 1e-9);
  EXPECT_NEAR(terms.at("PE_COM"), 329.3, 0.1);
}

TEST(Acm0022, PlasticsMakeNoMethaneAtTheSite) {
  EXPECT_EQ(terms_of(treatment_plan("combustion"), declared(0, 100)).at("BE_CH4_SWDS"), 0);
}

TEST(Acm0022, ComplianceRateTakesItsShareOfTheWholeBaseline) {
  ComponentPlan plan = treatment_plan("composting");
  plan.overrides = {{"BE_WW", "100", "example", Confidence::low},
                    {"BE_NG", "50", "example", Confidence::low}};
  const double whole = terms_of(plan, testing_site::data(1)).at("BE");
  plan.overrides.push_back({"RATE_compliance", "0.2", "regulator", Confidence::high});
  EXPECT_NEAR(terms_of(plan, testing_site::data(1)).at("BE"), 0.8 * whole, 1e-9);
}

// Run-off water without the φ of TOOL13.
TEST(Acm0022, RunOffWaterHasNoModelCorrection) {
  ComponentPlan plan = treatment_plan("combustion");
  const double before = terms_of(plan, declared(1000, 100)).at("PE_COM");
  plan.overrides = {{"Q_RO", "1200", "meter", Confidence::high}};
  EXPECT_NEAR(terms_of(plan, declared(1000, 100)).at("PE_COM") - before,
              1200 * 0.012 * 0.25 * 0.8 * 28, 1e-9);
}

TEST(Acm0022, SuppressedDemandIsDeclaredAndShown) {
  ComponentPlan plan = treatment_plan("composting");
  plan.disposal_site = DisposalSite::settlement_dumping;
  EXPECT_THAT(testing_methodology::rules_of(
                  quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear))),
              testing::ElementsAre(Rule::suppressed_demand));
  plan.suppressed_demand = "no collection in the district (survey of 2025)";
  const auto result = quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result);
  ASSERT_EQ(result->warnings.size(), 1u);
  EXPECT_EQ(result->warnings[0].rule, Rule::suppressed_demand);
  EXPECT_EQ(result->suppressed_demand, plan.suppressed_demand);
}

}  // namespace
}  // namespace openitmo::mrv
