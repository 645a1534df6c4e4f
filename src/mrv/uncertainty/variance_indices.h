#pragma once

#include <string>
#include <vector>

#include "mrv/uncertainty/monte_carlo.h"

namespace openitmo::mrv {

// How much of a result's variance one factor causes.
struct VarianceIndex {
  std::string factor;
  double first_order = 0;  // S: on its own
  double total = 0;        // S_T: together with all interactions; 0 if it has no effect
  // Half widths of the 95 % confidence intervals, from the spread over the draws.
  double first_order_error = 0;
  double total_error = 0;
};

// Indices of the result `model.results - 1`, the largest total first, by
//   S   = 1/N Σ f(B)·(f(AB_i) - f(A)) / V         (Saltelli et al. 2010, Table 2 (b))
//   S_T = 1/2N Σ (f(A) - f(AB_i))² / V            (Jansen 1999; ibid. (f))
// where AB_i are the draws A with factor i from B, and V is the variance over A and B. f is taken
// about its mean, which changes neither and makes the first steadier. Costs (factors + 2)·draws
// evaluations. Empty if nothing varies. Draws are rounded up to whole batches.
std::vector<VarianceIndex> variance_indices(const Sampler& sampler, const Model& model,
                                            std::uint64_t seed, std::size_t draws,
                                            const ForEach& for_each);

}  // namespace openitmo::mrv
