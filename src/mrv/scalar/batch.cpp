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

}  // namespace openitmo::mrv
