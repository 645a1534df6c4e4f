#include "mrv/uncertainty/distribution.h"

#include <cmath>
#include <gtest/gtest.h>

#include "quantity/check.h"

namespace openitmo::mrv {
namespace {

TEST(Distribution, ANormalHasItsIntervalAroundTheValue) {
  const Distribution d = Distribution::of(0.5, "±20 %");
  EXPECT_NEAR(d.quantile(0.5), 0.5, 1e-15);
  EXPECT_NEAR(d.quantile(0.025), 0.4, 1e-12);
  EXPECT_NEAR(d.quantile(0.975), 0.6, 1e-12);
  EXPECT_NEAR(d.half_width(), 0.1, 1e-12);
}

TEST(Distribution, ACutOffNormalStaysBelowItsGreatestValue) {
  const Distribution d = Distribution::of(0.95, "±20 %, at most 1");
  EXPECT_LE(d.quantile(1 - 0x1p-50), 1);
  EXPECT_GT(d.quantile(1 - 0x1p-50), 0.999);
  EXPECT_LT(d.quantile(0.5), 0.95);
  // P(X <= x) of what is left, by the normal probabilities of a table: Φ(0.5158) = 0.69700.
  EXPECT_NEAR(d.quantile(0.5 / 0.69700), 0.95, 2e-5);
}

TEST(Distribution, ANormalNeverFallsBelowZero) {
  const Distribution d = Distribution::of(2, "±50 %");
  EXPECT_GE(d.quantile(0x1p-52), 0);
}

TEST(Distribution, AFactorStandsOnBothSidesOfTheMedian) {
  const Distribution d = Distribution::of(0.002, "factor 2");
  EXPECT_NEAR(d.quantile(0.5), 0.002, 1e-17);
  EXPECT_NEAR(d.quantile(0.025), 0.001, 1e-15);
  EXPECT_NEAR(d.quantile(0.975), 0.004, 1e-15);
}

// Mean (low + 4·mode + high)/6; variance (mean - low)(high - mean)/7.
TEST(Distribution, ABetaPertHasTheMomentsOfItsDefinition) {
  for (const double mode : {2.0, 2.7, 5.0, 8.0}) {
    const Distribution d = Distribution::pert(2, mode, 8);
    constexpr int kSteps = 20'000;
    double sum = 0, squares = 0;
    for (int i = 0; i < kSteps; ++i) {
      const double x = d.quantile((i + 0.5) / kSteps);
      sum += x;
      squares += x * x;
    }
    const double mean = (2 + 4 * mode + 8) / 6;
    EXPECT_NEAR(sum / kSteps, mean, 1e-4) << mode;
    EXPECT_NEAR(squares / kSteps - mean * mean, (mean - 2) * (8 - mean) / 7, 1e-3) << mode;
    EXPECT_NEAR(d.location() + d.scale() * d.standard().quantile(0.9), d.quantile(0.9), 1e-12);
  }
  EXPECT_NEAR(Distribution::pert(0, 1, 2).quantile(0.5), 1, 1e-12);
  const Distribution widened = Distribution::of(0.5, "pert 0.6 to 0.9");
  EXPECT_GE(widened.quantile(1e-9), 0.5);
  EXPECT_LE(Distribution::of(100, "pert -10 % / +20 %").quantile(1 - 1e-12), 120);
}

TEST(Distribution, ATriangleReachesItsEnds) {
  const Distribution d = Distribution::of(0.085, "0.07 to 0.1");
  EXPECT_NEAR(d.quantile(0x1p-60), 0.07, 1e-9);
  EXPECT_NEAR(d.quantile(1 - 0x1p-52), 0.1, 1e-8);
  EXPECT_NEAR(d.quantile(0.5), 0.085, 1e-15);
  // The area below 0.0775 is an eighth.
  EXPECT_NEAR(d.quantile(0.125), 0.0775, 1e-15);
  const Distribution one_sided = Distribution::of(1, "-10 % / +0 %");
  EXPECT_NEAR(one_sided.quantile(0.25), 0.95, 1e-15);
}

TEST(Distribution, AUniformIsALine) {
  const Distribution d = Distribution::of(42, "uniform 40 to 44");
  EXPECT_EQ(d.quantile(0.25), 41);
  EXPECT_NEAR(d.half_width(), 1.9, 1e-12);
}

TEST(Distribution, AValueOutsideTheEndsWidensThem) {
  const Distribution d = Distribution::of(0.06, "0.07 to 0.1");
  EXPECT_NEAR(d.quantile(0x1p-60), 0.06, 1e-9);
}

TEST(Distribution, WithoutUncertaintyOrAtZeroNothingVaries) {
  EXPECT_TRUE(Distribution::of(0.8, "").is_fixed());
  EXPECT_TRUE(Distribution::of(0, "±20 %").is_fixed());
  EXPECT_EQ(Distribution::of(0.8, "").half_width(), 0);
  EXPECT_THROW((void)Distribution::of(-1, "±20 %"), InvariantBroken);
}

}  // namespace
}  // namespace openitmo::mrv
