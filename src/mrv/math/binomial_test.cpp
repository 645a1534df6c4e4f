#include "mrv/math/binomial.h"

#include <gtest/gtest.h>

namespace openitmo::mrv {
namespace {

TEST(Binomial, SumsItsTerms) {
  EXPECT_DOUBLE_EQ(binomial_probability(0, 3, 0.5), 0.125);
  EXPECT_DOUBLE_EQ(binomial_probability(1, 3, 0.5), 0.5);
  EXPECT_DOUBLE_EQ(binomial_probability(3, 3, 0.5), 1);
  EXPECT_DOUBLE_EQ(binomial_probability(0, 5, 0), 1);
  EXPECT_DOUBLE_EQ(binomial_probability(4, 5, 1), 0);
}

// 0.95^20000 lies below what a double holds. Sums of 50 decimal digits.
TEST(Binomial, ManyDrawnKeepTheirProbability) {
  EXPECT_NEAR(binomial_probability(980, 20000, 0.05), 0.26443, 5e-6);
  EXPECT_NEAR(binomial_probability(1000, 20000, 0.05), 0.50841, 5e-6);
  EXPECT_NEAR(binomial_probability(19000, 20000, 0.95), 0.50453, 5e-6);
  EXPECT_EQ(binomial_probability(10, 20000, 0.5), 0);
  EXPECT_NEAR(binomial_upper_limit(1000, 20000, 0.05), 0.0526087, 5e-8);
}

// Without any error found, 59 tickets show at most 5 %, 299 at most 1 %: the usual sizes of
// discovery sampling.
TEST(Binomial, LimitWithoutErrorIsTheRuleOfThree) {
  EXPECT_LE(binomial_upper_limit(0, 59, 0.05), 0.05);
  EXPECT_GT(binomial_upper_limit(0, 58, 0.05), 0.05);
  EXPECT_LE(binomial_upper_limit(0, 299, 0.05), 0.01);
  EXPECT_GT(binomial_upper_limit(0, 298, 0.05), 0.01);
  EXPECT_NEAR(binomial_upper_limit(0, 100, 0.05), 1 - 0.970487, 1e-6);
}

// Printed limits of Clopper and Pearson, one-sided 95 %: 1 of 10 gives 0.3942, 2 of 20 gives
// 0.2826.
TEST(Binomial, LimitWithErrorsIsThatOfClopperAndPearson) {
  EXPECT_NEAR(binomial_upper_limit(1, 10, 0.05), 0.3942, 5e-5);
  EXPECT_NEAR(binomial_upper_limit(2, 20, 0.05), 0.2826, 5e-5);
  EXPECT_EQ(binomial_upper_limit(7, 7, 0.05), 1);
}

}  // namespace
}  // namespace openitmo::mrv
