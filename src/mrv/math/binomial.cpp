#include "mrv/math/binomial.h"

#include <algorithm>

#include "mrv/math/correctly_rounded.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

// Where (1 - p)^drawn lies below what a double holds, the terms are summed without some of its
// factors; these come in, some at a time, once the sum is large enough to bear them.
class ScaledPower {
 public:
  ScaledPower(double base, std::uint32_t exponent) : base_(base), left_(exponent) {
    while (chunk_ > 1 && pow(base_, chunk_) < kLowest) chunk_ = (chunk_ + 1) / 2;
    factor_ = pow(base_, chunk_);
  }

  bool is_whole() const { return left_ == 0; }
  // The next factors of the power.
  double take() {
    const std::uint32_t taken = std::min(chunk_, left_);
    left_ -= taken;
    return taken == chunk_ ? factor_ : pow(base_, taken);
  }

 private:
  static constexpr double kLowest = 1e-290;

  double base_;
  std::uint32_t left_;
  std::uint32_t chunk_ = left_;
  double factor_ = 1;
};

constexpr double kLarge = 1e280;  // one more term, and one more factor, are still doubles

}  // namespace

double binomial_probability(std::uint32_t wrong, std::uint32_t drawn, double p) {
  check(p >= 0 && p <= 1, "a probability lies between 0 and 1");
  if (wrong >= drawn) return 1;
  if (p == 1) return 0;
  ScaledPower none_wrong(1 - p, drawn);
  double term = none_wrong.take();
  double sum = term;
  const auto scale = [&] {
    const double factors = none_wrong.take();
    term *= factors;
    sum *= factors;
  };
  for (std::uint32_t k = 1; k <= wrong; ++k) {
    term *= static_cast<double>(drawn - k + 1) / static_cast<double>(k) * (p / (1 - p));
    sum += term;
    while (sum > kLarge && !none_wrong.is_whole()) scale();
  }
  while (!none_wrong.is_whole()) scale();
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
