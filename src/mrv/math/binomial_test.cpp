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
