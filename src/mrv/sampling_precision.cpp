#include "mrv/sampling_precision.h"

#include <cmath>
#include <map>

#include "mrv/math/normal.h"
#include "mrv/math/student.h"
#include "mrv/monitoring_quality.h"

namespace openitmo::mrv {

namespace {

using Samples = std::vector<const CompositionSample*>;

double mean_of(const Samples& samples, std::size_t type) {
  double sum = 0;
  for (const CompositionSample* sample : samples) sum += sample->fractions[type];
  return sum / static_cast<double>(samples.size());
}

double spread_of(const Samples& samples, std::size_t type, double mean) {
  double squares = 0;
  for (const CompositionSample* sample : samples)
    squares += (sample->fractions[type] - mean) * (sample->fractions[type] - mean);
  return std::sqrt(squares / static_cast<double>(samples.size() - 1));
}

int needed(double mean, double sd, const AskedPrecision& asked) {
  const double upper = (1 + asked.confidence) / 2;
  constexpr int kSizeMax = 1'000'000;
  const auto t_value = [&](int n) -> std::optional<double> {
    if (n < 2 || n > kSizeMax) return std::nullopt;
    return student_quantile(upper, n - 1);
  };
  return monitoring_quality::sample_sizes(
             {.mean = mean, .sd = sd, .z = normal_quantile(upper), .precision = asked.precision},
             t_value)
      .back();
}

}  // namespace

AskedPrecision asked_precision(const ParameterSet& parameters, SamplingRule rule) {
  const bool is_small = rule == SamplingRule::small_scale;
  return {
      .precision =
          parameters.value(is_small ? "sampling.precision.SSC" : "sampling.precision.TOOL04").value,
      .confidence =
          parameters.value(is_small ? "sampling.confidence.SSC" : "sampling.confidence.TOOL04")
              .value};
}

std::vector<MissedPrecision> missed_precision(const MonitoringData& data, const DateRange& days,
                                              const AskedPrecision& asked, double share_min) {
  std::map<CalendarYear, Samples> by_year;
  for (const CompositionSample& sample : data.composition)
    if (days.contains(sample.date)) by_year[sample.date.year()].push_back(&sample);
  std::vector<MissedPrecision> missed;
  for (const auto& [year, samples] : by_year) {
    if (samples.size() < 2) continue;
    const auto n = static_cast<int>(samples.size());
    const double t = student_quantile((1 + asked.confidence) / 2, n - 1);
    for (const WasteType type : kWasteTypes) {
      const auto index = static_cast<std::size_t>(type);
      const double mean = mean_of(samples, index);
      if (type == WasteType::inert || mean <= 0 || mean < share_min) continue;
      const double sd = spread_of(samples, index, mean);
      const double reached = t * sd / std::sqrt(static_cast<double>(n)) / mean;
      if (!(reached > asked.precision)) continue;
      missed.push_back({.year = year,
                        .type = type,
                        .samples = n,
                        .mean = mean,
                        .reached = reached,
                        .needed = needed(mean, sd, asked),
                        .last = samples.back()->place});
    }
  }
  return missed;
}

}  // namespace openitmo::mrv
