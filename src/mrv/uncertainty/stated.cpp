#include "mrv/uncertainty/stated.h"

#include <cmath>
#include <fmt/format.h>

#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

std::string percent(double fraction) {
  // A ten-thousandth of a percent is finer than anyone states an uncertainty.
  return shortest_decimal(std::round(fraction * 1e6) / 1e4);
}

std::string interval_text(const StatedUncertainty& stated) {
  switch (stated.shape) {
    case Shape::fixed:
      return "";
    case Shape::normal:
      return fmt::format("±{} %", percent(stated.high));
    case Shape::lognormal:
      return fmt::format("factor {}", shortest_decimal(stated.high));
    case Shape::triangular:
    case Shape::uniform:
    case Shape::pert:
      break;
  }
  const std::string_view word = stated.shape == Shape::uniform ? "uniform "
                                : stated.shape == Shape::pert  ? "pert "
                                                               : "";
  if (stated.is_relative)
    return fmt::format("{}-{} % / +{} %", word, percent(-stated.low), percent(stated.high));
  return fmt::format("{}{} to {}", word, shortest_decimal(stated.low),
                     shortest_decimal(stated.high));
}

}  // namespace

StatedUncertainty StatedUncertainty::of_half_width(double share_of_value, CorrelationGroup group) {
  StatedUncertainty stated;
  if (!(share_of_value > 0)) return stated;
  stated.group = group;
  stated.shape = share_of_value <= 0.5 ? Shape::normal : Shape::lognormal;
  stated.high = share_of_value <= 0.5 ? share_of_value : 1 + share_of_value;
  stated.low = share_of_value <= 0.5 ? -share_of_value : 0;
  return stated;
}

StatedUncertainty StatedUncertainty::scaled(double ratio) const {
  StatedUncertainty other = *this;
  if (!is_relative) {
    other.low *= ratio;
    other.high *= ratio;
  }
  return other;
}

std::string to_text(const StatedUncertainty& stated) {
  std::string text = interval_text(stated);
  if (std::isfinite(stated.at_most))
    text += fmt::format(", at most {}", shortest_decimal(stated.at_most));
  if (!stated.group.empty()) text += fmt::format(", group {}", stated.group.view());
  if (!stated.with.empty())
    text += fmt::format(", {} with {}", shortest_decimal(stated.coefficient), stated.with.view());
  return text;
}

}  // namespace openitmo::mrv
