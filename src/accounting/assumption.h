#pragma once

#include <string>
#include <vector>

#include "party/names.h"

namespace openitmo::accounting {

// What a figure rests on besides recorded facts. A report prints one sentence for each, with its
// values in this order:
enum class AssumptionText {
  method,                // method, basis of the NDC record (published, assumed, fictitious)
  averaging_convention,  // convention
  averaging_numerator,   // axis
  elapsed_years,         // rule, first year, last year, count
  no_elapsed_year,       // rule: no average can be formed yet
  oimp_apart_from_ndc,   // none: 23(c) and 23(d) are kept disjoint
  first_transfer_at_authorization,  // none: dated at authorization, issued quantity
  level_derived,                    // family: from the description of the NDC, not recorded as such
  inventory_not_published,          // year, basis
  inventory_missing,                // year
  vintage_outside_period,           // vintage, t CO2 eq: the Party states how it is treated
};

struct Assumption {
  AssumptionText text = AssumptionText::method;
  std::vector<std::string> values;
  bool operator==(const Assumption&) const = default;
};

}  // namespace openitmo::accounting

template <>
struct openitmo::EnumNames<openitmo::accounting::AssumptionText> {
  static constexpr std::array<std::string_view, 11> names{"method",
                                                          "averaging_convention",
                                                          "averaging_numerator",
                                                          "elapsed_years",
                                                          "no_elapsed_year",
                                                          "oimp_apart_from_ndc",
                                                          "first_transfer_at_authorization",
                                                          "level_derived",
                                                          "inventory_not_published",
                                                          "inventory_missing",
                                                          "vintage_outside_period"};
};
