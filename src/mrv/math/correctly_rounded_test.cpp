#include "mrv/math/correctly_rounded.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>

namespace openitmo::mrv {
namespace {

// Bits of figures worked out with 200-bit arithmetic and rounded once to 53 bits.
TEST(CorrectlyRounded, GivesTheNearestDouble) {
  EXPECT_EQ(exp(1.0), 0x1.5bf0a8b145769p+1);
  EXPECT_EQ(exp(-0.085), 0x1.d6473dfcf4ff5p-1);
  EXPECT_EQ(log(2.0), 0x1.62e42fefa39efp-1);
  EXPECT_EQ(pow(2.0, 0.5), 0x1.6a09e667f3bcdp+0);
}

TEST(CorrectlyRounded, StaysWithinOneUnitOfTheCLibrary) {
  for (int i = -3000; i < 3000; ++i) {
    const double x = i * 0.01;
    const double ours = exp(x);
    EXPECT_LE(std::fabs(ours - std::exp(x)), std::nextafter(ours, 1e300) - ours) << x;
  }
}

TEST(CorrectlyRounded, ReachesBothEndsOfTheRangeOfDouble) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(exp(710.0), infinity);
  EXPECT_EQ(exp(-746.0), 0.0);
  EXPECT_EQ(exp(-745.0), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(exp(0.0), 1.0);
  EXPECT_EQ(log(0.0), -infinity);
  EXPECT_TRUE(std::isnan(log(-1.0)));
  EXPECT_EQ(pow(0.0, 0.0), 1.0);
}

TEST(CorrectlyRounded, RoundsASubnormalResultOnce) {
  // 2^-1074 * 1.5 - a little: rounding first to 53 bits would give the tie and then 2.
  const double denormal = std::numeric_limits<double>::denorm_min();
  EXPECT_EQ(pow(2.0, -1074.0), denormal);
  EXPECT_EQ(pow(2.0, -1075.0), 0.0);  // the tie goes to even
  EXPECT_EQ(pow(std::nextafter(2.0, 1.0), -1074.0), denormal);
}

}  // namespace
}  // namespace openitmo::mrv
