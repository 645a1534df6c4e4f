#include "ledger/underlying.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::ledger {

namespace {

// The part of a piece within `range`, with the units behind just that part.
UnderlyingPiece clipped(const UnderlyingPiece& piece, const ItmoRange& range) {
  UnderlyingPiece part = piece;
  const std::uint64_t first = std::max(piece.range.first_id.serial, range.first_id.serial);
  const std::uint64_t last = std::min(piece.range.last_id.serial, range.last_id.serial);
  part.units.first_unit += first - piece.range.first_id.serial;
  part.units.last_unit = part.units.first_unit + (last - first);
  part.range = make_range(range.series(), first, last);
  return part;
}

}  // namespace

void Underlying::add(const ItmoRange& range, const UnderlyingUnits& units) {
  if (units.none()) return;
  check(units.count() == range.quantity_t_co2eq().value(),
        "one underlying unit stands behind each");
  by_first_id_[range.first_id] = {range, units};
}

std::vector<UnderlyingPiece> Underlying::pieces(const ItmoRange& range) const {
  std::vector<UnderlyingPiece> found;
  std::uint64_t next = range.first_id.serial;
  const auto gap_until = [&](std::uint64_t last) {
    if (next <= last) found.push_back({make_range(range.series(), next, last), {}});
  };
  auto at = by_first_id_.upper_bound(range.first_id);
  if (at != by_first_id_.begin() && overlap(std::prev(at)->second.range, range)) --at;
  for (; at != by_first_id_.end() && overlap(at->second.range, range); ++at) {
    const UnderlyingPiece part = clipped(at->second, range);
    gap_until(part.range.first_id.serial - 1);
    found.push_back(part);
    next = part.range.last_id.serial + 1;
  }
  gap_until(range.last_id.serial);
  return found;
}

UnderlyingUnits Underlying::overlapping(const UnderlyingUnits& units) const {
  for (const auto& [first_id, piece] : by_first_id_)
    if (piece.units.registry == units.registry && piece.units.prefix == units.prefix &&
        piece.units.first_unit <= units.last_unit && units.first_unit <= piece.units.last_unit)
      return piece.units;
  return {};
}

}  // namespace openitmo::ledger
