#pragma once

#include <cstdint>
#include <vector>

#include "mrv/place.h"

namespace openitmo::mrv {

// Rows first..last of one file, of which `count` were used (rows of other kinds may lie between).
struct RowRange {
  std::uint32_t file = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t count = 0;
  bool operator==(const RowRange&) const = default;
};

// The monitoring rows behind one figure, as at most kMaxRanges ranges in the order of reading.
class Evidence {
 public:
  static constexpr std::size_t kMaxRanges = 32;
  // Rows further apart than this start a new range.
  static constexpr std::uint32_t kMaxGapRows = 64;

  void add(Place place);
  const std::vector<RowRange>& ranges() const { return ranges_; }
  std::uint64_t row_count() const;
  // The same rows where the files of the data set have other positions.
  template <class PositionOf>
  Evidence with_files(PositionOf position_of) const {
    Evidence moved = *this;
    for (RowRange& range : moved.ranges_)
      if (range.first > 0) range.file = position_of(range.file);  // row 0: from no file
    return moved;
  }
  bool empty() const { return ranges_.empty(); }
  bool operator==(const Evidence&) const = default;

 private:
  std::vector<RowRange> ranges_;
};

}  // namespace openitmo::mrv
