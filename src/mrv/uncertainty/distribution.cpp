#include "mrv/uncertainty/distribution.h"

#include <algorithm>
#include <cmath>

#include "mrv/math/beta.h"
#include "mrv/math/correctly_rounded.h"
#include "mrv/math/normal.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

Distribution between(Shape shape, double low, double value, double high) {
  if (shape == Shape::uniform) return Distribution::uniform(low, high);
  if (shape == Shape::pert) return Distribution::pert(low, value, high);
  return Distribution::triangular(low, value, high);
}

}  // namespace

Distribution Distribution::of(double value, const StatedUncertainty& stated) {
  if (value == 0 || !stated.is_stated()) return fixed(value);
  switch (stated.shape) {
    case Shape::fixed:
      break;
    case Shape::normal:
      check(value > 0, "what is uncertain in percent is positive");
      return positive_normal(value, stated.high * value / kNormalQuantile97_5,
                             std::max(stated.at_most, value));
    case Shape::lognormal:
      check(value > 0, "what is uncertain by a factor is positive");
      return lognormal(value, log(stated.high) / kNormalQuantile97_5);
    case Shape::triangular:
    case Shape::uniform:
    case Shape::pert:
      if (stated.is_relative)
        return between(stated.shape, value * (1 + stated.low), value, value * (1 + stated.high));
      return between(stated.shape, std::min(stated.low, value), value,
                     std::max(stated.high, value));
  }
  return fixed(value);
}

Distribution Distribution::fixed(double value) { return {Shape::fixed, value, 0, 0}; }

Distribution Distribution::positive_normal(double mean, double sd, double at_most) {
  check(sd > 0 && mean > 0 && at_most > 0, "a normal figure cut off at 0 is positive");
  Distribution cut(Shape::normal, mean, sd, 0);
  cut.first_ = normal_probability(-mean / sd);
  if (std::isfinite(at_most)) cut.last_ = normal_probability((at_most - mean) / sd);
  return cut;
}

Distribution Distribution::normal(double mean, double sd) {
  check(sd > 0, "a normal distribution has a spread");
  return {Shape::normal, mean, sd, 0};
}

Distribution Distribution::lognormal(double median, double sigma) {
  check(median > 0 && sigma > 0, "a lognormal distribution is positive and has a spread");
  return {Shape::lognormal, median, sigma, 0};
}

Distribution Distribution::triangular(double low, double mode, double high) {
  check(low <= mode && mode <= high && low < high, "the mode of a triangle is within its ends");
  return {Shape::triangular, low, mode, high};
}

Distribution Distribution::uniform(double low, double high) {
  check(low < high, "a uniform distribution has two ends");
  return {Shape::uniform, low, high, 0};
}

Distribution Distribution::pert(double low, double mode, double high) {
  check(low <= mode && mode <= high && low < high, "the mode of a beta-PERT is within its ends");
  Distribution made(Shape::pert, low, mode, high);
  const Exponents of = made.exponents();
  made.B_ = beta_function(of.alpha, of.beta);
  return made;
}

Distribution Distribution::standard() const {
  if (shape_ != Shape::pert) return normal(0, 1);
  Distribution made(Shape::pert, 0, (b_ - a_) / (c_ - a_), 1);
  made.B_ = B_;
  return made;
}

// Of the beta distribution: 1 + 4 times the distance of the mode from either end.
Distribution::Exponents Distribution::exponents() const {
  return {.alpha = 1 + 4 * ((b_ - a_) / (c_ - a_)), .beta = 1 + 4 * ((c_ - b_) / (c_ - a_))};
}

double Distribution::quantile(double p) const {
  switch (shape_) {
    case Shape::fixed:
      return a_;
    case Shape::normal:
      return a_ + b_ * normal_quantile(first_ + p * (last_ - first_));
    case Shape::lognormal:
      return a_ * exp(b_ * normal_quantile(p));
    case Shape::triangular: {
      const double at_mode = (b_ - a_) / (c_ - a_);
      if (p <= at_mode) return a_ + std::sqrt(p * (c_ - a_) * (b_ - a_));
      return c_ - std::sqrt((1 - p) * (c_ - a_) * (c_ - b_));
    }
    case Shape::uniform:
      return a_ + p * (b_ - a_);
    case Shape::pert: {
      const Exponents of = exponents();
      return a_ + (c_ - a_) * beta_quantile(p, of.alpha, of.beta, B_);
    }
  }
  return a_;
}

double Distribution::half_width() const {
  if (is_fixed()) return 0;
  // As stated: what the cut at 0 takes away is below one in ten thousand.
  if (shape_ == Shape::normal && last_ == 1) return kNormalQuantile97_5 * b_;
  return (quantile(0.975) - quantile(0.025)) / 2;
}

}  // namespace openitmo::mrv
