#include "mrv/uncertainty/quantile_table.h"

#include <cmath>
#include <gtest/gtest.h>

namespace openitmo::mrv {
namespace {

double probability(std::uint32_t r) { return (r + 0.5) * 0x1p-32; }

double largest_error(const Distribution& distribution, double spread) {
  const QuantileTable table(distribution);
  double largest = 0;
  for (std::uint32_t i = 0; i < 60'000; ++i)
    for (const std::uint32_t r : {i * 71'579u, i, ~i}) {
      const double error = std::fabs(table(r) - distribution.quantile(probability(r)));
      largest = std::max(largest, error / spread);
    }
  return largest;
}

TEST(QuantileTable, FollowsTheQuantileFunctionUpToTheTails) {
  EXPECT_LT(largest_error(Distribution::normal(10, 2), 2), 1e-6);
  EXPECT_LT(largest_error(Distribution::positive_normal(0.8, 0.08, 1), 0.08), 1e-6);
  EXPECT_LT(largest_error(Distribution::lognormal(1, 0.35), 0.35), 1e-5);  // relative to the body
  EXPECT_LT(largest_error(Distribution::uniform(3, 5), 0.58), 1e-12);
  EXPECT_LT(largest_error(Distribution::triangular(0.07, 0.085, 0.1), 0.006), 1e-6);
  EXPECT_LT(largest_error(Distribution::triangular(0.17, 0.4, 0.7), 0.11), 1e-4);
}

TEST(QuantileTable, RisesWithTheRandomBits) {
  const QuantileTable table(Distribution::lognormal(2, 0.5));
  double before = 0;
  for (std::uint64_t r = 0; r < 0x100000000; r += 65'521) {
    const double x = table(static_cast<std::uint32_t>(r));
    EXPECT_GT(x, before);
    before = x;
  }
}

}  // namespace
}  // namespace openitmo::mrv
