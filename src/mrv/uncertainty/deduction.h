#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mrv/derivation.h"

// The conservative deduction: how much of a year's emission reductions is not claimed because they
// are uncertain. A policy of the programme, which names where it comes from.
namespace openitmo::mrv {

enum class DeductionRule : std::uint8_t {
  // By the band of the half width of approach 1 in percent of the reductions: up to 10, 30, 50, 100
  // and above, 2, 6, 11, 18 and 27 % are deducted (2, 6, 12, 21 and 37 % are added to a negative
  // result). The factors of FCCC/SBSTA/2003/10/Add.2.
  bands,
  // Down to a percentile of the draws of approach 2.
  percentile,
};
std::string_view name_of(DeductionRule rule);
std::optional<DeductionRule> find_deduction_rule(std::string_view name);

struct DeductionPolicy {
  DeductionRule rule = DeductionRule::bands;
  // Of the rule `percentile`: which one, above 0 and up to 50, of how many draws, from which seed.
  double percentile = 10;
  std::size_t draws = 10'000;
  std::uint64_t seed = 1;
  std::string source;
  Confidence confidence = Confidence::low;
};

inline constexpr std::size_t kDeductionDrawsMin = 1'000;
inline constexpr std::size_t kDeductionDrawsMax = 100'000;

// What of |reductions| is deducted under `bands`, where half of the 95 % interval is
// `half_width_percent` of them; infinite for reductions of 0, of which nothing is left to deduct.
double deducted_share(double reductions, double half_width_percent);

}  // namespace openitmo::mrv
