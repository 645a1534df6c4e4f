#pragma once

#include <optional>
#include <string_view>

namespace openitmo {

// A named set of 100-year global warming potentials; figures are tenths, so that they are exact.
// The Paris Agreement uses AR5 without feedbacks and without the fossil-methane value
// (18/CMA.1 annex para 37; 2/CMA.3 annex para 1(c)). The other sets serve comparison.
struct GwpSet {
  std::string_view name;
  std::string_view aef_text;  // what the AEF column "Applicable GWP value(s)" prints
  int ch4_tenths;
  int n2o_tenths;

  bool operator==(const GwpSet&) const = default;
};

// "AR4", "AR5", "AR5_with_feedback" or "AR6_nonfossil"; nothing for another name.
std::optional<GwpSet> find_gwp_set(std::string_view name);
GwpSet gwp_ar5();

}  // namespace openitmo
