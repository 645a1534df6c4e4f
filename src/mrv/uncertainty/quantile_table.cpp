#include "mrv/uncertainty/quantile_table.h"

#include "mrv/uncertainty/cubic.h"

namespace openitmo::mrv {

QuantileTable::QuantileTable(const Distribution& distribution) {
  pieces_.reserve(2 * kPieces);
  for (const bool is_upper : {false, true})
    for (std::uint64_t piece = 0; piece < kPieces; ++piece) {
      const double start = std::bit_cast<double>((kFirst + piece) << kShift);
      const double end = std::bit_cast<double>((kFirst + piece + 1) << kShift);
      std::array<double, 4> y;
      for (std::size_t i = 0; i < y.size(); ++i) {
        const double t = (start + (end - start) / 3 * static_cast<double>(i)) * 0x1p-32;
        y[i] = distribution.quantile(is_upper ? 1 - t : t);
      }
      pieces_.push_back(cubic_through(y, (end - start) / 3));
    }
}

}  // namespace openitmo::mrv
