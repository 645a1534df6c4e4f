#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "mrv/inventory/inventory_data.h"
#include "mrv/parameter_set.h"
#include "mrv/scalar/series.h"

namespace openitmo::mrv::inventory {

// Waste and methane that go another way than the tables say: what an inventory would have seen had
// an activity not been there. Added to what the tables give; may be negative.
struct Change {
  std::map<std::tuple<Pathway, WasteType, int>, double> disposed_t = {};  // t wet, by year
  std::map<std::pair<Pathway, int>, double> treated_t = {};    // composted or digested, t wet
  std::map<std::pair<Pathway, int>, double> recovered_t = {};  // t CH4, by site

  bool empty() const { return disposed_t.empty() && treated_t.empty() && recovered_t.empty(); }
};

// All that the equations of an inventory read, checked beforehand. What is asked here is answered
// from the tables alone, so that every scalar goes the same way.
struct InventoryCase {
  const InventoryPlan& plan;
  const InventoryData& data;
  const ParameterSet& parameters;
  Change change = {};

  const GenerationRow* generation(int year) const;
  // The row that says what went this way in a year: the latest until then, where it gives a share
  // or is of that very year. A mass holds for its year only, and no older share returns after it.
  const TreatmentRow* treatment(Pathway pathway, int year) const;
  bool has_rows(Pathway pathway) const;
  const CompositionRow* composition(int year) const;  // null where the default composition counts
  const RecoveryRow* recovery(Pathway site, int year) const;
  bool occurs(WasteType type) const;

  // Whether the tables tell how much went this way in a year.
  bool is_known(Pathway pathway, int year) const;
  // The first year without that since the pathway's first row; nothing where it is known to the end
  // of `until`.
  std::optional<int> first_gap(Pathway pathway, int until) const;
  int first_year_of(Pathway pathway) const;  // that it has a row of

  // Whether the tables were asked anew in this very year: only then does what an activity changed
  // show in them.
  bool sees(Pathway pathway, int year) const;
  bool sees_composition(int year) const;

  // The first year of which anything is known; position 1 of every series.
  int history_first() const;
  CalendarAxis axis() const { return {.first = {.year = history_first(), .month = 0}}; }
};

}  // namespace openitmo::mrv::inventory
