#include "accounting/holdings.h"

#include "quantity/check.h"

namespace openitmo::accounting {

using ledger::ActionSubtype;
using ledger::ActionType;
using ledger::BlockStatus;

namespace {

void add_block(Holdings& holdings, const ledger::Block& block) {
  const TonnesCo2eq quantity = block.range.quantity_t_co2eq();
  switch (block.state.status) {
    case BlockStatus::held:
      (block.state.first_transferred ? holdings.held_first_transferred_t_co2eq
                                     : holdings.held_not_first_transferred_t_co2eq) += quantity;
      break;
    case BlockStatus::in_transit:
      holdings.in_transit_t_co2eq += quantity;
      break;
    case BlockStatus::sent:
      holdings.sent_t_co2eq += quantity;
      break;
    case BlockStatus::withdrawn:
      holdings.withdrawn_t_co2eq += quantity;
      break;
    case BlockStatus::used:       // by purpose: see add_action
    case BlockStatus::cancelled:  // by kind: see add_action
      break;
  }
}

// An act that ends a unit's life; units return from none of them.
void add_action(Holdings& holdings, const ledger::Action& action) {
  const TonnesCo2eq quantity = action.range.quantity_t_co2eq();
  switch (action.subtype) {
    case ActionSubtype::voluntary_cancellation_omge:
    case ActionSubtype::mandatory_cancellation_omge:
      holdings.cancelled_omge_t_co2eq += quantity;
      return;
    case ActionSubtype::other_cancellation:
      holdings.cancelled_other_t_co2eq += quantity;
      return;
    case ActionSubtype::use_or_cancellation:
      holdings.used_oimp_t_co2eq += quantity;
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
  (action.purpose == ledger::UsePurpose::ndc ? holdings.used_ndc_t_co2eq
                                             : holdings.used_oimp_t_co2eq) += quantity;
}

}  // namespace

Holdings holdings_of(const ledger::Ledger& ledger, PartyId party, std::string_view metric) {
  Holdings holdings;
  ledger.blocks().for_each([&](const ledger::Block& block) {
    check(block.state.account < ledger.accounts().size(), "a block lies in an account");
    const auto& account = ledger.accounts()[block.state.account];
    if (account.party == party && account.metric == metric) add_block(holdings, block);
  });
  for (const ledger::Action& action : ledger.actions())
    if (action.reporting_party == party &&
        ledger.metric_of(action.range.series().approach) == metric)
      add_action(holdings, action);
  return holdings;
}

}  // namespace openitmo::accounting
