#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "mrv/uncertainty/sampler.h"

// IPCC 2006 V1 Ch 3, approach 2: the equations run on many draws of their uncertain inputs.
namespace openitmo::mrv {

// The equations: from the values of all inputs to the results, eight draws at a time. Called from
// several threads at once.
struct Model {
  std::size_t results = 1;
  std::function<void(std::span<const Batch> inputs, std::span<Batch> results)> evaluate;
};

// Carries out `work` for 0 to count - 1, in any order, on as many threads as the caller has;
// returns when all is done. This folder starts no threads.
using ForEach =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;
// One after the other.
ForEach on_this_thread();

struct MonteCarloOptions {
  std::uint64_t seed = 1;
  // Draws are made in rounds: the least number, then twice as many as before, until all results are
  // `settled` or the greatest number is reached. Both are rounded up to whole batches.
  std::size_t draws_min = 10'000;
  std::size_t draws_max = 1'000'000;
  // Settled: the 95 % confidence intervals of mean, 2.5 % and 97.5 % percentile are no wider to
  // each side than this share of the 95 % interval's half width. 0: never, all draws are made.
  double tolerance = 0.02;
};

// What a sample of draws says about a result; all of it in the unit of the result.
struct SampleSummary {
  std::size_t draws = 0;
  double mean = 0;
  double sd = 0;
  double standard_error = 0;  // of the mean
  double p2_5 = 0;
  double median = 0;
  double p97_5 = 0;
  // Half widths of the 95 % confidence intervals of the two percentiles, by the ranks between which
  // a percentile lies, np ± 1.96·sqrt(np(1-p)), whatever the distribution.
  double p2_5_error = 0;
  double p97_5_error = 0;

  double half_width() const { return (p97_5 - p2_5) / 2; }
  bool is_settled(double tolerance) const;
};

struct MonteCarloRun {
  // By result, by draw. The first n draws of a longer run are those of a shorter one.
  std::vector<std::vector<double>> draws;
  std::vector<SampleSummary> summaries;            // by result, of all draws
  std::vector<std::vector<SampleSummary>> rounds;  // by result, of the draws so far
  bool is_settled = false;
};

// The same bytes on every machine and any number of threads: a draw depends on the seed and its
// number alone, and sums are taken in the order of the draws.
MonteCarloRun run_monte_carlo(const Sampler& sampler, const Model& model,
                              const MonteCarloOptions& options, const ForEach& for_each);

// Mean and standard deviation, added up in order.
struct Moments {
  double mean = 0;
  double sd = 0;
};
Moments moments_of(std::span<const double> values);

// `draws` must not be empty. `percentile_of` is the draw of rank ⌈np⌉ of sorted draws.
SampleSummary summarize_draws(std::span<const double> draws);
double percentile_of(std::span<const double> sorted, double p);

}  // namespace openitmo::mrv
