#include "mrv/math/binomial.h"

#include <algorithm>

#include "mrv/math/correctly_rounded.h"
#include "quantity/check.h"

namespace openitmo::mrv {

double binomial_probability(std::uint32_t wrong, std::uint32_t drawn, double p) {
  check(p >= 0 && p <= 1, "a probability lies between 0 and 1");
  if (wrong >= drawn) return 1;
  double term = pow(1 - p, static_cast<double>(drawn));
  double sum = term;
  for (std::uint32_t k = 1; k <= wrong && p < 1; ++k) {
    term *= static_cast<double>(drawn - k + 1) / static_cast<double>(k) * (p / (1 - p));
    sum += term;
  }
  return std::min(sum, 1.0);
}

double binomial_upper_limit(std::uint32_t wrong, std::uint32_t drawn, double alpha) {
  check(alpha > 0 && alpha < 1, "a limit has a confidence between 0 and 1");
  if (wrong >= drawn) return 1;
  // The probability falls as p grows; 60 halvings leave less than the last digit of p.
  constexpr int kHalvings = 60;
  double low = static_cast<double>(wrong) / static_cast<double>(drawn);
  double high = 1;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = low + (high - low) / 2;
    (binomial_probability(wrong, drawn, middle) > alpha ? low : high) = middle;
  }
  return high;
}

}  // namespace openitmo::mrv
