#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/itmo_identifier.h"

namespace openitmo::ledger {

// Units of another registry or standard that ITMOs represent, one for one, in the same order
// (AEF Tables 3 and 4). An empty registry: none. `prefix` stands before every number.
struct UnderlyingUnits {
  std::string registry;
  std::string prefix;
  std::uint64_t first_unit = 0;
  std::uint64_t last_unit = 0;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("registry", self.registry);
    visit("prefix", self.prefix);
    visit("first_unit", self.first_unit);
    visit("last_unit", self.last_unit);
  }
  bool none() const { return registry.empty(); }
  std::uint64_t count() const { return last_unit - first_unit + 1; }
  bool operator==(const UnderlyingUnits&) const = default;
};

// A range of ITMOs with the units behind it; `units.none()` where there are none.
struct UnderlyingPiece {
  ItmoRange range;
  UnderlyingUnits units;
};

// Which units stand behind which ITMOs of one registry.
class Underlying {
 public:
  // As many units as ITMOs; nothing for none.
  void add(const ItmoRange& range, const UnderlyingUnits& units);
  bool empty() const { return by_first_id_.empty(); }
  // `range` in order, cut so that each piece has consecutive units behind it, or none.
  std::vector<UnderlyingPiece> pieces(const ItmoRange& range) const;
  // The first known units that `units` overlap; none otherwise.
  UnderlyingUnits overlapping(const UnderlyingUnits& units) const;

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) { visit(self.by_first_id_); }

 private:
  std::map<ItmoIdentifier, UnderlyingPiece> by_first_id_;
};

}  // namespace openitmo::ledger
