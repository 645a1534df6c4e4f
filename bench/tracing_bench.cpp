#include <benchmark/benchmark.h>
#include <cmath>

#include "landfill_model.h"
#include "mrv/scalar/traced.h"
#include "quantity/check.h"

// What the equations cost as templates over the scalar: thirty years of eight waste types in double
// through tool04.h, labels and all, against the same sums written out by hand. The powers are
// prepared in both. The tracing scalar is beside them for what it costs where it is asked for.
namespace {

using namespace openitmo;

std::vector<double> estimates() {
  std::vector<double> values;
  for (const mrv::RandomInput& input : bench::landfill_inputs()) values.push_back(input.value);
  return values;
}

double total_of_all_years(const mrv::tool04::Swds<double>& swds,
                          const mrv::tool04::Decay<double>& decay) {
  double total = 0;
  for (int y = 1; y <= bench::kYears; ++y) total += mrv::tool04::BE_CH4_SWDS_y(swds, decay, y);
  return total;
}

void templates_in_double(benchmark::State& state) {
  const std::vector<double> in = estimates();
  const auto swds = bench::LandfillMethane::site(std::span<const double>(in));
  const auto decay = mrv::tool04::yearly_decay(swds, bench::kYears);
  for (auto _ : state) {
    benchmark::ClobberMemory();
    benchmark::DoNotOptimize(total_of_all_years(swds, decay));
  }
}
BENCHMARK(templates_in_double)->Unit(benchmark::kMicrosecond);

// The sums of Eq 1 over plain lists.
struct ByHand {
  double phi, f, OX, F, DOC_f;
  std::vector<std::vector<double>> deposited;  // by type and year: their number is not known before
  std::vector<std::vector<double>> share;

  explicit ByHand(std::span<const double> in)
      : phi(in[0]), f(in[1]), OX(in[2]), F(in[3]), DOC_f(in[4]) {
    const std::span<const double> W = in.subspan(6 + 3 * bench::kTypes);
    for (std::size_t j = 0; j < bench::kTypes; ++j) {
      const std::span<const double> type = in.subspan(6 + 3 * j, 3);
      deposited.emplace_back();
      share.emplace_back();
      for (std::size_t x = 0; x < W.size(); ++x) {
        deposited[j].push_back(in[5] * (W[x] * type[2]) * type[0]);
        share[j].push_back(mrv::exp(-type[1] * static_cast<double>(x)) * (1 - mrv::exp(-type[1])));
      }
    }
  }

  double year(int y) const {
    double carbon = 0;
    for (std::size_t j = 0; j < deposited.size(); ++j) {
      double decaying = 0;
      for (int x = 1; x <= y; ++x)
        decaying += deposited[j][static_cast<std::size_t>(x - 1)] *
                    share[j][static_cast<std::size_t>(y - x)];
      carbon += DOC_f * decaying;
    }
    return phi * (1 - f) * 28.0 * (1 - OX) * (16.0 / 12.0) * F * carbon;
  }
  double all_years() const {
    double total = 0;
    for (int y = 1; y <= bench::kYears; ++y) total += year(y);
    return total;
  }
};

void written_by_hand(benchmark::State& state) {
  const std::vector<double> in = estimates();
  const ByHand model(in);
  const auto swds = bench::LandfillMethane::site(std::span<const double>(in));
  check(
      model.all_years() == total_of_all_years(swds, mrv::tool04::yearly_decay(swds, bench::kYears)),
      "both calculate the same bits");
  for (auto _ : state) {
    benchmark::ClobberMemory();
    benchmark::DoNotOptimize(model.all_years());
  }
}
BENCHMARK(written_by_hand)->Unit(benchmark::kMicrosecond);

void traced(benchmark::State& state) {
  const std::vector<double> in = estimates();
  for (auto _ : state) {
    mrv::Tape tape;
    std::vector<mrv::Traced> leaves;
    for (const double value : in)
      leaves.push_back(tape.leaf({.symbol = "x", .unit = "1"}, value, mrv::Leaf{}));
    const auto swds = bench::LandfillMethane::site(std::span<const mrv::Traced>(leaves));
    const auto decay = mrv::tool04::yearly_decay(swds, bench::kYears);
    mrv::Traced total = 0;
    for (int y = 1; y <= bench::kYears; ++y)
      total = total + mrv::tool04::BE_CH4_SWDS_y(swds, decay, y);
    benchmark::DoNotOptimize(total);
  }
}
BENCHMARK(traced)->Unit(benchmark::kMicrosecond);

}  // namespace
