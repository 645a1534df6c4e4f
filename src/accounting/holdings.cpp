#include "accounting/holdings.h"

#include "quantity/check.h"

namespace openitmo::accounting {

using ledger::ActionSubtype;
using ledger::ActionType;
using ledger::BlockStatus;

void Holdings::add(const ledger::Block& block) {
  const TonnesCo2eq quantity = block.range.quantity_t_co2eq();
  switch (block.state.status) {
    case BlockStatus::held:
      (block.state.first_transferred ? held_first_transferred_t_co2eq
                                     : held_not_first_transferred_t_co2eq) += quantity;
      break;
    case BlockStatus::in_transit:
      in_transit_t_co2eq += quantity;
      break;
    case BlockStatus::sent:
      sent_t_co2eq += quantity;
      break;
    case BlockStatus::withdrawn:
      withdrawn_t_co2eq += quantity;
      break;
    case BlockStatus::used:       // by purpose: see the acts
    case BlockStatus::cancelled:  // by kind: see the acts
      break;
  }
}

void Holdings::add(const ledger::Action& action) {
  const TonnesCo2eq quantity = action.range.quantity_t_co2eq();
  switch (action.subtype) {
    case ActionSubtype::voluntary_cancellation_omge:
    case ActionSubtype::mandatory_cancellation_omge:
      cancelled_omge_t_co2eq += quantity;
      return;
    case ActionSubtype::other_cancellation:
      cancelled_other_t_co2eq += quantity;
      return;
    case ActionSubtype::use_or_cancellation:
      used_oimp_t_co2eq += quantity;
      return;
    case ActionSubtype::none:
    case ActionSubtype::first_international_transfer:
    case ActionSubtype::authorization:
    case ActionSubtype::issuance:
    case ActionSubtype::voluntary_transfer_adaptation_fund:
    case ActionSubtype::mandatory_transfer_adaptation_fund:
      break;
  }
  if (action.type != ActionType::use) return;
  (action.purpose == ledger::UsePurpose::ndc ? used_ndc_t_co2eq : used_oimp_t_co2eq) += quantity;
}

Holdings holdings_of(const ledger::Ledger& ledger, PartyId party, std::string_view metric) {
  Holdings holdings;
  ledger.blocks().for_each([&](const ledger::Block& block) {
    check(block.state.account < ledger.accounts().size(), "a block lies in an account");
    const auto& account = ledger.accounts()[block.state.account];
    if (account.party == party && account.metric == metric) holdings.add(block);
  });
  for (const ledger::Action& action : ledger.actions())
    if (action.reporting_party == party &&
        ledger.metric_of(action.range.series().approach) == metric)
      holdings.add(action);
  return holdings;
}

}  // namespace openitmo::accounting
