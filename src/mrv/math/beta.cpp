#include "mrv/math/beta.h"

#include <algorithm>
#include <cmath>

#include "mrv/math/correctly_rounded.h"

namespace openitmo::mrv {

namespace {

// The continued fraction of I_x(a, b)·a·B/(x^a (1-x)^b), by Lentz's method; for x up to
// (a + 1)/(a + b + 2) it settles in a few dozen steps.
double fraction(double x, double a, double b) {
  constexpr double kTiny = 1e-300;
  constexpr int kStepsMax = 300;
  const auto away_from_0 = [](double value) { return std::fabs(value) < kTiny ? kTiny : value; };
  double c = 1;
  double d = 1 / away_from_0(1 - (a + b) * x / (a + 1));
  double h = d;
  for (int m = 1; m <= kStepsMax; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    double change = 1;
    for (const double term : {even, odd}) {
      d = 1 / away_from_0(1 + term * d);
      c = away_from_0(1 + term / c);
      change = c * d;
      h *= change;
    }
    if (std::fabs(change - 1) < 1e-15) break;
  }
  return h;
}

double power(double x, double a, double b) { return pow(x, a) * pow(1 - x, b); }

}  // namespace

// I_x(a, b) + I_1-x(b, a) is 1 at any x, which leaves B as the only unknown.
double beta_function(double alpha, double beta) {
  const double x = alpha / (alpha + beta);
  return power(x, alpha, beta) *
         (fraction(x, alpha, beta) / alpha + fraction(1 - x, beta, alpha) / beta);
}

double beta_probability(double x, double alpha, double beta, double B) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (alpha + 1) / (alpha + beta + 2)) return 1 - beta_probability(1 - x, beta, alpha, B);
  return power(x, alpha, beta) * fraction(x, alpha, beta) / (alpha * B);
}

double beta_quantile(double p, double alpha, double beta, double B) {
  if (p > 0.5) return 1 - beta_quantile(1 - p, beta, alpha, B);
  constexpr int kStepsMax = 100;
  double low = 0;
  double high = 1;
  double x = std::min(0.5, pow(p * alpha * B, 1 / alpha));  // exact in the tail
  for (int i = 0; i < kStepsMax; ++i) {
    const double above = beta_probability(x, alpha, beta, B) - p;
    (above > 0 ? high : low) = x;
    const double density = power(x, alpha, beta) / (x * (1 - x) * B);
    double next = x - above / density;
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    const bool is_there = std::fabs(next - x) <= 1e-13 * x;
    x = next;
    if (is_there) break;
  }
  return x;
}

}  // namespace openitmo::mrv
