#include "mrv/monitoring_quality.h"

#include <algorithm>
#include <cmath>

namespace openitmo::mrv::monitoring_quality {

namespace {

// The t values alternate between two sizes at worst; more passes than this settle nothing.
constexpr std::size_t kPassesMax = 50;

int sample_size(const MeanParameter& p, double t) {
  const double root = t * p.sd / (p.precision * p.mean);
  return static_cast<int>(std::ceil(root * root));
}

}  // namespace

std::vector<int> sample_sizes(const MeanParameter& parameter,
                              const std::function<std::optional<double>(int)>& t_value) {
  std::vector<int> sizes{sample_size(parameter, parameter.z)};
  while (sizes.size() < kPassesMax) {
    const std::optional<double> t = t_value(sizes.back());
    if (!t) break;
    sizes.push_back(sample_size(parameter, *t));
    if (sizes.back() == sizes[sizes.size() - 2]) break;
  }
  return sizes;
}

SampleSize approximate_sample_size(double z, double V, double precision, double response,
                                   double contingency) {
  const double n = std::ceil(z * z * V / (precision * precision));
  const double asked = std::ceil(n / response);
  return {.n = static_cast<int>(n),
          .n_final = static_cast<int>(std::ceil(asked * (1 + contingency)))};
}

double claimed_total(std::span<const Reading> readings, double permissible_error,
                     double found_error) {
  const double error = std::max(permissible_error, found_error);
  double total = 0;
  for (const Reading& reading : readings)
    total += reading.is_overdue ? reading.value * (1 - error) : reading.value;
  return total;
}

}  // namespace openitmo::mrv::monitoring_quality
