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

}  // namespace
}  // namespace openitmo::mrv
