#pragma once

#include <array>

namespace openitmo::mrv {

// The cubic in s through y[i] at s = i·h.
inline std::array<double, 4> cubic_through(const std::array<double, 4>& y, double h) {
  const double first = y[1] - y[0];
  const double second = (y[2] - y[1]) - first;
  const double third = ((y[3] - y[2]) - (y[2] - y[1])) - second;
  return {y[0], (first - second / 2 + third / 3) / h, (second / 2 - third / 2) / (h * h),
          third / 6 / (h * h * h)};
}

}  // namespace openitmo::mrv
