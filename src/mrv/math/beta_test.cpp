#include "mrv/math/beta.h"

#include <cmath>
#include <gtest/gtest.h>

namespace openitmo::mrv {
namespace {

TEST(Beta, FunctionIsThatOfTheGammaFunctions) {
  EXPECT_NEAR(beta_function(1, 1), 1, 1e-13);
  EXPECT_NEAR(beta_function(2, 3), 1.0 / 12, 1e-14);
  EXPECT_NEAR(beta_function(1.5, 2.5), 3.14159265358979323846 / 16, 1e-14);
  EXPECT_NEAR(beta_function(1, 5), 0.2, 1e-14);
}

// I_x(2, 3) is x²(6 - 8x + 3x²).
TEST(Beta, ProbabilityIsThePolynomialOfWholeExponents) {
  const double B = beta_function(2, 3);
  for (const double x : {1e-6, 0.1, 0.3, 0.5, 0.7, 0.999}) {
    const double exact = x * x * (6 - 8 * x + 3 * x * x);
    EXPECT_NEAR(beta_probability(x, 2, 3, B), exact, 1e-12 * exact);
  }
  EXPECT_EQ(beta_probability(0, 2, 3, B), 0);
  EXPECT_EQ(beta_probability(1, 2, 3, B), 1);
}

TEST(Beta, QuantileIsItsInverseInBothTails) {
  for (const double alpha : {1.0, 1.3, 3.0, 4.9, 5.0}) {
    const double beta = 6 - alpha;
    const double B = beta_function(alpha, beta);
    for (const double p : {1e-10, 1e-4, 0.025, 0.3, 0.5})
      EXPECT_NEAR(beta_probability(beta_quantile(p, alpha, beta, B), alpha, beta, B) / p, 1, 1e-10)
          << alpha << " " << p;
    for (const double p : {0.7, 0.975, 1 - 1e-9})
      EXPECT_NEAR(beta_probability(beta_quantile(p, alpha, beta, B), alpha, beta, B), p, 1e-12)
          << alpha << " " << p;
  }
}

}  // namespace
}  // namespace openitmo::mrv
