#include "mrv/double_crediting.h"

#include <gtest/gtest.h>

#include "mrv/testing_methodology.h"

namespace openitmo::mrv {
namespace {

ComponentPlan composting(std::string site) {
  ComponentPlan plan = testing_methodology::plan("AMS-III.F", "12.0");
  plan.component = "composting";
  plan.site_name = std::move(site);
  return plan;
}

ComponentPlan landfill_gas(std::string site) {
  ComponentPlan plan = testing_methodology::plan("ACM0001", "19.0");
  plan.component = "gas";
  plan.site_name = std::move(site);
  return plan;
}

std::size_t problems_of(const ComponentPlan& one, const ComponentPlan& other) {
  const std::vector<ComponentPlan> plans{one, other};
  const Problems problems = check_double_crediting(plans);
  for (const Finding& finding : problems) EXPECT_EQ(finding.rule, Rule::tonne_credited_twice);
  return problems.size();
}

TEST(DoubleCrediting, WasteKeptFromTheSiteWhoseGasIsMetered) {
  EXPECT_EQ(problems_of(composting("Mbeubeuss"), landfill_gas("Mbeubeuss")), 1u);
  EXPECT_EQ(problems_of(composting("Thiès"), landfill_gas("Mbeubeuss")), 0u);
  EXPECT_EQ(problems_of(composting("Mbeubeuss"), composting("Mbeubeuss")), 0u);
}

TEST(DoubleCrediting, ASiteThatIsNotNamedIsRefusedBesideMeteredGas) {
  EXPECT_EQ(problems_of(composting(""), landfill_gas("Mbeubeuss")), 1u);
  EXPECT_EQ(problems_of(composting("Mbeubeuss"), landfill_gas("")), 1u);
}

TEST(DoubleCrediting, TheCapturedShareMayBeLeftOutOfTheDiversion) {
  ComponentPlan diverts = composting("Mbeubeuss");
  diverts.overrides = {{"f_y", "0.5", "collection efficiency of the gas system", Confidence::low}};
  ComponentPlan meters = landfill_gas("Mbeubeuss");
  EXPECT_EQ(problems_of(diverts, meters), 0u);
  meters.overrides = {{"eta_PJ", "0.6", "design", Confidence::low}};
  EXPECT_EQ(problems_of(diverts, meters), 1u);
}

TEST(DoubleCrediting, OtherYearsDoNotMeet) {
  ComponentPlan later = landfill_gas("Mbeubeuss");
  later.crediting_period = {Date(2036, 1, 1), Date(2045, 12, 31)};
  EXPECT_EQ(problems_of(composting("Mbeubeuss"), later), 0u);
}

}  // namespace
}  // namespace openitmo::mrv
