#include "mrv/math/student.h"

#include <array>

#include "mrv/math/normal.h"
#include "quantity/check.h"

namespace openitmo::mrv {

double student_quantile_97_5(int degrees_of_freedom) {
  static constexpr std::array<double, 30> kPrinted{
      12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
      2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
      2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
  check(degrees_of_freedom >= 1, "a spread needs two samples");
  const auto index = static_cast<std::size_t>(degrees_of_freedom - 1);
  if (index < kPrinted.size()) return kPrinted[index];
  constexpr double z = kNormalQuantile97_5;
  const double n = degrees_of_freedom;
  return z + (z * z * z + z) / (4 * n) +
         (5 * z * z * z * z * z + 16 * z * z * z + 3 * z) / (96 * n * n);
}

}  // namespace openitmo::mrv
