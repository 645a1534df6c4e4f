#pragma once

#include <vector>

#include "mrv/uncertainty/input_list.h"
#include "mrv/uncertainty/monte_carlo.h"
#include "mrv/uncertainty/variance_indices.h"

// Approach 2 over the emission reductions of one component.
namespace openitmo::mrv {

struct SamplingRequest {
  MonteCarloOptions options;
  std::size_t index_draws = 2'000;  // for each of factors + 2 evaluations; 0: no indices
  ForEach for_each = on_this_thread();
};

struct SampledUncertainty {
  MonteCarloOptions options;
  bool is_settled = false;
  std::size_t factors = 0;            // that vary
  std::vector<SampleSummary> years;   // in the order of the result
  SampleSummary total;                // of all years together
  std::vector<SampleSummary> rounds;  // of the total
  std::size_t index_draws = 0;
  std::vector<VarianceIndex> indices;  // of the total
};

// `model` gives the reductions of each year and, last, their sum.
SampledUncertainty sample_uncertainty(const InputList& inputs, const Model& model,
                                      const SamplingRequest& request);

// One percentile of each result of the model, from a plain run on this thread.
std::vector<double> sampled_percentiles(const InputList& inputs, const Model& model,
                                        std::uint64_t seed, std::size_t draws, double percentile);

}  // namespace openitmo::mrv
