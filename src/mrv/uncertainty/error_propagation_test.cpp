#include "mrv/uncertainty/error_propagation.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>

#include "mrv/scalar/traced.h"
#include "mrv/uncertainty/approach_1.h"

namespace openitmo::mrv {
namespace {

Leaf uncertain(const char* text) {
  return {.kind = LeafKind::measured, .source = "a test", .uncertainty = *parse_uncertainty(text)};
}

Traced result(const Traced& value) { return named({.symbol = "R", .unit = "t"}, value); }

// The public vector UNC-001, calculated by Eq 3.1 beside it.
TEST(ErrorPropagation, OfAProductIsEquation31) {
  Tape tape;
  Traced product = 1;
  for (const auto& [symbol, text] :
       {std::pair{"W", "±30 %"}, std::pair{"p", "±30 %"}, std::pair{"DOC", "±20 %"},
        std::pair{"DOCf", "±20 %"}, std::pair{"MCF", "±20 %"}, std::pair{"F", "±5 %"}})
    product = product * tape.leaf({.symbol = symbol, .unit = "1"}, 0.7, uncertain(text));
  const ErrorPropagation errors = propagate_errors(tape.derivation(result(product)));
  const std::array<double, 6> percent{30, 30, 20, 20, 20, 5};
  EXPECT_NEAR(errors.percent(), uncertainty::of_product(percent), 1e-6);
  EXPECT_NEAR(errors.percent(), 55, 1e-6);
  ASSERT_EQ(errors.contributions.size(), 6u);
  EXPECT_NEAR(errors.contributions[0].share, 900.0 / 3025, 1e-9);
}

// UNC-002, by Eq 3.2.
TEST(ErrorPropagation, OfASumIsEquation32) {
  Tape tape;
  const Traced sum = tape.leaf({.symbol = "SWDS", .unit = "t"}, 120000, uncertain("±40 %")) +
                     tape.leaf({.symbol = "grid", .unit = "t"}, 15000, uncertain("±25 %")) -
                     tape.leaf({.symbol = "compost", .unit = "t"}, 8000, uncertain("±40 %"));
  const ErrorPropagation errors = propagate_errors(tape.derivation(result(sum)));
  EXPECT_NEAR(errors.half_width, std::hypot(48000, 3750, 3200), 1e-3);
  EXPECT_EQ(errors.result, 127000);
  EXPECT_EQ(errors.contributions[0].factor, "SWDS");
}

TEST(ErrorPropagation, AGroupAddsUpWithItsSigns) {
  Tape tape;
  const Traced in = tape.leaf({.symbol = "W_in", .unit = "t"}, 100, uncertain("±4 %, group w"));
  const Traced out = tape.leaf({.symbol = "W_out", .unit = "t"}, 25, uncertain("±4 %, group w"));
  const ErrorPropagation errors = propagate_errors(tape.derivation(result(in - out)));
  ASSERT_EQ(errors.contributions.size(), 1u);
  EXPECT_EQ(errors.contributions[0].factor, "w");
  EXPECT_NEAR(errors.half_width, 3, 1e-9);
}

// √(3² + 4² + 2·0.5·3·4), and the parts of the variance with half of what both add together.
TEST(ErrorPropagation, PartlyCorrelatedFiguresAddTheirProduct) {
  Tape tape;
  const Traced a = tape.leaf({.symbol = "a", .unit = "t"}, 30, uncertain("±10 %, 0.5 with b"));
  const Traced b = tape.leaf({.symbol = "b", .unit = "t"}, 40, uncertain("±10 %"));
  const ErrorPropagation sum = propagate_errors(tape.derivation(result(a + b)));
  EXPECT_NEAR(sum.half_width, std::sqrt(9 + 16 + 12), 1e-9);
  EXPECT_NEAR(sum.contributions[0].share, 22.0 / 37, 1e-9);
  EXPECT_NEAR(sum.contributions[1].share, 15.0 / 37, 1e-9);
  Tape other;
  const Traced c = other.leaf({.symbol = "a", .unit = "t"}, 30, uncertain("±10 %, 0.5 with b"));
  const Traced d = other.leaf({.symbol = "b", .unit = "t"}, 40, uncertain("±10 %"));
  const ErrorPropagation difference = propagate_errors(other.derivation(result(c - d)));
  EXPECT_NEAR(difference.half_width, std::sqrt(9 + 16 - 12), 1e-9);
  const std::array<const ErrorPropagation*, 2> both{&sum, &sum};
  EXPECT_NEAR(errors_of_sum(both).half_width, 2 * sum.half_width, 1e-9);
}

// a with b by 0.8, c with b by 0.5: a and c by 0.4.
TEST(ErrorPropagation, CorrelationsWithAThirdFigureMultiply) {
  Tape tape;
  const Traced a = tape.leaf({.symbol = "a", .unit = "t"}, 30, uncertain("±10 %, 0.8 with b"));
  const Traced b = tape.leaf({.symbol = "b", .unit = "t"}, 10, uncertain("±10 %"));
  const Traced c = tape.leaf({.symbol = "c", .unit = "t"}, 20, uncertain("±10 %, 0.5 with b"));
  const ErrorPropagation errors = propagate_errors(tape.derivation(result(a + b + c)));
  EXPECT_NEAR(errors.half_width,
              std::sqrt(9 + 1 + 4 + 2 * (0.8 * 3 * 1 + 0.5 * 2 * 1 + 0.4 * 3 * 2)), 1e-9);
}

// An emission factor of all years does not average out; activity data of each year do.
TEST(ErrorPropagation, AFigureOfSeveralYearsIsTheSameFigure) {
  std::array<ErrorPropagation, 2> years;
  for (ErrorPropagation& year : years) {
    Tape tape;
    const bool is_first = &year == years.data();
    const Traced EF = tape.leaf({.symbol = "EF", .unit = "1"}, 2, uncertain("±10 %"));
    const Traced A = tape.leaf({.symbol = "A", .unit = "t", .period = {.year = is_first ? 1 : 2}},
                               100, uncertain("±10 %"));
    year = propagate_errors(tape.derivation(result(A * EF)));
  }
  const std::array<const ErrorPropagation*, 2> both{&years[0], &years[1]};
  const ErrorPropagation errors = errors_of_sum(both);
  EXPECT_EQ(errors.result, 400);
  EXPECT_NEAR(errors.half_width, std::hypot(40, 20, 20), 1e-9);
}

TEST(ErrorPropagation, WithoutUncertaintyThereIsNone) {
  Tape tape;
  const Traced a = tape.leaf({.symbol = "a", .unit = "t"}, 3, uncertain(""));
  const ErrorPropagation errors = propagate_errors(tape.derivation(result(a * 2)));
  EXPECT_EQ(errors.half_width, 0);
  EXPECT_TRUE(errors.contributions.empty());
  const Derivation nothing = tape.derivation(result(a - a));
  EXPECT_EQ(propagate_errors(nothing).percent(), 0);
}

}  // namespace
}  // namespace openitmo::mrv
