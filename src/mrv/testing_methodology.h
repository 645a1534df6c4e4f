#pragma once

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "mrv/crediting.h"
#include "mrv/methodologies.h"
#include "mrv/quantify.h"

// What the tests of the methodologies share.
namespace openitmo::mrv::testing_methodology {

inline ComponentPlan plan(std::string name, std::string version) {
  ComponentPlan plan;
  plan.component = "site";
  plan.methodology = {std::move(name), std::move(version)};
  plan.climate = ClimateZone::tropical_dry;
  plan.disposal_site = DisposalSite::unmanaged_deep;
  plan.model = DecayModel::yearly;
  plan.crediting_period = {Date(2026, 1, 1), Date(2035, 12, 31)};
  return plan;
}

inline DateRange only_month(int year, unsigned month) {
  const Date first(year, month, 1);
  return {first, month == 12 ? Date(year, 12, 31) : Date(year, month + 1, 1).plus_days(-1)};
}

inline std::vector<Rule> rules_of(const std::expected<Quantification, Problems>& result) {
  std::vector<Rule> rules;
  if (!result)
    for (const Finding& finding : result.error()) rules.push_back(finding.rule);
  return rules;
}

// The result has the terms that its methodology describes, in that order, and reads no parameter
// besides those that it describes.
inline void expect_as_described(const Quantification& result) {
  const Methodology& methodology = *find_methodology(result.methodology);
  std::vector<std::string_view> described, yielded;
  for (const TermDescription& term : described_terms(result)) described.push_back(term.key);
  for (const auto& term : result.years.at(0).terms.list()) yielded.push_back(term.key);
  EXPECT_EQ(yielded, described);
  for (const ParameterUse& use : result.parameters)
    EXPECT_TRUE(methodology.reads_parameter(use.symbol) || crediting::is_parameter(use.symbol))
        << use.symbol;
}

}  // namespace openitmo::mrv::testing_methodology
