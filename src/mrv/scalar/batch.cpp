#include "mrv/scalar/batch.h"

#include "mrv/math/elementwise.h"

namespace openitmo::mrv {

Batch exp(const Batch& x) {
  std::array<double, Batch::kLanes> lanes = x.lanes();
  exp_each(lanes);
  return Batch(lanes);
}

Batch log(const Batch& x) {
  std::array<double, Batch::kLanes> lanes = x.lanes();
  log_each(lanes);
  return Batch(lanes);
}

std::vector<Batch> exp_multiples(const Batch& x, int count) {
  std::vector<Batch> powers;
  powers.reserve(static_cast<std::size_t>(count));
  const Batch base = exp(x);
  Batch power = 1.0;
  for (int a = 0; a < count; ++a) {
    powers.push_back(power);
    power = power * base;
  }
  return powers;
}

}  // namespace openitmo::mrv
