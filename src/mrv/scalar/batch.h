#pragma once

#include <array>
#include <bit>
#include <cstddef>

#include "mrv/scalar/label.h"
#include "mrv/scalar/real.h"

namespace openitmo::mrv {

// Eight draws of a Monte Carlo run at once: the third scalar of the equations beside double and
// Traced. Every operation is the one of double on each lane, so a lane has the bits that double
// would have, `exp` and `log` apart, which are fast instead of correctly rounded.
//
// The lanes are kept in pairs, the widest vector that every 64-bit machine has, so that a batch
// stays in registers and no instruction is used that one machine has and another does not.
class Batch {
 public:
  static constexpr std::size_t kLanes = 8;
  static constexpr std::size_t kPairs = kLanes / 2;
  using Pair [[gnu::vector_size(16)]] = double;
  using PairMask = decltype(Pair{} < Pair{});
  // Of a comparison: all bits of a lane, or none.
  struct Mask {
    PairMask pairs[kPairs];
  };

  Batch() = default;  // indeterminate, like a double
  // All lanes alike: a constant of the equation.
  [[gnu::always_inline]] Batch(double value) {
#pragma GCC unroll 4
    for (Pair& pair : pairs_) pair = Pair{value, value};
  }
  explicit Batch(const std::array<double, kLanes>& lanes)
      : Batch(of([&](std::size_t i) { return lanes[i]; })) {}
  // lane_of(i) in lane i.
  template <class LaneOf>
  [[gnu::always_inline]] static Batch of(LaneOf lane_of) {
    Batch result;
#pragma GCC unroll 4
    for (std::size_t i = 0; i < kPairs; ++i)
      result.pairs_[i] = Pair{lane_of(2 * i), lane_of(2 * i + 1)};
    return result;
  }
  double lane(std::size_t i) const { return pairs_[i / 2][i % 2]; }
  std::array<double, kLanes> lanes() const {
    return std::bit_cast<std::array<double, kLanes>>(pairs_);
  }

  // Of the pairs of both.
  template <class Operation>
  [[gnu::always_inline]] static Batch each(const Batch& a, const Batch& b, Operation operation) {
    Batch result;
#pragma GCC unroll 4
    for (std::size_t i = 0; i < kPairs; ++i) result.pairs_[i] = operation(a.pairs_[i], b.pairs_[i]);
    return result;
  }
  template <class Comparison>
  [[gnu::always_inline]] static Mask compare(const Batch& a, const Batch& b, Comparison holds) {
    Mask mask;
#pragma GCC unroll 4
    for (std::size_t i = 0; i < kPairs; ++i) mask.pairs[i] = holds(a.pairs_[i], b.pairs_[i]);
    return mask;
  }
  [[gnu::always_inline]] static Batch choose(const Mask& mask, const Batch& a, const Batch& b) {
    Batch result;
#pragma GCC unroll 4
    for (std::size_t i = 0; i < kPairs; ++i)
      result.pairs_[i] = mask.pairs[i] ? a.pairs_[i] : b.pairs_[i];
    return result;
  }

 private:
  Pair pairs_[kPairs];
};

[[gnu::always_inline]] inline Batch operator+(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](Batch::Pair x, Batch::Pair y) { return x + y; });
}
[[gnu::always_inline]] inline Batch operator-(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](Batch::Pair x, Batch::Pair y) { return x - y; });
}
[[gnu::always_inline]] inline Batch operator*(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](Batch::Pair x, Batch::Pair y) { return x * y; });
}
[[gnu::always_inline]] inline Batch operator/(const Batch& a, const Batch& b) {
  return Batch::each(a, b, [](Batch::Pair x, Batch::Pair y) { return x / y; });
}
[[gnu::always_inline]] inline Batch operator-(const Batch& a) {
  return Batch::each(a, a, [](Batch::Pair x, Batch::Pair) { return -x; });
}
inline Batch::Mask less(const Batch& a, const Batch& b) {
  return Batch::compare(a, b, [](Batch::Pair x, Batch::Pair y) { return x < y; });
}
inline Batch::Mask less_equal(const Batch& a, const Batch& b) {
  return Batch::compare(a, b, [](Batch::Pair x, Batch::Pair y) { return x <= y; });
}
inline Batch select(const Batch::Mask& condition, const Batch& if_true, const Batch& if_false) {
  return Batch::choose(condition, if_true, if_false);
}
inline Batch select(bool condition, const Batch& if_true, const Batch& if_false) {
  return condition ? if_true : if_false;
}
inline Batch min(const Batch& a, const Batch& b) { return select(less(b, a), b, a); }
inline Batch max(const Batch& a, const Batch& b) { return select(less(a, b), b, a); }
inline Batch sqrt(const Batch& a) {
  return Batch::of([&](std::size_t i) { return sqrt(a.lane(i)); });
}
[[gnu::always_inline]] inline const Batch& named(const Label&, const Batch& value) { return value; }

// Off by at most one unit in the last place.
Batch exp(const Batch& x);
Batch log(const Batch& x);
}  // namespace openitmo::mrv
