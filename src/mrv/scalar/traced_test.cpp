#include "mrv/scalar/traced.h"

#include <cmath>
#include <gtest/gtest.h>

#include "mrv/scalar/real.h"
#include "quantity/check.h"

namespace openitmo::mrv {
namespace {

Leaf measured() { return {.kind = LeafKind::measured, .source = "a test"}; }

template <class S>
S some_equation(const S& a, const S& b) {
  const S product = named({.symbol = "P", .unit = "t", .equation = "Eq 2"}, a * exp(S(-1) * b));
  return named({.symbol = "R", .unit = "t", .equation = "Eq 1"}, product + a / b - S(2));
}

TEST(Traced, HasTheBitsOfDouble) {
  Tape tape;
  const Traced a = tape.leaf({.symbol = "a", .unit = "t"}, 3.7, measured());
  const Traced b = tape.leaf({.symbol = "b", .unit = "1"}, 0.085, measured());
  EXPECT_EQ(some_equation(a, b).value(), some_equation(3.7, 0.085));
}

TEST(Traced, DerivationNamesStepsAndLeaves) {
  Tape tape;
  const Traced a = tape.leaf({.symbol = "a", .unit = "t"}, 3.7, measured());
  const Traced b = tape.leaf({.symbol = "b", .unit = "1"}, 0.5, measured());
  const Derivation derivation = tape.derivation(some_equation(a, b));
  ASSERT_EQ(derivation.nodes.size(), 4u);
  EXPECT_EQ(derivation.nodes[0].symbol, "R");
  EXPECT_EQ(derivation.nodes[0].equation, "Eq 1");
  EXPECT_EQ(derivation.nodes[0].children, (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(derivation.nodes[1].symbol, "P");
  EXPECT_EQ(derivation.nodes[1].children, (std::vector<std::uint32_t>{2, 3}));
  EXPECT_EQ(derivation.nodes[2].symbol, "a");
  EXPECT_TRUE(derivation.nodes[2].leaf.has_value());
}

TEST(Traced, ContributionIsValueTimesDerivative) {
  Tape tape;
  const double a = 3.7;
  const double b = 0.5;
  const Derivation derivation =
      tape.derivation(some_equation(tape.leaf({.symbol = "a", .unit = "t"}, a, measured()),
                                    tape.leaf({.symbol = "b", .unit = "1"}, b, measured())));
  const double by_a = a * (exp(-b) + 1 / b);
  const double by_b = b * (-a * exp(-b) - a / (b * b));
  EXPECT_NEAR(derivation.nodes[2].leaf->contribution, by_a, 1e-12);
  EXPECT_NEAR(derivation.nodes[3].leaf->contribution, by_b, 1e-12);
  EXPECT_NEAR(derivation.nodes[2].leaf->share, by_a / (by_a - by_b), 1e-12);
}

TEST(Traced, OnlyTheChosenSideOfASelectionCounts) {
  Tape tape;
  const Traced a = tape.leaf({.symbol = "a", .unit = "t"}, 1, measured());
  const Traced b = tape.leaf({.symbol = "b", .unit = "t"}, 2, measured());
  const Derivation derivation = tape.derivation(named({.symbol = "R", .unit = "t"}, min(a, b)));
  ASSERT_EQ(derivation.nodes.size(), 3u);
  for (const DerivationNode& node : derivation.nodes) {
    if (node.leaf) {
      EXPECT_EQ(node.leaf->share, node.symbol == "a" ? 1.0 : 0.0);
    }
  }
}

TEST(Traced, ConstantsLeaveNoRecord) {
  EXPECT_TRUE((Traced(16) / Traced(12)).is_constant());
  EXPECT_EQ((Traced(16) / Traced(12)).value(), 16.0 / 12.0);
  Tape tape;
  EXPECT_THROW((void)tape.derivation(Traced(1)), InvariantBroken);
}

TEST(Traced, TwoTapesDoNotMix) {
  Tape one;
  Tape other;
  const Traced a = one.leaf({.symbol = "a", .unit = "t"}, 1, measured());
  const Traced b = other.leaf({.symbol = "b", .unit = "t"}, 2, measured());
  EXPECT_THROW((void)(a + b), InvariantBroken);
}

}  // namespace
}  // namespace openitmo::mrv
