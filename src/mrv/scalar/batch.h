#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "mrv/scalar/label.h"
#include "mrv/scalar/real.h"

namespace openitmo::mrv {

// Eight draws of a Monte Carlo run at once: the third scalar of the equations beside double and
// Traced. Every operation is the one of double on each lane, so a lane has the bits that double
// would have, `exp`, `log` and `exp_multiples` apart, which are fast instead of correctly rounded.
// Loops of a fixed length over plain arrays become vector instructions of whatever the machine has,
// without another result.
struct Batch {
  static constexpr std::size_t kLanes = 8;
  // Of a comparison.
  using Mask = std::array<bool, kLanes>;

  std::array<double, kLanes> lanes;

  Batch() = default;  // indeterminate, like a double
  // All lanes alike: a constant of the equation.
  [[gnu::always_inline]] Batch(double value) {
    for (double& lane : lanes) lane = value;
  }
  template <class Operation>
  [[gnu::always_inline]] static Batch each(const Batch& a, const Batch& b, Operation operation) {
    Batch result;
    for (std::size_t i = 0; i < kLanes; ++i) result.lanes[i] = operation(a.lanes[i], b.lanes[i]);
    return result;
  }
  template <class Comparison>
  [[gnu::always_inline]] static Mask compare(const Batch& a, const Batch& b, Comparison holds) {
    Mask mask;
    for (std::size_t i = 0; i < kLanes; ++i) mask[i] = holds(a.lanes[i], b.lanes[i]);
    return mask;
  }
};

[[gnu::always_inline]] inline Batch operator+(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](double x, double y) { return x + y; });
}
[[gnu::always_inline]] inline Batch operator-(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](double x, double y) { return x - y; });
}
[[gnu::always_inline]] inline Batch operator*(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](double x, double y) { return x * y; });
}
[[gnu::always_inline]] inline Batch operator/(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](double x, double y) { return x / y; });
}
[[gnu::always_inline]] inline Batch operator-(const Batch& a) {
  return Batch::each(a, a, [](double x, double) { return -x; });
}
inline Batch min(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](double x, double y) { return min(x, y); });
}
inline Batch max(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](double x, double y) { return max(x, y); });
}
inline Batch sqrt(const Batch& a) {
  return Batch::each(a, a, [](double x, double) { return sqrt(x); });
}
inline Batch::Mask less(const Batch& a, const Batch& b) {
  return Batch::compare(a, b, [](double x, double y) { return x < y; });
}
inline Batch::Mask less_equal(const Batch& a, const Batch& b) {
  return Batch::compare(a, b, [](double x, double y) { return x <= y; });
}
inline Batch select(const Batch::Mask& condition, const Batch& if_true, const Batch& if_false) {
  Batch result;
  for (std::size_t i = 0; i < Batch::kLanes; ++i)
    result.lanes[i] = condition[i] ? if_true.lanes[i] : if_false.lanes[i];
  return result;
}
inline Batch select(bool condition, const Batch& if_true, const Batch& if_false) {
  return condition ? if_true : if_false;
}
[[gnu::always_inline]] inline const Batch& named(const Label&, const Batch& value) { return value; }

// Off by at most one unit in the last place.
Batch exp(const Batch& x);
Batch log(const Batch& x);
// e^x multiplied with itself: relative error of power a below (a + 1)·2^-52.
std::vector<Batch> exp_multiples(const Batch& x, int count);

}  // namespace openitmo::mrv
