#include <atomic>
#include <benchmark/benchmark.h>
#include <thread>

#include "landfill_model.h"

// A million draws of thirty years and eight waste types with sixty uncertain inputs, on one core
// and on all; and the parts that it is made of.
namespace {

using namespace openitmo;
using mrv::Batch;

mrv::Model model_of(bool all_years) {
  return {.results = 1, .evaluate = [all_years](auto inputs, auto results) {
            results[0] = bench::LandfillMethane{all_years}(inputs);
          }};
}

mrv::ForEach on_threads(std::size_t threads) {
  if (threads == 1) return mrv::on_this_thread();
  return [threads](std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (std::size_t t = 0; t < threads; ++t)
      workers.emplace_back([&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
      });
  };
}

// Sampling, equations and percentiles; the tables of the distributions are prepared in it too.
void monte_carlo(benchmark::State& state) {
  const mrv::ForEach for_each = on_threads(static_cast<std::size_t>(state.range(1)));
  const mrv::MonteCarloOptions options{
      .seed = 1, .draws_min = 1'000'000, .draws_max = 1'000'000, .tolerance = 0};
  mrv::SampleSummary summary;
  for (auto _ : state) {
    const mrv::Sampler sampler(bench::landfill_inputs());
    const mrv::MonteCarloRun run =
        mrv::run_monte_carlo(sampler, model_of(state.range(0) != 0), options, for_each);
    summary = run.summaries[0];
  }
  state.counters["mean"] = summary.mean;
  state.counters["p2_5"] = summary.p2_5;
  state.counters["p97_5"] = summary.p97_5;
  state.counters["draws_per_s"] = benchmark::Counter(1e6 * static_cast<double>(state.iterations()),
                                                     benchmark::Counter::kIsRate);
}
BENCHMARK(monte_carlo)
    ->ArgNames({"all_years", "threads"})
    ->Args({1, 1})
    ->Args({1, 2})
    ->Args({0, 1})
    ->Args({0, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

// Without the equations.
void sampling(benchmark::State& state) {
  const mrv::Sampler sampler(bench::landfill_inputs());
  std::vector<mrv::FactorBits> bits(sampler.factors().size());
  std::vector<Batch> values(sampler.inputs().size());
  std::uint64_t draw = 0;
  for (auto _ : state) {
    sampler.draw_bits(1, mrv::DrawSet::a, draw, bits);
    if (state.range(0) != 0) sampler.values_at(bits, values);
    benchmark::DoNotOptimize(values.data());
    benchmark::DoNotOptimize(bits.data());
    benchmark::ClobberMemory();
    draw += Batch::kLanes;
  }
  state.counters["draws_per_s"] = benchmark::Counter(
      static_cast<double>(Batch::kLanes) * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate);
}
BENCHMARK(sampling)->ArgName("values")->Arg(0)->Arg(1);

void equations(benchmark::State& state) {
  const mrv::Sampler sampler(bench::landfill_inputs());
  std::vector<mrv::FactorBits> bits(sampler.factors().size());
  std::vector<Batch> values(sampler.inputs().size());
  sampler.draw_bits(1, mrv::DrawSet::a, 0, bits);
  sampler.values_at(bits, values);
  for (auto _ : state) {
    benchmark::ClobberMemory();
    Batch result = bench::LandfillMethane{state.range(0) != 0}(std::span<const Batch>(values));
    benchmark::DoNotOptimize(result);
  }
  state.counters["draws_per_s"] = benchmark::Counter(
      static_cast<double>(Batch::kLanes) * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate);
}
BENCHMARK(equations)->ArgName("all_years")->Arg(0)->Arg(1);

}  // namespace
