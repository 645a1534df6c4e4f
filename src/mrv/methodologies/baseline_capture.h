#pragma once

#include <array>
#include <string_view>

#include "mrv/scalar/real.h"
#include "quantity/check.h"

// F_CH4,BL: landfill gas that would have been destroyed without the project, the four cases of
// ACM0001 v19, which AMS-III.G takes over. The cases are of high, their amounts of medium
// confidence. Each case has a word; no case is assumed, the project names its own.
namespace openitmo::mrv::baseline_capture {

inline constexpr std::array<std::string_view, 6> kCases{
    "no_rule_no_system",    // case 1: 0
    "rule_with_amount",     // case 2: the share or amount that the rule states
    "rule_capture_only",    // case 2: capture required, not flaring: 0
    "rule_without_amount",  // case 2: capture and flaring required: 20 % of F_PJ
    "system",               // case 3: the measured or historic share, else 20 %
    "rule_and_system",      // case 4: the larger of both
};

template <class S>
struct Capture {
  S share_of_rule;    // of F_PJ
  S amount_of_rule;   // t CH4
  S share_of_system;  // of F_PJ
  S share_unknown;    // where a rule states no amount
};

template <class S>
S F_BL(std::string_view baseline_case, const Capture<S>& capture, const S& F_PJ) {
  const auto rule = [&] { return max(capture.share_of_rule * F_PJ, capture.amount_of_rule); };
  const auto of_case = [&]() -> S {
    if (baseline_case == "no_rule_no_system" || baseline_case == "rule_capture_only") return S(0.0);
    if (baseline_case == "rule_with_amount") return rule();
    if (baseline_case == "rule_without_amount") return capture.share_unknown * F_PJ;
    if (baseline_case == "system") return capture.share_of_system * F_PJ;
    check(baseline_case == "rule_and_system", "the case is one of kCases");
    return max(rule(), capture.share_of_system * F_PJ);
  };
  return named({.symbol = "F_CH4,BL,y",
                .unit = "t CH4",
                .equation = "ACM0001 v19, methane destroyed in the baseline"},
               of_case());
}

}  // namespace openitmo::mrv::baseline_capture
