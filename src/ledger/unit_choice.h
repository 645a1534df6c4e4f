#pragma once

#include "ledger/rules.h"

namespace openitmo::ledger {

// The units that an act touches: homogeneous in authorization, mitigation type and whether they
// have been first transferred, so that one act gives one kind of AEF row.
struct UnitChoice {
  std::uint32_t account = 0;
  std::uint32_t authorization = 0;
  bool first_transferred = false;
  MitigationType mitigation_type = MitigationType::emission_reductions;
  Date last_act;  // the latest on any of them
  TonnesCo2eq quantity_t_co2eq;
  std::vector<ItmoRange> ranges;
};

// Picks the units of a selection, lowest serials first; where `first_transferred` says which kind
// the act needs and enough of it is there, only of that kind. Refuses a zero quantity, an unknown
// account, more than the account holds of such units, and an act dated before the last one on a
// unit.
Result<UnitChoice> choose_units(const Question& question, const UnitSelection& selection,
                                std::optional<bool> first_transferred = std::nullopt);

// How many held units fit a selection, whatever its quantity.
TonnesCo2eq available_t_co2eq(const Ledger& ledger, const UnitSelection& selection);

// The next serials of this registry.
ItmoRange next_range(const Ledger& ledger, const AuthorizeItmos& authorization, Vintage vintage,
                     std::uint64_t quantity);
// The subtype under which an issuance is a first transfer; none where it is not.
ActionSubtype first_transfer_on_issuance(const AuthorizeItmos& authorization);

// What an issuance records: deficit brought forward, tonnes rounded down once, deficit carried on,
// and the next serials of this registry.
UnitsIssued issue(const Ledger& ledger, const IssueUnits& command,
                  const AuthorizeItmos& authorization, const MonitoredResult& result,
                  KilogramsCo2eq debt_kg_co2eq);

}  // namespace openitmo::ledger
