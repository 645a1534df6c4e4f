#pragma once

#include <optional>
#include <span>
#include <vector>

#include "accounting/assumption.h"
#include "accounting/balance.h"
#include "accounting/holdings.h"
#include "accounting/non_ghg.h"

namespace openitmo::accounting {

// How much of its margin a host has left, and would have once all that it authorized were first
// transferred (rulebook R-059). A figure is absent when it cannot be known.
struct Overselling {
  std::optional<Rational> margin_on_inventory_kg_co2eq;
  std::optional<Rational> margin_kg_co2eq;
  // Authorized by the Party as host and not yet first transferred; absent when an authorization
  // states no quantity (4/CMA.6 para 5(h): it is optional).
  std::optional<TonnesCo2eq> outstanding_t_co2eq;
  // As if the outstanding quantity were first transferred too: in the target year, averaged over
  // the period, or within the budget, as the method says.
  std::optional<Rational> margin_after_authorized_kg_co2eq;
  bool oversold = false;
};

// A flow whose year lies in none of the Party's recorded NDC periods: counted in no balance, to be
// stated by the Party (rulebook R-047).
struct OutsideFlow {
  FlowKind kind = FlowKind::first_transferred_ndc;
  CalendarYear year;
  Figure figure;
};

// Everything that can be said of one Party and one of its NDC periods at one moment.
struct PartyAccounts {
  PartyId party;
  std::optional<ledger::Recorded<RecordNdc>> ndc;  // empty: none is recorded, so no figure stands
  Flows flows;                                     // whatever the period
  std::vector<OutsideFlow> outside;
  Target target;
  MethodFigures figures;                    // by the declared method
  std::vector<MethodFigures> alternatives;  // every other method open to this kind of NDC: what-if
  std::vector<Assumption> assumptions;
  Holdings holdings;                   // in t CO2 eq
  std::vector<MetricAccount> metrics;  // apart from all of the above
  Overselling overselling;
};

// Reads facts that `settings.view` sees; holdings and overselling are those of the whole ledger.
PartyAccounts account(const ledger::Ledger& ledger, PartyId party, const Settings& settings = {});
// Of each of `parties`, in their order, with one pass over the ledger's actions and blocks.
std::vector<PartyAccounts> accounts_of(const ledger::Ledger& ledger,
                                       std::span<const PartyId> parties,
                                       const Settings& settings = {});

}  // namespace openitmo::accounting
