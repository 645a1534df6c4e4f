#pragma once

#include <vector>

#include "registry/registry.h"
#include "registry/verify.h"

// Reconciliation of two registries that trade (6/CMA.4 annex I para 9): what one says it sent the
// other against what that says it received; by totals, then by blocks, then by every entry.
namespace openitmo::registry {

// One of the two: its journal, replayed, and those of its entries that send units to another
// registry or speak of another registry's entries.
struct Reconciled {
  RegistryId registry;
  Replayed state;
  std::vector<ledger::Entry> exchanged;
};
// For replaying: whether an entry belongs into `exchanged`.
bool is_exchanged(const ledger::Entry& entry);

struct ReconciledTotal {
  RegistryId from;
  RegistryId to;
  ledger::ItmoSeries series;
  std::string metric;              // of the units; empty: t CO2 eq
  TonnesCo2eq sent_t_co2eq;        // by the sender's journal, less what was taken back
  TonnesCo2eq received_t_co2eq;    // by the receiver's
  TonnesCo2eq on_the_way_t_co2eq;  // sent, and neither acquired nor declined
  bool agrees() const { return sent_t_co2eq == received_t_co2eq + on_the_way_t_co2eq; }
};

struct Reconciliation {
  std::vector<ReconciledTotal> totals;     // by direction and series, as far as there are any
  std::vector<VerifyFinding> under_way;    // what the next message will settle
  std::vector<VerifyFinding> elsewhere;    // on the way to a registry that is neither of the two
  std::vector<VerifyFinding> differences;  // what somebody must explain
  bool agrees() const { return differences.empty(); }
};
Reconciliation reconcile(const Reconciled& one, const Reconciled& other);

}  // namespace openitmo::registry
