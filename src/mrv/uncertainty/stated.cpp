#include "mrv/uncertainty/stated.h"

#include <cmath>
#include <fmt/format.h>

#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

std::string percent(double fraction) {
  // The text had a decimal number of percent; dividing it by 100 and back may be off by a bit.
  return shortest_decimal(std::round(fraction * 1e11) / 1e9);
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
      break;
  }
  if (stated.is_relative)
    return fmt::format("-{} % / +{} %", percent(-stated.low), percent(stated.high));
  return fmt::format("{}{} to {}", stated.shape == Shape::uniform ? "uniform " : "",
                     shortest_decimal(stated.low), shortest_decimal(stated.high));
}

}  // namespace

std::string to_text(const StatedUncertainty& stated) {
  std::string text = interval_text(stated);
  if (std::isfinite(stated.at_most))
    text += fmt::format(", at most {}", shortest_decimal(stated.at_most));
  if (!stated.group.empty()) text += fmt::format(", group {}", stated.group.view());
  return text;
}

}  // namespace openitmo::mrv
