#include "mrv/uncertainty/sampled.h"

#include <algorithm>

namespace openitmo::mrv {

SampledUncertainty sample_uncertainty(const InputList& inputs, const Model& model,
                                      const SamplingRequest& request) {
  const Sampler sampler(inputs.inputs());
  MonteCarloRun run = run_monte_carlo(sampler, model, request.options, request.for_each);
  SampledUncertainty sampled{.options = request.options,
                             .is_settled = run.is_settled,
                             .factors = sampler.factors().size(),
                             .years = {},
                             .total = run.summaries.back(),
                             .rounds = std::move(run.rounds.back()),
                             .index_draws = request.index_draws,
                             .indices = {}};
  sampled.years.assign(run.summaries.begin(), run.summaries.end() - 1);
  if (request.index_draws > 0)
    sampled.indices = variance_indices(sampler, model, request.options.seed, request.index_draws,
                                       request.for_each);
  return sampled;
}

std::vector<double> sampled_percentiles(const InputList& inputs, const Model& model,
                                        std::uint64_t seed, std::size_t draws, double percentile) {
  MonteCarloRun run = run_monte_carlo(
      Sampler(inputs.inputs()), model,
      {.seed = seed, .draws_min = draws, .draws_max = draws, .tolerance = 0}, on_this_thread());
  std::vector<double> percentiles;
  for (std::vector<double>& result : run.draws) {
    std::ranges::sort(result);
    percentiles.push_back(percentile_of(result, percentile / 100));
  }
  return percentiles;
}

}  // namespace openitmo::mrv
