#include "registry/history.h"

#include <algorithm>
#include <type_traits>

#include "registry/effect.h"

namespace openitmo::registry {

namespace {

template <class T>
concept NamesComponent = requires(const T& event) {
  { event.component } -> std::convertible_to<std::string>;
};
template <class T>
concept NamesActivity = requires(const T& event) {
  { event.activity } -> std::convertible_to<std::string>;
};
template <class T>
concept NamesReport = requires(const T& event) {
  { event.report } -> std::convertible_to<std::string>;
};

template <class T>
concept NamesFinding = requires(const T& event) {
  { event.finding } -> std::convertible_to<std::string>;
};

}  // namespace

void History::before(const ledger::Ledger& ledger, const ledger::Entry& entry) {
  changes_.clear();
  count(ledger, entry, -1);
}

void History::after(const ledger::Ledger& ledger, const ledger::Entry& entry) {
  note_issuance(entry);
  count(ledger, entry, 1);
  for (const auto& [account, change] : changes_) {
    if (change == 0) continue;
    if (accounts_.size() <= account) accounts_.resize(account + 1);
    accounts_[account].push_back({entry.number, change, entry.envelope.effective_date});
  }
  touch(ranges_of(entry), entry.number);
  touch_again(entry);
  note_subjects(ledger, entry);
}

void History::count(const ledger::Ledger& ledger, const ledger::Entry& entry, std::int64_t sign) {
  for (const ledger::ItmoRange& range : ranges_of(entry))
    for (const ledger::Block& block : ledger.blocks().within(range)) {
      const std::uint32_t account = block.state.account;
      if (block.state.status == ledger::BlockStatus::held)
        changes_[account] +=
            sign * static_cast<std::int64_t>(block.range.quantity_t_co2eq().value());
      count_issued(block, ledger.accounts()[account].party, sign);
    }
}

// A block that went and came back may hold units of several issuances.
void History::count_issued(const ledger::Block& block, PartyId party, std::int64_t sign) {
  const auto& [first, last] = block.range;
  auto at = issued_.upper_bound(first);
  if (at != issued_.begin()) --at;
  for (; at != issued_.end() && at->first <= last; ++at) {
    const auto& [issued_first, issued] = *at;
    if (issued_first.series != first.series || issued.last < first.serial) continue;
    const auto units =
        std::min(issued.last, last.serial) - std::max(issued_first.serial, first.serial) + 1;
    places_[issued.component][{block.state.status, party}] +=
        sign * static_cast<std::int64_t>(units);
  }
}

void History::note_issuance(const ledger::Entry& entry) {
  const auto note = [&](const auto* issuance) {
    if (!issuance) return;
    const auto component =
        component_indexes_
            .try_emplace(issuance->component, static_cast<std::uint32_t>(places_.size()))
            .first->second;
    if (component == places_.size()) places_.emplace_back();
    for (const ledger::ItmoRange& range : issuance->ranges)
      issued_[range.first_id] = {range.last_id.serial, component};
  };
  note(std::get_if<ledger::UnitsIssued>(&entry.event));
  note(std::get_if<ledger::MetricUnitsIssued>(&entry.event));
}

void History::touch(std::span<const ledger::ItmoRange> ranges, std::uint64_t entry) {
  for (const ledger::ItmoRange& range : ranges)
    units_[range.series()].add(range.first_id.serial, range.last_id.serial, entry);
}

// Entries that name an earlier one, or a hold, touch its units.
void History::touch_again(const ledger::Entry& entry) {
  if (const auto* sent = std::get_if<ledger::UnitsTransferred>(&entry.event)) {
    if (sent->to_account.empty()) in_transit_[entry.number] = sent->ranges;
  } else if (const auto* placed = std::get_if<ledger::PlaceHold>(&entry.event)) {
    holds_[placed->hold] = placed->ranges;
  } else if (const auto* lifted = std::get_if<ledger::LiftHold>(&entry.event)) {
    touch(holds_[lifted->hold], entry.number);
  } else if (const auto* confirmed = std::get_if<ledger::ConfirmDelivery>(&entry.event)) {
    touch(in_transit_[confirmed->transfer_entry], entry.number);
    in_transit_.erase(confirmed->transfer_entry);
  }
}

void History::note_subjects(const ledger::Ledger& ledger, const ledger::Entry& entry) {
  const auto note = [&](Subjects& subjects, const std::string& id) {
    if (id.empty()) return;
    auto& entries = subjects[id];
    if (entries.empty() || entries.back() != entry.number) entries.push_back(entry.number);
  };
  std::visit(
      [&]<class Event>(const Event& event) {
        if constexpr (NamesComponent<Event>) note(components_, event.component);
        if constexpr (NamesActivity<Event>) note(activities_, event.activity);
        if constexpr (NamesFinding<Event>) {
          const auto* finding = ledger.activities().find_finding(event.finding);
          if (!finding) return;
          note(activities_, finding->raised.activity);
          note(components_, finding->raised.component);
        } else if constexpr (NamesReport<Event>) {
          const auto* report = ledger.activities().find_report(event.report);
          if (!report) return;
          note(activities_, report->submission.activity);
          if constexpr (!NamesComponent<Event>)
            for (const MonitoredResult& result : report->submission.results)
              note(components_, result.component);
        }
      },
      entry.event);
}

std::vector<std::uint64_t> History::of_unit(const ledger::ItmoIdentifier& unit) const {
  std::vector<std::uint64_t> entries;
  const auto series = units_.find(unit.series);
  if (series == units_.end()) return entries;
  series->second.visit(unit.serial, [&](std::uint64_t entry) { entries.push_back(entry); });
  std::ranges::sort(entries);
  const auto repeated = std::ranges::unique(entries);
  entries.erase(repeated.begin(), repeated.end());
  return entries;
}

std::span<const History::Posting> History::of_account(std::uint32_t account) const {
  if (account >= accounts_.size()) return {};
  return accounts_[account];
}

std::span<const std::uint64_t> History::of_component(std::string_view component) const {
  const auto found = components_.find(component);
  if (found == components_.end()) return {};
  return found->second;
}

std::span<const std::uint64_t> History::of_activity(std::string_view activity) const {
  const auto found = activities_.find(activity);
  if (found == activities_.end()) return {};
  return found->second;
}

const History::Places& History::places_of(const std::string& component) const {
  static const Places none;
  const auto found = component_indexes_.find(component);
  return found == component_indexes_.end() ? none : places_[found->second];
}

}  // namespace openitmo::registry
