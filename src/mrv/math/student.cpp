#include "mrv/math/student.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "mrv/math/normal.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

// Γ((n+1)/2) / Γ(n/2) / √(π·n): the density at 0 for n degrees.
double density_at_0(int n) {
  constexpr double kSqrtPi = 1.7724538509055160273;
  double ratio = 1 / kSqrtPi;  // of n = 1
  for (int k = 1; k < n; ++k) ratio = k / 2.0 / ratio;
  return ratio / std::sqrt(static_cast<double>(n)) / kSqrtPi;
}

// (1 + t²/n)^(-(n+1)/2)
double relative_density(double t, int n) {
  const double base = 1 / (1 + t * t / n);
  double power = n % 2 == 0 ? std::sqrt(base) : 1;
  double square = base;
  for (int left = (n + 1) / 2; left > 0; left /= 2) {
    if (left % 2 == 1) power *= square;
    square *= square;
  }
  return power;
}

// P(0 <= T <= t)
double probability_from_0(double t, int n) {
  constexpr int kHalves = 500;
  const double step = t / (2 * kHalves);
  double sum = relative_density(0, n) + relative_density(t, n);
  for (int i = 1; i < 2 * kHalves; ++i) sum += relative_density(step * i, n) * (i % 2 == 1 ? 4 : 2);
  return density_at_0(n) * sum * step / 3;
}

}  // namespace

double student_quantile(double p, int degrees_of_freedom) {
  check(degrees_of_freedom >= 1, "a spread needs two samples");
  check(p >= 0.5 && p < 1, "a quantile of the upper half");
  constexpr int kDegreesMax = 1000;  // beyond, the distribution no longer changes by 0.002
  const int n = std::min(degrees_of_freedom, kDegreesMax);
  double low = 0, high = 1;
  while (probability_from_0(high, n) < p - 0.5 && high < 1e4) high *= 2;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (probability_from_0(middle, n) < p - 0.5 ? low : high) = middle;
  }
  return high;
}

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
