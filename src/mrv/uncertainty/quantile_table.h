#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "mrv/uncertainty/distribution.h"

namespace openitmo::mrv {

// The quantile function of one distribution, prepared so that a draw costs a look-up and a cubic:
// no exponential, no logarithm, no branch that depends on the shape, and nothing but + - · on
// doubles, hence the same bits everywhere.
//
// A draw is a number of 32 random bits r, which stands for the probability p = (r + 1/2)/2^32. The
// distance t of p from its nearer end is cut into pieces by its leading bits, sixteen for every
// halving, so that the tails are as fine as the middle. Each piece is a cubic through four points
// of the quantile function; the error stays below 10^-6 standard deviations, but for 10^-4 where
// the density of a triangle has its corner.
class QuantileTable {
 public:
  explicit QuantileTable(const Distribution& distribution);

  double operator()(std::uint32_t r) const {
    const bool is_upper = (r >> 31) != 0;
    const double t = (is_upper ? ~r : r) + 0.5;  // in units of 2^-32
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(t);
    const std::uint64_t piece = (bits >> kShift) - kFirst;
    const double start = std::bit_cast<double>(bits >> kShift << kShift);
    const Cubic& cubic = pieces_[piece + (is_upper ? kPieces : 0)];
    const double s = t - start;
    return cubic[0] + s * (cubic[1] + s * (cubic[2] + s * cubic[3]));
  }

 private:
  using Cubic = std::array<double, 4>;
  static constexpr int kShift = 52 - 4;
  static constexpr std::uint64_t kFirst = std::bit_cast<std::uint64_t>(0.5) >> kShift;
  static constexpr std::uint64_t kPieces =
      (std::bit_cast<std::uint64_t>(0x1p31) >> kShift) - kFirst;

  std::vector<Cubic> pieces_;  // those of the lower half, then those of the upper
};

}  // namespace openitmo::mrv
