#include "accounting/outstanding.h"

#include "quantity/rounding.h"

namespace openitmo::accounting {

namespace {

// A quantity of the authorization's units in t CO2 eq for the Party, rounded up where converted;
// nothing where the Party accounts for them by an indicator.
std::optional<TonnesCo2eq> in_t_co2eq(const ledger::Ledger& ledger, PartyId party,
                                      CooperativeApproachId approach, TonnesCo2eq quantity) {
  const auto* known = ledger.find_approach(approach);
  if (!known || !known->metric) return quantity;
  for (const ledger::Conversion& conversion : known->metric->record.conversions)
    if (conversion.party == party) return share_of(quantity, conversion.factor(), Rounding::up);
  return std::nullopt;
}

bool is_hosted(const ledger::Ledger& ledger, PartyId party, const ledger::AuthorizeItmos& record) {
  if (record.party != party) return false;
  const auto* activity = ledger.activities().find_activity(record.activity);
  return activity && activity->record.host == party;
}

}  // namespace

std::vector<OutstandingAuthorization> outstanding_authorizations(const ledger::Ledger& ledger,
                                                                 PartyId party, Date day) {
  std::vector<OutstandingAuthorization> found;
  for (const ledger::Authorization& authorization : ledger.authorizations()) {
    const auto* version = authorization.in_force(day);
    if (!version || !is_hosted(ledger, party, version->record)) continue;
    const ledger::AuthorizeItmos& record = version->record;
    if (!in_t_co2eq(ledger, party, record.approach, {})) continue;
    OutstandingAuthorization one{
        .authorization = record.authorization, .entry = version->entry, .quantity_t_co2eq = {}};
    if (record.quantity_t_co2eq) {
      const TonnesCo2eq cap = *record.quantity_t_co2eq;
      const TonnesCo2eq done = authorization.first_transferred_t_co2eq;
      if (done >= cap) continue;
      one.quantity_t_co2eq = in_t_co2eq(ledger, party, record.approach, cap - done);
    }
    found.push_back(std::move(one));
  }
  return found;
}

std::optional<TonnesCo2eq> sum_of(const std::vector<OutstandingAuthorization>& outstanding) {
  TonnesCo2eq sum;
  for (const OutstandingAuthorization& one : outstanding) {
    if (!one.quantity_t_co2eq) return std::nullopt;
    sum += *one.quantity_t_co2eq;
  }
  return sum;
}

}  // namespace openitmo::accounting
