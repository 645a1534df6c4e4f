#include "mrv/uncertainty/score_table.h"

#include "mrv/math/normal.h"
#include "mrv/uncertainty/cubic.h"

namespace openitmo::mrv {

ScoreTable::ScoreTable(const Distribution& distribution) {
  constexpr int kPieces = static_cast<int>(2 * kWidest) * kPiecesPerUnit;
  // Beyond, a probability is no longer distinct from 1.
  constexpr double kHighest = 1 - 0x1p-53;
  pieces_.reserve(kPieces);
  for (int piece = 0; piece < kPieces; ++piece) {
    std::array<double, 4> y;
    for (std::size_t i = 0; i < y.size(); ++i) {
      const double z = (piece + static_cast<double>(i) / 3) / kPiecesPerUnit - kWidest;
      y[i] = distribution.quantile(std::min(normal_probability(z), kHighest));
    }
    pieces_.push_back(cubic_through(y, 1.0 / 3));
  }
}

}  // namespace openitmo::mrv
