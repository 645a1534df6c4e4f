#pragma once

#include <cstdint>
#include <optional>

// How many tickets a verifier looks at. All shares are between 0 and 1.
namespace openitmo::mrv::verification {

// With fewer no spread can be seen.
inline constexpr std::size_t kSampleMin = 2;

// For a wanted precision: enough tickets that the share of wrong ones is known within ±precision
// (absolute) at this confidence, if `expected_share` of them are wrong; 0.5 asks for the most.
//   n >= z²·N·p(1-p) / ((N-1)·precision² + z²·p(1-p))
// the formula of the CDM guideline on sampling for a proportion of a finite population.
std::size_t size_for_precision(std::size_t population, double confidence, double precision,
                               double expected_share);

// For a materiality: the smallest n for which a sample with the expected share of wrong tickets
// (rounded down to whole tickets) shows at this confidence that no more than `tolerable_share` are:
// P(X <= expected·n; n, tolerable) <= 1 - confidence. Without expected errors that is
// ln(1 - confidence) / ln(1 - tolerable). Nothing where not even the whole population shows it.
// expected_share < tolerable_share.
std::optional<std::size_t> size_for_materiality(std::size_t population, double confidence,
                                                double tolerable_share, double expected_share);

}  // namespace openitmo::mrv::verification
