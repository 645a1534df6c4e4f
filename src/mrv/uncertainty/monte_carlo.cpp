#include "mrv/uncertainty/monte_carlo.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "mrv/math/normal.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

// Enough for the scratch space of a chunk to be set up rarely, few enough to spread over threads.
constexpr std::size_t kBatchesPerChunk = 256;

std::size_t whole_batches(std::size_t draws) { return (draws + Batch::kLanes - 1) / Batch::kLanes; }

std::size_t rank_of(std::size_t count, double p) {
  const double rank = std::ceil(static_cast<double>(count) * p);
  return static_cast<std::size_t>(std::clamp(rank, 1.0, static_cast<double>(count))) - 1;
}

// Puts the draws of these ascending ranks where sorting would, and no more: many times faster.
void select_ranks(std::span<double> draws, std::span<const std::size_t> ranks, std::size_t first) {
  if (ranks.empty()) return;
  const std::size_t middle = ranks.size() / 2;
  const auto at = draws.begin() + static_cast<std::ptrdiff_t>(ranks[middle] - first);
  std::ranges::nth_element(draws, at);
  select_ranks({draws.begin(), at}, ranks.first(middle), first);
  std::span<const std::size_t> above = ranks.subspan(middle + 1);
  while (!above.empty() && above.front() == ranks[middle]) above = above.subspan(1);
  select_ranks({at + 1, draws.end()}, above, ranks[middle] + 1);
}

// The ranks between which a percentile lies with 95 % confidence.
struct RankRange {
  std::size_t low;
  std::size_t high;
};
RankRange confidence_ranks(std::size_t count, double p) {
  const auto n = static_cast<double>(count);
  const double share = kNormalQuantile97_5 * std::sqrt(n * p * (1 - p)) / n;
  return {rank_of(count, std::max(0.0, p - share)), rank_of(count, std::min(1.0, p + share))};
}

class Runner {
 public:
  Runner(const Sampler& sampler, const Model& model, std::uint64_t seed)
      : sampler_(sampler), model_(model), seed_(seed) {}

  // Batches first..last-1 into `draws`, which has room for them.
  void run(std::size_t first, std::size_t last, std::vector<std::vector<double>>& draws) const {
    std::vector<FactorBits> bits(sampler_.factors().size());
    std::vector<Batch> inputs(sampler_.inputs().size());
    std::vector<Batch> results(model_.results);
    for (std::size_t batch = first; batch < last; ++batch) {
      const std::size_t draw = batch * Batch::kLanes;
      sampler_.draw_bits(seed_, DrawSet::a, draw, bits);
      sampler_.values_at(bits, inputs);
      model_.evaluate(inputs, results);
      for (std::size_t r = 0; r < results.size(); ++r)
        std::ranges::copy(results[r].lanes(), draws[r].begin() + static_cast<std::ptrdiff_t>(draw));
    }
  }

 private:
  const Sampler& sampler_;
  const Model& model_;
  std::uint64_t seed_;
};

}  // namespace

ForEach on_this_thread() {
  return [](std::size_t count, const std::function<void(std::size_t)>& work) {
    for (std::size_t i = 0; i < count; ++i) work(i);
  };
}

bool SampleSummary::is_settled(double tolerance) const {
  const double allowed = tolerance * half_width();
  return kNormalQuantile97_5 * standard_error <= allowed && p2_5_error <= allowed &&
         p97_5_error <= allowed;
}

double percentile_of(std::span<const double> sorted, double p) {
  check(!sorted.empty(), "a percentile is of something");
  return sorted[rank_of(sorted.size(), p)];
}

Moments moments_of(std::span<const double> values) {
  check(!values.empty(), "a mean is of something");
  const auto n = static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += value;
  const double mean = sum / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {.mean = mean, .sd = values.size() > 1 ? std::sqrt(squares / (n - 1)) : 0};
}

SampleSummary summarize_draws(std::span<const double> draws) {
  const Moments moments = moments_of(draws);
  const std::size_t n = draws.size();
  const RankRange low = confidence_ranks(n, 0.025);
  const RankRange high = confidence_ranks(n, 0.975);
  std::array<std::size_t, 7> ranks{low.low,  rank_of(n, 0.025), low.high, rank_of(n, 0.5),
                                   high.low, rank_of(n, 0.975), high.high};
  std::ranges::sort(ranks);
  std::vector<double> selected(draws.begin(), draws.end());
  select_ranks(selected, ranks, 0);
  return {.draws = n,
          .mean = moments.mean,
          .sd = moments.sd,
          .standard_error = moments.sd / std::sqrt(static_cast<double>(n)),
          .p2_5 = selected[rank_of(n, 0.025)],
          .median = selected[rank_of(n, 0.5)],
          .p97_5 = selected[rank_of(n, 0.975)],
          .p2_5_error = (selected[low.high] - selected[low.low]) / 2,
          .p97_5_error = (selected[high.high] - selected[high.low]) / 2};
}

MonteCarloRun run_monte_carlo(const Sampler& sampler, const Model& model,
                              const MonteCarloOptions& options, const ForEach& for_each) {
  check(options.draws_min > 0 && options.draws_min <= options.draws_max, "a run has draws");
  MonteCarloRun run;
  run.draws.resize(model.results);
  run.rounds.resize(model.results);
  const Runner runner(sampler, model, options.seed);
  const std::size_t all = whole_batches(options.draws_max);
  std::size_t done = 0;
  for (std::size_t target = whole_batches(options.draws_min); done < all && !run.is_settled;
       target = 2 * done) {
    target = options.tolerance > 0 ? std::min(target, all) : all;
    for (std::vector<double>& draws : run.draws) draws.resize(target * Batch::kLanes);
    for_each((target - done + kBatchesPerChunk - 1) / kBatchesPerChunk, [&](std::size_t chunk) {
      const std::size_t first = done + chunk * kBatchesPerChunk;
      runner.run(first, std::min(first + kBatchesPerChunk, target), run.draws);
    });
    done = target;
    run.is_settled = options.tolerance > 0;
    for (std::size_t r = 0; r < model.results; ++r) {
      run.rounds[r].push_back(summarize_draws(run.draws[r]));
      run.is_settled = run.is_settled && run.rounds[r].back().is_settled(options.tolerance);
    }
  }
  for (const std::vector<SampleSummary>& rounds : run.rounds)
    run.summaries.push_back(rounds.back());
  return run;
}

}  // namespace openitmo::mrv
