#pragma once

#include <optional>
#include <vector>

#include "mrv/inventory/activity.h"
#include "mrv/inventory/inventory_case.h"

namespace openitmo::mrv::inventory {

// What an inventory sees of an activity: as its tables were asked, or with every amount told in the
// year in which it was disposed of.
enum class Sight : std::uint8_t { as_it_is, amounts };

// Waste and gas that activities took away, as changes of an inventory that undo it. A table knows
// of an activity what was there when it was asked: a share that was asked for in 2023 carries the
// diversion of 2023 on into later years, and nothing of earlier ones. The same holds for a survey
// of the composition, which is one for all disposal sites.
class Diversion {
 public:
  Diversion(const InventoryCase& c, const std::vector<Activity>& activities)
      : c_(c), activities_(activities) {}

  // The disposal site of the inventory that the activity relieves: of its own kind, or the one that
  // takes in most where the inventory has none of that kind.
  Pathway site_of(const Activity& activity, int year) const;

  // Methane in `year` of all waste diverted until then, first-order decay, t CO2 eq: with the
  // parameters of the methodology, and with those of the inventory.
  double decaying_by_methodology(const Activity& activity, int year) const;
  double decaying_by_inventory(const Activity& activity, int year) const;

  // The waste of all years up to `year` back at the disposal sites.
  Change undiverted(const Activity& activity, int year, Sight sight) const;
  // The waste of `year` no longer composted or digested, as far as the inventory reports it.
  Change untreated(const Activity& activity, int year) const;
  // What composting or digesting all of it adds by the inventory's factors, negative, t CO2 eq.
  double treatment_by_inventory(const Activity& activity, int year) const;

  // The disposal site whose recovery an inventory reports; the largest of them.
  std::optional<Pathway> recovery_site(int year) const;
  // Methane by the inventory's oxidation and GWP, t CO2 eq.
  double recovered_by_inventory(double methane_t, std::optional<Pathway> site) const;
  // The methane no longer recovered, as far as the inventory reports it.
  Change unrecovered(double methane_t, int year) const;

 private:
  double amount_of(Pathway pathway, int year) const;
  double share_of(WasteType type, int year) const;
  // Of an amount of the activity in the year in which the row was asked, what stands in `year`.
  double carried(double in_row_year, const TreatmentRow& row, int year) const;
  double generated(int year) const;
  double diverted_seen(const Activity& activity, Pathway site, int year) const;
  double share_without(const Activity& activity, WasteType type, int year) const;

  const InventoryCase& c_;
  const std::vector<Activity>& activities_;
};

}  // namespace openitmo::mrv::inventory
