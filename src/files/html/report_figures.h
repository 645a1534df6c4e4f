#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mrv/scalar/label.h"
#include "registry/run_programme.h"

// The figures of the report, added up from a programme and its run; nothing is formatted here.
namespace openitmo::files {

// Waste of one calendar month (or of a year, where amounts are declared), by component of the
// programme.
struct WasteOfPeriod {
  mrv::Period period;
  std::int64_t received_kg = 0;
  std::vector<std::int64_t> treated_kg;
};
// The months from the first ticket to the last, without a gap; or the years of declared amounts.
std::vector<WasteOfPeriod> waste_over_time(const registry::Programme& programme);

// One component and vintage.
struct VintageResult {
  std::string component;
  Vintage vintage;
  std::optional<KilogramsCo2eq> measured_kg_co2eq;
  std::optional<double> exact_t_co2eq;  // the same before it is rounded
  std::optional<TonnesCo2eq> expected_t_co2eq;
  std::string published_t_co2eq;                // empty: not published
  std::optional<ledger::UnitsIssued> issuance;  // how the vintage was settled
};
// In the order of components, then vintages. A part of a year that several reports cover counts
// once, as the last of them gives it.
std::vector<VintageResult> vintage_results(const registry::Programme& programme,
                                           const registry::ProgrammeRun& run);

struct Totals {
  KilogramsCo2eq measured_kg_co2eq;
  TonnesCo2eq issued_t_co2eq;
  TonnesCo2eq first_transferred_t_co2eq;  // to another Party
  TonnesCo2eq
      first_transferred_omge_t_co2eq;  // cancelled for overall mitigation before any transfer
  TonnesCo2eq
      first_transferred_oimp_t_co2eq;  // on authorization, issuance or use for other purposes
  TonnesCo2eq used_t_co2eq;            // towards NDCs
  // Measured and first transferred by nobody: it stays in the host's balance.
  KilogramsCo2eq kept_kg_co2eq() const;
};
Totals totals_of(const registry::Programme& programme, const registry::ProgrammeRun& run);

// Parties that host an activity, and Parties named as acquiring or that acquired.
std::vector<PartyId> host_parties(const registry::ProgrammeRun& run);
std::vector<PartyId> acquiring_parties(const registry::ProgrammeRun& run);

// The accounts of the run, those of host Parties first.
std::vector<const accounting::PartyAccounts*> ordered_accounts(const registry::ProgrammeRun& run);

// Where the units of one vintage are that one Party holds, sends or has consumed. Units that are
// sent and already live in the receiving registry stand at the receiver alone, so over all Parties
// each unit is counted once.
struct UnitPlaces {
  TonnesCo2eq held_t_co2eq;
  TonnesCo2eq in_transit_t_co2eq;
  TonnesCo2eq used_t_co2eq;
  TonnesCo2eq cancelled_omge_t_co2eq;
  TonnesCo2eq cancelled_other_t_co2eq;
  TonnesCo2eq total() const {
    return held_t_co2eq + in_transit_t_co2eq + used_t_co2eq + cancelled_omge_t_co2eq +
           cancelled_other_t_co2eq;
  }
};
std::map<std::pair<PartyId, Vintage>, UnitPlaces> unit_places(const registry::ProgrammeRun& run);

}  // namespace openitmo::files
