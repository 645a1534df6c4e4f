#include "accounting/unit_set.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::accounting {

TonnesCo2eq UnitSet::common(const ledger::ItmoRange& range) const {
  TonnesCo2eq common;
  const auto found = series_.find(range.series());
  if (found == series_.end()) return common;
  for (const auto& [first, last] : found->second) {
    const std::uint64_t from = std::max(first, range.first_id.serial);
    const std::uint64_t to = std::min(last, range.last_id.serial);
    if (from <= to) common += TonnesCo2eq(to - from + 1);
  }
  return common;
}

TonnesCo2eq UnitSet::add(const ledger::ItmoRange& range) {
  check(range.valid(), "a range has a first and a last unit of one series");
  const TonnesCo2eq known = common(range);
  Ranges& ranges = series_[range.series()];
  std::uint64_t first = range.first_id.serial;
  std::uint64_t last = range.last_id.serial;
  auto at = ranges.upper_bound(last);
  while (at != ranges.begin()) {
    const auto before = std::prev(at);
    if (before->second < first) break;
    first = std::min(first, before->first);
    last = std::max(last, before->second);
    at = ranges.erase(before);
  }
  ranges[first] = last;
  return known;
}

TonnesCo2eq UnitSet::common(const UnitSet& other) const {
  TonnesCo2eq common_units;
  for (const auto& [series, ranges] : other.series_)
    for (const auto& [first, last] : ranges)
      common_units += common(ledger::make_range(series, first, last));
  return common_units;
}

TonnesCo2eq UnitSet::size() const {
  TonnesCo2eq size;
  for (const auto& [series, ranges] : series_)
    for (const auto& [first, last] : ranges) size += TonnesCo2eq(last - first + 1);
  return size;
}

}  // namespace openitmo::accounting
