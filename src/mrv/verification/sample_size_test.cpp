#include "mrv/verification/sample_size.h"

#include <gtest/gtest.h>

namespace openitmo::mrv::verification {
namespace {

// 95/10 with nothing known: the well-known 97, or 96 of a small population.
TEST(SampleSize, ForAPrecision) {
  EXPECT_EQ(size_for_precision(1'000'000'000, 0.95, 0.10, 0.5), 97u);
  EXPECT_EQ(size_for_precision(20'518, 0.95, 0.10, 0.5), 96u);
  EXPECT_EQ(size_for_precision(1'000'000'000, 0.90, 0.10, 0.5), 68u);
  // By hand: 1.959964²·0.0475 = 0.18247; 1000·0.18247/(999·0.0025 + 0.18247) = 68.1.
  EXPECT_EQ(size_for_precision(1000, 0.95, 0.05, 0.05), 69u);
  EXPECT_EQ(size_for_precision(30, 0.95, 0.01, 0.5), 30u);
  EXPECT_EQ(size_for_precision(1000, 0.95, 0.1, 0.0), kSampleMin);
}

// The tables of attribute sampling: 59 and 299 without expected errors. With 1.75 % expected, whole
// tickets count: from 58 on one may be wrong, which it takes 93 to tell from 5 %.
TEST(SampleSize, ForAMateriality) {
  EXPECT_EQ(size_for_materiality(20'518, 0.95, 0.05, 0), 59u);
  EXPECT_EQ(size_for_materiality(20'518, 0.95, 0.01, 0), 299u);
  EXPECT_EQ(size_for_materiality(20'518, 0.90, 0.05, 0), 45u);
  EXPECT_EQ(size_for_materiality(20'518, 0.95, 0.05, 0.0175), 93u);
  EXPECT_FALSE(size_for_materiality(58, 0.95, 0.05, 0).has_value());
}

}  // namespace
}  // namespace openitmo::mrv::verification
