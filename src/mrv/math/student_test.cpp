#include "mrv/math/student.h"

#include <gtest/gtest.h>

#include "quantity/check.h"

namespace openitmo::mrv {
namespace {

TEST(Student, HasTheFiguresOfTheTables) {
  EXPECT_EQ(student_quantile_97_5(1), 12.706);
  EXPECT_EQ(student_quantile_97_5(11), 2.201);
  EXPECT_EQ(student_quantile_97_5(30), 2.042);
  EXPECT_NEAR(student_quantile_97_5(31), 2.0395, 1e-3);
  EXPECT_NEAR(student_quantile_97_5(60), 2.0003, 1e-3);
  EXPECT_NEAR(student_quantile_97_5(1'000'000), 1.959966, 1e-5);
  EXPECT_THROW((void)student_quantile_97_5(0), InvariantBroken);
}

TEST(Student, AnyQuantileIsThatOfTheTables) {
  EXPECT_NEAR(student_quantile(0.975, 1), 12.7062, 1e-4);
  EXPECT_NEAR(student_quantile(0.975, 11), 2.200985, 1e-6);
  EXPECT_NEAR(student_quantile(0.95, 1), 6.313752, 1e-5);
  EXPECT_NEAR(student_quantile(0.95, 2), 2.919986, 1e-6);
  EXPECT_NEAR(student_quantile(0.95, 10), 1.812461, 1e-6);
  EXPECT_NEAR(student_quantile(0.95, 120), 1.657651, 1e-6);
  EXPECT_NEAR(student_quantile(0.995, 5), 4.032143, 1e-5);
  EXPECT_NEAR(student_quantile(0.5, 7), 0, 1e-9);
  EXPECT_THROW((void)student_quantile(0.975, 0), InvariantBroken);
  EXPECT_THROW((void)student_quantile(1, 5), InvariantBroken);
}

}  // namespace
}  // namespace openitmo::mrv
