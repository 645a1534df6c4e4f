#include "ledger/ledger.h"

#include <algorithm>

namespace openitmo::ledger {

Ledger::Ledger() = default;
Ledger::Ledger(const Ledger&) = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(const Ledger&) = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

bool PartyState::meets(Requirement requirement, Date date) const {
  const Recorded<RecordParticipation>* last = nullptr;
  for (const auto& fact : participation)
    if (fact.record.requirement == requirement && fact.effective <= date)
      if (!last || fact.effective >= last->effective) last = &fact;
  return last && last->record.met;
}

const Recorded<RecordNdc>* PartyState::ndc_for(CalendarYear year) const {
  const Recorded<RecordNdc>* best = nullptr;
  for (const auto& ndc : ndcs)
    if (ndc.record.first_year <= year && year <= ndc.record.last_year) best = &ndc;
  return best;
}

const Recorded<RecordInventory>* PartyState::inventory_of(CalendarYear year) const {
  const Recorded<RecordInventory>* best = nullptr;
  for (const auto& inventory : inventories)
    if (inventory.record.year == year)
      if (!best || inventory.record.version >= best->record.version) best = &inventory;
  return best;
}

bool ApproachState::has_party(PartyId party) const {
  const auto& parties = record.record.parties;
  return std::find(parties.begin(), parties.end(), party) != parties.end();
}

std::optional<ReviewStatus> ApproachState::review_status(PartyId party) const {
  if (!initial_reports.contains(party)) return std::nullopt;
  const auto known = review_statuses.find(party);
  return known == review_statuses.end() ? ReviewStatus::pending : known->second.record.status;
}

const Recorded<AuthorizeItmos>* Authorization::in_force(Date date) const {
  const Recorded<AuthorizeItmos>* found = nullptr;
  for (const auto& version : versions)
    if (version.effective <= date) found = &version;
  return found;
}

bool Ledger::serves(PartyId party) const {
  return registry_ && std::find(registry_->parties.begin(), registry_->parties.end(), party) !=
                          registry_->parties.end();
}

const PartyState* Ledger::find_party(PartyId party) const {
  const auto found = parties_.find(party);
  return found == parties_.end() ? nullptr : &found->second;
}

const ApproachState* Ledger::find_approach(CooperativeApproachId approach) const {
  const auto found = approaches_.find(approach);
  return found == approaches_.end() ? nullptr : &found->second;
}

const std::string& Ledger::metric_of(CooperativeApproachId approach) const {
  static const std::string t_co2eq;
  const ApproachState* state = find_approach(approach);
  return state && state->metric ? state->metric->record.metric : t_co2eq;
}

bool Ledger::entity_authorized(const std::string& entity, PartyId party,
                               CooperativeApproachId approach, Date date) const {
  return std::any_of(entity_authorizations_.begin(), entity_authorizations_.end(),
                     [&](const Recorded<AuthorizeEntity>& known) {
                       return known.record.entity == entity && known.record.party == party &&
                              known.record.approach == approach && known.effective <= date;
                     });
}

std::optional<std::uint32_t> Ledger::find_authorization(const std::string& id) const {
  const auto found = authorization_indexes_.find(id);
  if (found == authorization_indexes_.end()) return std::nullopt;
  return found->second;
}

}  // namespace openitmo::ledger
