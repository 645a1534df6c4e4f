#include "mrv/shortest_decimal.h"

#include <charconv>
#include <gtest/gtest.h>
#include <limits>

namespace openitmo::mrv {
namespace {

TEST(ShortestDecimal, ReadsBackAsTheSameDouble) {
  double value = 1.0 / 3;
  for (int i = 0; i < 2000; ++i) {
    value = value * 1.37 + 1e-9;
    for (const double x : {value, -value, 1 / value}) {
      const std::string text = shortest_decimal(x);
      double back = 0;
      std::from_chars(text.data(), text.data() + text.size(), back);
      ASSERT_EQ(back, x) << text;
    }
  }
}

TEST(ShortestDecimal, IsPlainWhereAPersonReadsIt) {
  EXPECT_EQ(shortest_decimal(0.0002), "0.0002");
  EXPECT_EQ(shortest_decimal(1e6), "1000000");
  EXPECT_EQ(shortest_decimal(-0.0), "0");
  EXPECT_EQ(shortest_decimal(277866.07), "277866.07");
  EXPECT_EQ(shortest_decimal(1e-8), "1e-08");
  EXPECT_EQ(shortest_decimal(-std::numeric_limits<double>::max()), "-1.7976931348623157e+308");
}

}  // namespace
}  // namespace openitmo::mrv
