#include "mrv/verification/sample_size.h"

#include <algorithm>
#include <cmath>

#include "mrv/math/binomial.h"
#include "mrv/math/normal.h"
#include "quantity/check.h"

namespace openitmo::mrv::verification {

std::size_t size_for_precision(std::size_t population, double confidence, double precision,
                               double expected_share) {
  check(precision > 0 && confidence > 0 && confidence < 1, "precision and confidence are shares");
  const double z = normal_quantile(0.5 + confidence / 2);
  const double spread = z * z * expected_share * (1 - expected_share);
  const auto N = static_cast<double>(population);
  const double n = std::ceil(N * spread / ((N - 1) * precision * precision + spread));
  return std::min(population, std::max(kSampleMin, static_cast<std::size_t>(n)));
}

std::optional<std::size_t> size_for_materiality(std::size_t population, double confidence,
                                                double tolerable_share, double expected_share) {
  check(expected_share < tolerable_share, "what is expected is less than what is tolerated");
  for (std::size_t n = kSampleMin; n <= population; ++n) {
    const auto wrong = static_cast<std::uint32_t>(expected_share * static_cast<double>(n));
    if (binomial_probability(wrong, static_cast<std::uint32_t>(n), tolerable_share) <=
        1 - confidence)
      return n;
  }
  return std::nullopt;
}

}  // namespace openitmo::mrv::verification
