#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/flows.h"
#include "quantity/gwp.h"
#include "registry/monitoring_report.h"
#include "registry/programme.h"

// What was first transferred, counted under another set of global warming potentials: the CMA may
// agree on later ones than AR5 (2/CMA.3 annex para 1(c)), and a Party asks what that does to it.
namespace openitmo::registry {

struct GwpReplayRow {
  std::string component;
  Vintage vintage;
  std::string gwp_set;              // that the component's results use
  KilogramsCo2eq claimed_kg_co2eq;  // of all reports of the run
  KilogramsCo2eq other_kg_co2eq;    // the same quantified with the other set
  accounting::Figure first_transferred;
  // In proportion to the reductions, rounded down: a unit is a share of what was claimed. 0 where
  // nothing is left to claim.
  TonnesCo2eq other_first_transferred_t_co2eq;
};

// Of the Party's units that were issued for components of the programme, in its order; `results`
// are those of the components as they are. Fails with what keeps a component from being quantified.
std::expected<std::vector<GwpReplayRow>, Text> replay_gwp(
    const Programme& programme, const std::vector<ComponentResult>& results,
    const ledger::Ledger& ledger, PartyId party, const GwpSet& gwp);

// With a head row and one of the sums, in t CO2 eq.
std::vector<std::vector<std::string>> gwp_replay_rows(const std::vector<GwpReplayRow>& rows,
                                                      Language language);

// Schema openitmo/gwp-replay/1.
std::string gwp_replay_json(const std::vector<GwpReplayRow>& rows, PartyId party, const GwpSet& gwp,
                            std::string_view demonstration);

}  // namespace openitmo::registry
