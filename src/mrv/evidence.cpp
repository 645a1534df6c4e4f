#include "mrv/evidence.h"

#include <algorithm>

namespace openitmo::mrv {

namespace {
bool is_near(const RowRange& range, Place place) {
  return place.row + Evidence::kMaxGapRows >= range.first &&
         place.row <= range.last + Evidence::kMaxGapRows;
}
}  // namespace

void Evidence::add(Place place) {
  const bool full = ranges_.size() == kMaxRanges;
  for (auto range = ranges_.rbegin(); range != ranges_.rend(); ++range) {
    if (range->file != place.file) continue;
    if (!full && !is_near(*range, place)) break;
    range->first = std::min(range->first, place.row);
    range->last = std::max(range->last, place.row);
    ++range->count;
    return;
  }
  ranges_.push_back({.file = place.file, .first = place.row, .last = place.row, .count = 1});
}

std::uint64_t Evidence::row_count() const {
  std::uint64_t count = 0;
  for (const RowRange& range : ranges_) count += range.count;
  return count;
}

}  // namespace openitmo::mrv
