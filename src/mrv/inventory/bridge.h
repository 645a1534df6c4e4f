#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mrv/finding.h"
#include "mrv/inventory/activity.h"
#include "mrv/inventory/inventory_case.h"

// The inventory bridge: does the host's inventory of solid waste (5.A, 5.B, 5.C) fall by each tonne
// that it first transferred? A first transfer adds to the host's emissions balance; where the
// inventory does not fall as much, the addition is pure loss.
namespace openitmo::mrv::inventory {

// Why what was first transferred and what the inventory shows differ, in the order in which one is
// led over into the other.
enum class Reason : std::uint8_t {
  not_transferred,       // reductions that were claimed and not first transferred
  energy,                // power, heat, fuel, material: 1.A or elsewhere
  other_terms,           // leakage, adjustments, caps, terms outside solid waste
  model_correction,      // φ and f of TOOL04
  timing,                // TOOL04 lets waste decay in its own year, the inventory a year later;
                         // and its MCF by water table
  parameters,            // MCF, k, DOC, DOC_f, OX, F, GWP differ
  sorting_not_seen,      // the inventory's composition is older than the diversion
  disposal_not_seen,     // its amount disposed of is a share from an earlier year
  treatment_factors,     // emission factors of composting or digestion differ
  treatment_not_seen,    // the inventory does not report what was composted or digested
  gas_terms,             // oxidation and baseline capture of landfill gas
  recovery_not_counted,  // the inventory counts no recovery, or less of it
};
std::string_view name_of(Reason reason);
Words words_of(Reason reason);   // what it is, in a few words
Words remedy_of(Reason reason);  // what the host can do about it

struct Part {
  Reason reason;
  double t_co2eq = 0;  // of the loss; negative where the inventory falls more than was transferred
};

// One component and year; t CO2 eq.
struct BridgeRow {
  std::string component;
  CalendarYear year;
  double claimed = 0;                       // emission reductions of the methodology
  double first_transferred = 0;             // what the host adds to its balance
  std::vector<std::uint64_t> entries = {};  // of its journal, that record the first transfers
  // By how much the inventory would be higher without the activity; negative where its own
  // emissions exceed what it avoids.
  double fall_disposal = 0;   // 5.A
  double fall_treatment = 0;  // 5.B
  double fall() const { return fall_disposal + fall_treatment; }
  double loss() const { return first_transferred - fall(); }
  // Nothing where the inventory does not say: outside its years, or the line is NE. The falls are
  // then unknown, and neither they nor the loss may be shown as figures.
  std::optional<Text> unknown = {};
  std::vector<Part> parts = {};  // sum to the loss
};

struct BridgeTotal {
  double claimed = 0;
  double first_transferred = 0;
  double fall = 0;
  double loss = 0;
  // Of it, where the inventory does not say what falls; not in fall, loss and parts.
  double unknown_first_transferred = 0;
  bool is_known = true;  // no row is unknown
  std::vector<Part> parts = {};
};

struct Bridge {
  std::vector<BridgeRow> rows;  // by component, then year
  std::map<int, BridgeTotal> by_year;
  BridgeTotal total;  // of the rows that are known
};

struct Transferred {
  std::uint64_t t_co2eq = 0;
  std::vector<std::uint64_t> entries = {};  // that record it
};
// First transferred by component and year.
using FirstTransferred = std::map<std::pair<std::string, int>, Transferred>;

// Refuses what compute_inventory() refuses.
std::expected<Bridge, Problems> bridge(const InventoryPlan& plan, const InventoryData& data,
                                       const std::vector<Activity>& activities,
                                       const FirstTransferred& first_transferred);

}  // namespace openitmo::mrv::inventory
