#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "accounting/accounts.h"
#include "reporting/deadlines.h"

// What the people of one Party look at: how its balance stands, what it holds, what it authorized
// against what became of it, and what is due when. Data, not a page.
namespace openitmo::reporting {

// Units of one vintage on the Party's accounts, by what became of them.
struct VintageStanding {
  Vintage vintage;
  std::string metric;  // empty: t CO2 eq; units of another metric count in its own unit
  TonnesCo2eq held_first_transferred;
  TonnesCo2eq held_not_first_transferred;
  TonnesCo2eq in_transit;
  TonnesCo2eq sent;
  TonnesCo2eq used;
  TonnesCo2eq cancelled;
  TonnesCo2eq withdrawn;
};

// The version of an authorization in force, and what was done under it.
struct AuthorizationStanding {
  std::string authorization;
  std::uint64_t entry = 0;
  CooperativeApproachId approach;
  std::string activity;
  ledger::Purpose purpose = ledger::Purpose::ndc;
  std::string metric;                   // as above
  std::optional<TonnesCo2eq> quantity;  // a maximum; it is optional (4/CMA.6 para 5(h))
  bool is_host = false;                 // of the activity
  TonnesCo2eq first_transferred;        // under a host's authorization
  TonnesCo2eq acquired;                 // by this Party
  TonnesCo2eq used;                     // by this Party, first transfers that are uses included
};

struct PartyOverview {
  PartyId party;
  std::string name;
  bool ldc_or_sids = false;
  accounting::PartyAccounts accounts;
  std::vector<VintageStanding> vintages;  // by metric and vintage
  std::vector<AuthorizationStanding> authorizations;
  std::vector<Deadline> deadlines;  // by due day, those without one first
  // What the secretariat said of each year's annual information: the last result of its last
  // version that has one.
  std::map<CalendarYear, ledger::Recorded<ledger::RecordCheckResult>> check_results;
};

// The Party is recorded. `today` decides what is overdue and which version is in force.
// `settings` choose the NDC period of its accounts.
PartyOverview overview_of(const ledger::Ledger& ledger, PartyId party, Date today,
                          const accounting::Settings& settings = {});

}  // namespace openitmo::reporting
