#pragma once

#include <map>

#include "ledger/itmo_identifier.h"

namespace openitmo::accounting {

// A set of ITMOs as disjoint serial ranges, whatever registries and journals they came from.
class UnitSet {
 public:
  // Adds the units of a range; how many of them were here already.
  TonnesCo2eq add(const ledger::ItmoRange& range);
  TonnesCo2eq common(const ledger::ItmoRange& range) const;
  TonnesCo2eq common(const UnitSet& other) const;
  TonnesCo2eq size() const;

 private:
  using Ranges = std::map<std::uint64_t, std::uint64_t>;  // first serial -> last, disjoint
  std::map<ledger::ItmoSeries, Ranges> series_;
};

}  // namespace openitmo::accounting
