#include "accounting/gathered.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include "quantity/check.h"

namespace openitmo::accounting {

namespace {

using ledger::Action;

struct PartyHash {
  std::size_t operator()(PartyId party) const {
    return boost::hash<std::uint64_t>()(party.packed());
  }
};

class Gathering {
 public:
  Gathering(const ledger::Ledger& ledger, std::map<PartyId, Gathered>& parties, const View& view)
      : ledger_(ledger), view_(view) {
    for (auto& [party, gathered] : parties) parties_[party] = &gathered;
  }

  void take_actions() {
    for (const Action& action : ledger_.actions()) {
      // They say nothing of a balance, nor of where units lie now.
      if (action.type == ledger::ActionType::acquisition ||
          action.type == ledger::ActionType::transfer)
        continue;
      Gathered* party = of(action.reporting_party);
      if (!party) continue;
      add_flow(*party, action);
      if (metric_of(action.range.series().approach).empty()) party->holdings.add(action);
      if (action.subtype == ledger::ActionSubtype::authorization)
        party->dated_at_authorization = true;
    }
    for (const auto& corrected : ledger_.corrected_actions())
      if (!view_.sees(corrected.by_entry, corrected.by_date))
        if (Gathered* party = of(corrected.action.reporting_party))
          add_flow(*party, corrected.action);
  }

  void take_blocks() {
    ledger_.blocks().for_each([&](const ledger::Block& block) {
      check(block.state.account < ledger_.accounts().size(), "a block lies in an account");
      const auto& account = ledger_.accounts()[block.state.account];
      if (!account.metric.empty()) return;
      if (Gathered* party = of(account.party)) party->holdings.add(block);
    });
  }

 private:
  Gathered* of(PartyId party) const {
    const auto found = parties_.find(party);
    return found == parties_.end() ? nullptr : found->second;
  }
  void add_flow(Gathered& party, const Action& action) {
    if (view_.sees(action.entry, action.date)) add_seen_flow(party.flows, action);
  }
  void add_seen_flow(FlowCells& flows, const Action& action) {
    const auto kind = flow_of(ledger_, action);
    if (!kind) return;
    const auto* approach = approach_of(action.range.series().approach);
    if (const auto quantity = accounted_t_co2eq(approach, action.reporting_party, action.range))
      flows.add(*kind, adjusted_year(action, *kind), event_year(ledger_, action), *quantity,
                action.entry);
  }
  // Actions of one approach mostly follow each other.
  const ledger::ApproachState* approach_of(CooperativeApproachId approach) {
    if (approach != approach_) {
      approach_ = approach;
      state_ = ledger_.find_approach(approach);
    }
    return state_;
  }
  std::string_view metric_of(CooperativeApproachId approach) {
    const auto* state = approach_of(approach);
    return state && state->metric ? std::string_view(state->metric->record.metric)
                                  : std::string_view();
  }

  const ledger::Ledger& ledger_;
  const View& view_;
  boost::unordered_flat_map<PartyId, Gathered*, PartyHash> parties_;
  CooperativeApproachId approach_{};
  const ledger::ApproachState* state_ = nullptr;
};

}  // namespace

std::map<PartyId, Gathered> gather(const ledger::Ledger& ledger, std::span<const PartyId> parties,
                                   const View& view) {
  std::map<PartyId, Gathered> gathered;
  for (const PartyId party : parties) gathered[party];
  Gathering gathering(ledger, gathered, view);
  gathering.take_actions();
  gathering.take_blocks();
  return gathered;
}

}  // namespace openitmo::accounting
