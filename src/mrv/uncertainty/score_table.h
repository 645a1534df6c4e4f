#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "mrv/uncertainty/distribution.h"

namespace openitmo::mrv {

// A distribution by its normal score z, quantile(P(Z <= z)), prepared as a QuantileTable is: a
// cubic for each thirty-second of a standard deviation, flat beyond eight of them. What is partly
// correlated has a score that is mixed from others, and no bits of its own to look up.
class ScoreTable {
 public:
  explicit ScoreTable(const Distribution& distribution);

  double operator()(double z) const {
    const double t = (std::clamp(z, -kWidest, kWidest) + kWidest) * kPiecesPerUnit;
    const auto piece = std::min(static_cast<std::size_t>(t), pieces_.size() - 1);
    const std::array<double, 4>& cubic = pieces_[piece];
    const double s = t - static_cast<double>(piece);
    return cubic[0] + s * (cubic[1] + s * (cubic[2] + s * cubic[3]));
  }

 private:
  static constexpr double kWidest = 8;
  static constexpr int kPiecesPerUnit = 32;

  std::vector<std::array<double, 4>> pieces_;
};

}  // namespace openitmo::mrv
