#pragma once

#include <cmath>
#include <span>

#include "mrv/math/correctly_rounded.h"
#include "mrv/scalar/label.h"

// What an equation may do with its scalar S besides + - * / and unary minus, given here for
// S = double. Any other scalar (Traced, a batch of samples) supplies the same functions beside its
// own type and converts from double. Equations never branch on a scalar: they `select`.
namespace openitmo::mrv {

// Gives an intermediate result its name; the value passes through.
inline double named(const Label&, double value) { return value; }

inline double sqrt(double x) { return std::sqrt(x); }
inline double min(double a, double b) { return b < a ? b : a; }
inline double max(double a, double b) { return a < b ? b : a; }
inline bool less(double a, double b) { return a < b; }
inline bool less_equal(double a, double b) { return a <= b; }
inline double select(bool condition, double if_true, double if_false) {
  return condition ? if_true : if_false;
}

// Adds one term after the other, first to last, without keeping them. Traced has one of its own,
// which records the sum as one operation.
template <class S>
class Sum {
 public:
  void add(const S& term) { total_ = total_ + term; }
  const S& total() const { return total_; }

 private:
  S total_ = 0.0;
};

template <class S>
S sum(std::span<const S> terms) {
  Sum<S> total;
  for (const S& term : terms) total.add(term);
  return total.total();
}

}  // namespace openitmo::mrv
