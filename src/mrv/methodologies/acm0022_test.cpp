#include "mrv/methodologies/acm0022.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/gas_month.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"

namespace openitmo::mrv {
namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;
using testing_methodology::rules_of;
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
  MonitoringData data = testing_site::metered(1);
  const CalendarYear year(kFirstYear);
  data.declared_waste = {{year, WasteType::food, food_t, {}},
                         {year, WasteType::plastics, plastics_t, {}}};
  return data;
}

// The combustion example of docs/methodologies/acm0022.md: Eq 22 on wet mass, biogenic carbon free,
// Eq 27 with 10^-6 and not the misprinted 10^-3.
TEST(Acm0022, CombustionCountsFossilCarbonOnly) {
  const YearTerms<double> terms = terms_of(treatment_plan("combustion"), declared(1000, 100));
  EXPECT_NEAR(terms.at("PE_COM"), 329.3099, 1e-4);
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

std::vector<Rule> rules_of_year(const ComponentPlan& plan, const MonitoringData& data) {
  return rules_of(quantify(plan, data, years(kFirstYear, kFirstYear)));
}

MonitoringData with_biogas(MonitoringData data) {
  for (unsigned month = 1; month <= 12; ++month)
    add_gas_month(data, {.year = CalendarYear(kFirstYear),
                         .month = month,
                         .F_CH4_sent_flare_t = 1,
                         .eta_flare = 0.9});
  return data;
}

// A digester whose gas and electricity nobody metered emits all the same.
TEST(Acm0022, EveryTreatmentButTheDeclaredIsMetered) {
  MonitoringData data = testing_site::data(1);
  EXPECT_THAT(rules_of_year(treatment_plan("digestion"), data),
              AllOf(SizeIs(12), Each(Rule::gap_in_monthly_table)));
  data = with_biogas(std::move(data));
  EXPECT_GT(terms_of(treatment_plan("digestion"), data).at("PE_AD"), 12 * 28 * 0.1);
  data.monthly["gas"].pop_back();
  EXPECT_THAT(rules_of_year(treatment_plan("digestion"), data),
              ElementsAre(Rule::gap_in_monthly_table));
  for (const char* treatment : {"composting", "digestion", "combustion"}) {
    MonitoringData unmetered = with_biogas(testing_site::data(1));
    if (treatment != std::string_view("digestion")) unmetered.monthly.clear();
    unmetered.electricity.pop_back();
    EXPECT_THAT(rules_of_year(treatment_plan(treatment), unmetered),
                ElementsAre(Rule::gap_in_electricity))
        << treatment;
  }
  MonitoringData burnt = declared(1000, 100);
  burnt.electricity.clear();
  EXPECT_THAT(rules_of_year(treatment_plan("combustion"), burnt),
              AllOf(SizeIs(12), Each(Rule::gap_in_electricity)));
}

// What the project emits is never dropped because of the word chosen for its treatment.
TEST(Acm0022, RowsThatTheTreatmentDoesNotReadAreRefused) {
  const DeclaredProjectEmissions emitted{CalendarYear(kFirstYear), 500, "document", {}};
  MonitoringData data = testing_site::data(1);
  data.declared_project_emissions = {emitted};
  EXPECT_THAT(rules_of_year(treatment_plan("composting"), data), ElementsAre(Rule::rows_not_read));
  EXPECT_THAT(rules_of_year(treatment_plan("composting"), with_biogas(testing_site::data(1))),
              ElementsAre(Rule::rows_not_read));
  // The site's meter and its deliveries of diesel.
  EXPECT_THAT(rules_of_year(treatment_plan("declared"), data),
              ElementsAre(Rule::rows_not_read, Rule::rows_not_read));
}

TEST(Acm0022, ElectricityIsMeteredOrDeclaredNotBoth) {
  MonitoringData data = testing_site::data(1);
  const CalendarYear year(kFirstYear);
  for (unsigned month = 1; month <= 12; ++month)
    data.monthly["electricity_delivered"].push_back(
        {.year = year, .month = month, .values = {10.0}});
  EXPECT_NEAR(terms_of(treatment_plan("composting"), data).at("BE_EN"), 120 * 0.4 * 1.03, 1e-9);
  data.declared_electricity_export = {{year, 120, {}}};
  EXPECT_THAT(rules_of_year(treatment_plan("composting"), data), ElementsAre(Rule::rows_not_read));
}

// Without it the default of the region would have been burnt, whatever the samples say.
TEST(Acm0022, CombustionNeedsTheComposition) {
  ComponentPlan plan = treatment_plan("combustion");
  plan.options["baseline"] = std::string(kSimplified);
  EXPECT_THAT(rules_of_year(plan, testing_site::data(1)),
              testing::Contains(Rule::table_without_composition));
}

TEST(Acm0022, CompostedDigestateNeedsItsMass) {
  ComponentPlan plan = treatment_plan("digestion");
  plan.options["digestate"] = "composted";
  EXPECT_THAT(rules_of_year(plan, with_biogas(testing_site::data(1))),
              ElementsAre(Rule::missing_quantity));
}

}  // namespace
}  // namespace openitmo::mrv
