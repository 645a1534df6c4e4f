#include "mrv/uncertainty/variance_indices.h"

#include <algorithm>
#include <cmath>

#include "mrv/math/normal.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

constexpr std::size_t kBatchesPerChunk = 64;

// By draw: f(A), f(B) and, for each cluster of factors, f(AB_i).
struct Evaluations {
  std::vector<double> a;
  std::vector<double> b;
  std::vector<std::vector<double>> ab;  // by cluster
};

class Evaluator {
 public:
  Evaluator(const Sampler& sampler, const Model& model)
      : sampler_(sampler),
        model_(model),
        inputs_(sampler.inputs().size()),
        results_(model.results) {}

  void evaluate(std::span<const FactorBits> bits, std::vector<double>& into, std::size_t draw) {
    sampler_.values_at(bits, inputs_);
    model_.evaluate(inputs_, results_);
    std::ranges::copy(results_.back().lanes(), into.begin() + static_cast<std::ptrdiff_t>(draw));
  }

 private:
  const Sampler& sampler_;
  const Model& model_;
  std::vector<Batch> inputs_;
  std::vector<Batch> results_;
};

void evaluate_chunk(const Sampler& sampler, const Model& model, std::uint64_t seed,
                    std::size_t first, std::size_t last, Evaluations& all) {
  const std::size_t factors = sampler.factors().size();
  Evaluator evaluator(sampler, model);
  std::vector<FactorBits> a(factors);
  std::vector<FactorBits> b(factors);
  for (std::size_t batch = first; batch < last; ++batch) {
    const std::size_t draw = batch * Batch::kLanes;
    sampler.draw_bits(seed, DrawSet::a, draw, a);
    sampler.draw_bits(seed, DrawSet::b, draw, b);
    evaluator.evaluate(a, all.a, draw);
    evaluator.evaluate(b, all.b, draw);
    for (std::size_t i = 0; i < sampler.clusters().size(); ++i) {
      const auto exchange = [&] {
        for (const std::size_t factor : sampler.clusters()[i].factors)
          std::swap(a[factor], b[factor]);
      };
      exchange();
      evaluator.evaluate(a, all.ab[i], draw);
      exchange();
    }
  }
}

struct Estimate {
  double mean = 0;
  double error = 0;  // half of the 95 % confidence interval
};

template <class Term>
Estimate mean_over(std::size_t draws, Term term) {
  std::vector<double> terms(draws);
  for (std::size_t n = 0; n < draws; ++n) terms[n] = term(n);
  const Moments moments = moments_of(terms);
  return {moments.mean, kNormalQuantile97_5 * moments.sd / std::sqrt(static_cast<double>(draws))};
}

}  // namespace

std::vector<VarianceIndex> variance_indices(const Sampler& sampler, const Model& model,
                                            std::uint64_t seed, std::size_t draws,
                                            const ForEach& for_each) {
  check(draws > 0, "indices need draws");
  const std::size_t batches = (draws + Batch::kLanes - 1) / Batch::kLanes;
  draws = batches * Batch::kLanes;
  const std::size_t clusters = sampler.clusters().size();
  Evaluations f{.a = std::vector<double>(draws),
                .b = std::vector<double>(draws),
                .ab = std::vector<std::vector<double>>(clusters, std::vector<double>(draws))};
  for_each((batches + kBatchesPerChunk - 1) / kBatchesPerChunk, [&](std::size_t chunk) {
    const std::size_t first = chunk * kBatchesPerChunk;
    evaluate_chunk(sampler, model, seed, first, std::min(first + kBatchesPerChunk, batches), f);
  });
  std::vector<double> both = f.a;
  both.insert(both.end(), f.b.begin(), f.b.end());
  const Moments of_both = moments_of(both);
  const double variance = of_both.sd * of_both.sd;
  if (variance == 0) return {};
  std::vector<VarianceIndex> indices;
  for (std::size_t i = 0; i < clusters; ++i) {
    const Estimate first = mean_over(draws, [&](std::size_t n) {
      return (f.b[n] - of_both.mean) * (f.ab[i][n] - f.a[n]) / variance;
    });
    const Estimate total = mean_over(draws, [&](std::size_t n) {
      const double difference = f.a[n] - f.ab[i][n];
      return difference * difference / (2 * variance);
    });
    indices.push_back({.factor = sampler.clusters()[i].name,
                       .first_order = first.mean,
                       .total = total.mean,
                       .first_order_error = first.error,
                       .total_error = total.error});
  }
  std::ranges::stable_sort(indices, std::greater{}, &VarianceIndex::total);
  return indices;
}

}  // namespace openitmo::mrv
