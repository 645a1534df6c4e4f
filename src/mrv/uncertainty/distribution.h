#pragma once

#include "mrv/uncertainty/stated.h"

namespace openitmo::mrv {

// What one uncertain figure may be, by its quantile function: the one description from which the
// intervals of approach 1 and the draws of approach 2 are taken.
class Distribution {
 public:
  // Of a figure with this value. Interval and ends that are not relative are in its unit; a value
  // outside them widens them to itself. A value of 0 does not vary.
  static Distribution of(double value, const StatedUncertainty& stated);

  static Distribution fixed(double value);
  // Cut off at 0 below and at `at_most` above: what is left is scaled up. sd > 0, mean > 0.
  static Distribution positive_normal(double mean, double sd, double at_most);
  static Distribution normal(double mean, double sd);
  // `sigma` is the standard deviation of the logarithm.
  static Distribution lognormal(double median, double sigma);
  // low <= mode <= high, low < high.
  static Distribution triangular(double low, double mode, double high);
  static Distribution uniform(double low, double high);
  // A beta distribution between these ends with the mean (low + 4·mode + high)/6; low <= mode <=
  // high, low < high.
  static Distribution pert(double low, double mode, double high);

  Shape shape() const { return shape_; }
  bool is_fixed() const { return shape_ == Shape::fixed; }
  // A normal that is not cut off: quantile(p) = location + scale·z(p).
  bool is_plain_normal() const { return shape_ == Shape::normal && first_ == 0 && last_ == 1; }
  double location() const { return a_; }
  double scale() const { return shape_ == Shape::pert ? c_ - a_ : b_; }
  bool operator==(const Distribution&) const = default;

  // quantile(p) = location + scale·q(p) with a q that all of the same shape and skew share: normals
  // that are not cut off, and beta-PERTs.
  bool is_scaled() const { return is_plain_normal() || shape_ == Shape::pert; }
  // What they share: 0 and 1 in place of location and scale.
  Distribution standard() const;

  // x with P(X <= x) = p, for 0 < p < 1.
  double quantile(double p) const;
  // Half of the 95 % interval, from 2.5 % to 97.5 %: what IPCC 2006 V1 Ch 3 calls the uncertainty.
  double half_width() const;

 private:
  struct Exponents {
    double alpha;
    double beta;
  };
  Exponents exponents() const;

  Distribution(Shape shape, double a, double b, double c) : shape_(shape), a_(a), b_(b), c_(c) {}

  Shape shape_;
  double a_, b_, c_;
  double first_ = 0;  // the part of a normal that is left, as probabilities
  double last_ = 1;
  double B_ = 0;  // of a beta-PERT: the beta function of its exponents
};

}  // namespace openitmo::mrv
