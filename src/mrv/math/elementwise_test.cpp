#include "mrv/math/elementwise.h"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "mrv/math/correctly_rounded.h"

namespace openitmo::mrv {
namespace {

std::vector<double> arguments() {
  std::vector<double> arguments;
  for (int i = 1; i < 4000; ++i) arguments.push_back(i * 0.0173);
  return arguments;
}

double unit_in_the_last_place(double x) {
  return std::nextafter(std::fabs(x), 1e300) - std::fabs(x);
}

TEST(Elementwise, IsWithinOneUnitOfTheCorrectlyRounded) {
  std::vector<double> e = arguments();
  for (double& x : e) x = -x;
  exp_each(e);
  std::vector<double> l = arguments();
  log_each(l);
  for (std::size_t i = 0; i < e.size(); ++i) {
    const double x = arguments()[i];
    EXPECT_LE(std::fabs(e[i] - exp(-x)), unit_in_the_last_place(exp(-x))) << x;
    EXPECT_LE(std::fabs(l[i] - log(x)), unit_in_the_last_place(log(x))) << x;
  }
}

// A value on its own takes another path than one of a pair.
TEST(Elementwise, GivesTheSameBitsAtAnyPosition) {
  std::vector<double> all = arguments();
  exp_each(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    double alone = arguments()[i];
    exp_each({&alone, 1});
    EXPECT_EQ(alone, all[i]);
  }
}

// Bits on every machine and with every version of the library, or old results do not replay.
TEST(Elementwise, HasTheBitsThatItHadBefore) {
  std::vector<double> e{-0.085, -0.4, -3.3, 0.7};
  exp_each(e);
  EXPECT_EQ(e, (std::vector<double>{0x1.d6473dfcf4ff5p-1, 0x1.57343067270eep-1,
                                    0x1.2e259bb85be84p-5, 0x1.01c2a61268987p+1}));
  std::vector<double> l{0.085, 3.3, 1000.0};
  log_each(l);
  EXPECT_EQ(
      l, (std::vector<double>{-0x1.3b888752eb92dp+1, 0x1.31a4e7240c777p+0, 0x1.ba18a998fffa0p+2}));
}

}  // namespace
}  // namespace openitmo::mrv
