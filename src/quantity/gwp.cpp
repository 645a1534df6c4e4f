#include "quantity/gwp.h"

#include <array>

namespace openitmo {

namespace {
constexpr std::array kSets{
    GwpSet{"AR4", "100-year values from 4th assessment report by the IPCC", 250, 2980},
    GwpSet{"AR5", "100-year values from 5th assessment report by the IPCC", 280, 2650},
    GwpSet{"AR5_with_feedback",
           "100-year values with climate-carbon feedbacks from 5th assessment report by the IPCC",
           340, 2980},
    GwpSet{"AR6_nonfossil", "100-year values from 6th assessment report by the IPCC", 270, 2730},
};
}  // namespace

std::optional<GwpSet> find_gwp_set(std::string_view name) {
  for (const GwpSet& set : kSets)
    if (set.name == name) return set;
  return std::nullopt;
}

GwpSet gwp_ar5() { return kSets[1]; }

}  // namespace openitmo
