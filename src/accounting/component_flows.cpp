#include "accounting/component_flows.h"

#include <algorithm>

namespace openitmo::accounting {

namespace {

std::uint64_t units_in_common(const ledger::ItmoRange& a, const ledger::ItmoRange& b) {
  if (!overlap(a, b)) return 0;
  return std::min(a.last_id.serial, b.last_id.serial) -
         std::max(a.first_id.serial, b.first_id.serial) + 1;
}

}  // namespace

ComponentFlows first_transferred_by_component(const ledger::Ledger& ledger, PartyId party,
                                              const View& view) {
  ComponentFlows flows;
  for (const ledger::Action& action : ledger.actions()) {
    if (!ledger.metric_of(action.range.series().approach).empty()) continue;
    if (action.type != ledger::ActionType::first_transfer || action.reporting_party != party ||
        !view.sees(action.entry, action.date))
      continue;
    for (const auto& issuance : ledger.issuances())
      for (const ledger::ItmoRange& issued : issuance.record.ranges)
        if (const std::uint64_t units = units_in_common(issued, action.range); units > 0)
          flows[{issuance.record.component, issuance.record.vintage}].add(TonnesCo2eq(units),
                                                                          action.entry);
  }
  return flows;
}

}  // namespace openitmo::accounting
