#include "ledger/invariants.h"

#include <fmt/format.h>

#include "quantity/check.h"

namespace openitmo::ledger {

namespace {

// Invariant 1: blocks come in order of series and serial; none starts before the last one ended.
// Invariant 3: what was taken in is what lies somewhere. Units lie in accounts of their metric.
void check_blocks(const Ledger& ledger) {
  std::map<ItmoSeries, TonnesCo2eq> lying;
  std::map<ItmoSeries, std::uint64_t> last_serial;
  ledger.blocks().for_each([&](const Block& block) {
    check(block.range.valid(), "invariant 1: a block has a first and a last unit");
    std::uint64_t& last = last_serial[block.range.series()];
    check(block.range.first_id.serial > last, "invariant 1: blocks of one series are disjoint");
    last = block.range.last_id.serial;
    lying[block.range.series()] += block.range.quantity_t_co2eq();
    check(ledger.accounts()[block.state.account].metric ==
              ledger.metric_of(block.range.series().approach),
          "invariant 3: units lie in accounts of their own metric");
  });
  check(
      lying == ledger.taken_in(),
      "invariant 3: issued or received = held + in transit + sent + used + cancelled + withdrawn");
}

// Invariant 4 counts first transfers per authorization against the flagged blocks of the issuer;
// invariant 7 follows from no used block lacking its first transfer.
void check_first_transfers(const Ledger& ledger) {
  std::map<std::uint32_t, TonnesCo2eq> flagged;
  ledger.blocks().for_each([&](const Block& block) {
    const std::uint32_t authorization = block.state.first_transfer_authorization;
    check(authorization == BlockState::kNone || block.state.first_transferred,
          "invariant 4: a unit first transferred here stays so");
    if (authorization != BlockState::kNone)
      flagged[authorization] += block.range.quantity_t_co2eq();
    const bool needs_first_transfer = block.state.status == BlockStatus::used ||
                                      block.state.status == BlockStatus::in_transit ||
                                      block.state.status == BlockStatus::sent;
    check(!needs_first_transfer || block.state.first_transferred,
          "invariant 7: used and sent units have been first transferred");
  });
  for (std::uint32_t i = 0; i < ledger.authorizations().size(); ++i)
    check(ledger.authorizations()[i].first_transferred_t_co2eq == flagged[i],
          "invariant 4: first transfers of an authorization equal its first-transferred units");
}

// Invariant 6: use year and vintage lie in one NDC implementation period of the using Party.
void check_uses(const Ledger& ledger) {
  for (const Action& action : ledger.actions()) {
    if (action.type != ActionType::use || action.purpose != UsePurpose::ndc) continue;
    const PartyState* party = ledger.find_party(action.reporting_party);
    const auto* ndc = party ? party->ndc_for(action.range.series().vintage) : nullptr;
    check(ndc && action.use_year && ndc->record.first_year <= *action.use_year &&
              *action.use_year <= ndc->record.last_year,
          "invariant 6: the year of use lies in the NDC period that contains the vintage");
  }
}

}  // namespace

void check_invariants(const Ledger& ledger) {
  check_blocks(ledger);
  check_first_transfers(ledger);
  check_uses(ledger);
}

}  // namespace openitmo::ledger
