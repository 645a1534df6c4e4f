#include "mrv/inventory/bridge.h"

#include <algorithm>
#include <cmath>

#include "mrv/inventory/compute.h"
#include "mrv/inventory/diversion.h"
#include "mrv/inventory/inventory_rules.h"
#include "mrv/inventory/line_state.h"
#include "quantity/check.h"

namespace openitmo::mrv::inventory {

namespace {

// What differences of lines of a whole country leave behind, t CO2 eq.
constexpr double kRoundingError = 1e-6;

const LineDescription& line_of(Pathway pathway, Gas gas) {
  for (const LineDescription& line : lines())
    if (line.gas == gas &&
        std::ranges::find(pathways_of(line.category), pathway) != pathways_of(line.category).end())
      return line;
  check(false, "a pathway with emissions has lines");
  return lines().front();
}

// The inventory as it is, and what it would be with other waste or gas.
class Recomputed {
 public:
  explicit Recomputed(const InventoryCase& c) : c_(c) {}

  // By how much a line would be higher with the change; 0 without one, to the last bit.
  double rise(const Change& change, Pathway pathway, Gas gas, int year) const {
    if (change.empty()) return 0;
    const LineDescription& line = line_of(pathway, gas);
    return estimate(change, line, year) - estimate({}, line, year);
  }

  // The same of every disposal line that is estimated.
  double rise_of_disposal(const Change& change, int year) const {
    double rise = 0;
    if (change.empty()) return rise;
    for (const LineDescription& line : lines())
      if (is_disposal(pathways_of(line.category).front()) &&
          state_of(c_, line, year).state == LineState::estimated)
        rise += estimate(change, line, year) - estimate({}, line, year);
    return rise;
  }

 private:
  double estimate(const Change& change, const LineDescription& line, int year) const {
    InventoryCase c{.plan = c_.plan, .data = c_.data, .parameters = c_.parameters};
    c.change = change;
    return estimate_of_line(c, line, year);
  }

  const InventoryCase& c_;
};

class Bridging {
 public:
  Bridging(const InventoryCase& c, const std::vector<Activity>& activities)
      : c_(c), diversion_(c, activities), recomputed_(c) {}

  BridgeRow row(const Activity& activity, int year, const Transferred& transferred) const {
    const auto first_transferred = static_cast<double>(transferred.t_co2eq);
    const auto found = activity.years.find(year);
    const ActivityYear of = found == activity.years.end() ? ActivityYear{} : found->second;
    BridgeRow row{.component = activity.component,
                  .year = CalendarYear(year),
                  .claimed = of.claimed,
                  .first_transferred = first_transferred,
                  .entries = transferred.entries};
    row.unknown = unknown_of(activity, year);
    if (row.unknown) return row;
    row.parts = {{Reason::not_transferred, first_transferred - of.claimed},
                 {Reason::energy, of.energy},
                 {Reason::other_terms, of.rest()}};
    if (activity.role == SiteRole::diverts_waste) add_diverted(row, activity, of, year);
    if (activity.role == SiteRole::meters_gas) add_gas(row, of, year);
    std::erase_if(row.parts,
                  [](const Part& part) { return std::fabs(part.t_co2eq) < kRoundingError; });
    return row;
  }

 private:
  // Where the inventory does not say what its lines are in that year, nobody knows what falls.
  std::optional<Text> unknown_of(const Activity& activity, int year) const {
    if (year < c_.plan.first_year.value() || year > c_.plan.last_year.value())
      return Text({"the inventory covers {} to {}", "l'inventaire couvre {} à {}"},
                  c_.plan.first_year.value(), c_.plan.last_year.value());
    std::vector<const LineDescription*> needed;
    if (activity.role != SiteRole::none)
      needed.push_back(&line_of(diversion_.site_of(activity, year), Gas::ch4));
    if (activity.role == SiteRole::diverts_waste && activity.treatment != Pathway::other)
      needed.push_back(&line_of(activity.treatment, Gas::ch4));
    for (const LineDescription* line : needed) {
      const StateOfLine state = state_of(c_, *line, year);
      if (state.state == LineState::unknown)
        return Text({"{} is not estimated (NE): {}", "{} n'est pas estimé (NE) : {}"}, line->code,
                    state.reason);
    }
    return std::nullopt;
  }

  static void add_parts(BridgeRow& row, std::initializer_list<Part> more) {
    row.parts.insert(row.parts.end(), more.begin(), more.end());
  }

  // From what the methodology credits for the disposal site to what the inventory shows, step by
  // step; each step exchanges one thing for the inventory's own.
  void add_diverted(BridgeRow& row, const Activity& activity, const ActivityYear& of,
                    int year) const {
    const double delayed = diversion_.decaying_by_methodology(activity, year);
    const double by_inventory = diversion_.decaying_by_inventory(activity, year);
    const double unsorted = rise_of_disposal(activity, year, Sight::amounts);
    row.fall_disposal = rise_of_disposal(activity, year, Sight::as_it_is);
    const double emitted = -rise_of_treatment(activity, year, Sight::amounts);
    row.fall_treatment = rise_of_treatment(activity, year, Sight::as_it_is);
    add_parts(row, {{Reason::model_correction, of.disposal - of.disposal_uncorrected},
                    {Reason::timing, of.disposal_uncorrected - delayed},
                    {Reason::parameters, delayed - by_inventory},
                    {Reason::sorting_not_seen, by_inventory - unsorted},
                    {Reason::disposal_not_seen, unsorted - row.fall_disposal},
                    {Reason::treatment_factors, emitted - of.treatment},
                    {Reason::treatment_not_seen, -emitted - row.fall_treatment}});
  }

  void add_gas(BridgeRow& row, const ActivityYear& of, int year) const {
    const auto site = diversion_.recovery_site(year);
    const double by_inventory = diversion_.recovered_by_inventory(of.methane_destroyed_t, site);
    if (site)
      row.fall_disposal =
          recomputed_.rise_of_disposal(diversion_.unrecovered(of.methane_destroyed_t, year), year);
    add_parts(row, {{Reason::gas_terms, of.gas - by_inventory},
                    {Reason::recovery_not_counted, by_inventory - row.fall_disposal}});
  }

  double rise_of_disposal(const Activity& activity, int year, Sight sight) const {
    return recomputed_.rise_of_disposal(diversion_.undiverted(activity, year, sight), year);
  }

  // Negative: without the activity less is composted or digested.
  double rise_of_treatment(const Activity& activity, int year, Sight sight) const {
    if (activity.treatment == Pathway::other) return 0;
    if (sight == Sight::amounts) return diversion_.treatment_by_inventory(activity, year);
    const Change change = diversion_.untreated(activity, year);
    double rise = recomputed_.rise(change, activity.treatment, Gas::ch4, year);
    if (activity.treatment == Pathway::composted)
      rise += recomputed_.rise(change, activity.treatment, Gas::n2o, year);
    return rise;
  }

  const InventoryCase& c_;
  Diversion diversion_;
  Recomputed recomputed_;
};

void add(BridgeTotal& total, const BridgeRow& row) {
  total.claimed += row.claimed;
  total.first_transferred += row.first_transferred;
  if (row.unknown) {
    total.is_known = false;
    total.unknown_first_transferred += row.first_transferred;
    return;
  }
  total.fall += row.fall();
  total.loss += row.loss();
  for (const Part& part : row.parts) {
    const auto known = std::ranges::find(total.parts, part.reason, &Part::reason);
    if (known == total.parts.end())
      total.parts.push_back(part);
    else
      known->t_co2eq += part.t_co2eq;
  }
  std::ranges::sort(total.parts, {}, &Part::reason);
}

std::vector<int> years_of(const Activity& activity, const FirstTransferred& first_transferred) {
  std::vector<int> years;
  for (const auto& [year, of] : activity.years) years.push_back(year);
  for (const auto& [key, t] : first_transferred)
    if (key.first == activity.component && !activity.years.contains(key.second))
      years.push_back(key.second);
  std::ranges::sort(years);
  return years;
}

}  // namespace

std::expected<Bridge, Problems> bridge(const InventoryPlan& plan, const InventoryData& data,
                                       const std::vector<Activity>& activities,
                                       const FirstTransferred& first_transferred) {
  const auto parameters = ParameterSet::make(plan.overrides);
  if (!parameters) return std::unexpected(parameters.error());
  const InventoryCase c{.plan = plan, .data = data, .parameters = *parameters};
  if (Problems findings = check_inventory(c); has_error(findings))
    return std::unexpected(std::move(findings));
  const Bridging bridging(c, activities);
  Bridge bridge;
  for (const Activity& activity : activities)
    for (const int year : years_of(activity, first_transferred)) {
      const auto transferred = first_transferred.find({activity.component, year});
      bridge.rows.push_back(bridging.row(
          activity, year,
          transferred == first_transferred.end() ? Transferred{} : transferred->second));
      add(bridge.by_year[year], bridge.rows.back());
      add(bridge.total, bridge.rows.back());
    }
  return bridge;
}

}  // namespace openitmo::mrv::inventory
