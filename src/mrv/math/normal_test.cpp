#include "mrv/math/normal.h"

#include <cmath>
#include <gtest/gtest.h>

namespace openitmo::mrv {
namespace {

// Figures of 20 digits from published tables.
TEST(Normal, QuantilesOfTheTables) {
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_NEAR(normal_quantile(0.975), 1.9599639845400542355, 1e-15);
  EXPECT_NEAR(normal_quantile(0.9), 1.2815515655446004, 1e-15);
  EXPECT_NEAR(normal_quantile(0.001), -3.0902323061678135415, 4e-15);
  EXPECT_NEAR(normal_quantile(1e-20), -9.2623400897984075738, 1e-14);
  EXPECT_EQ(normal_quantile(0.0), -INFINITY);
  EXPECT_EQ(normal_quantile(1.0), INFINITY);
}

TEST(Normal, QuantileAndProbabilityUndoEachOther) {
  for (int i = -80; i <= 0; ++i) {
    const double z = i * 0.1;
    EXPECT_NEAR(normal_quantile(normal_probability(z)), z, 1e-14) << z;
  }
  EXPECT_EQ(normal_probability(0), 0.5);
}

}  // namespace
}  // namespace openitmo::mrv
