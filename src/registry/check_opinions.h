#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/refusal.h"

namespace openitmo::registry {

// The opinions of a journal, checked again while it is replayed: the text of each follows from the
// ledger before it, and it is signed with the key that was in force.
struct SeenOpinions {
  // Looks at one entry, with the ledger before it (Onlooker::before).
  void see(const ledger::Ledger& before, const ledger::Entry& entry);

  std::uint64_t held = 0;  // signed, and good
  // The entries of which an opinion or key does not hold, and why.
  std::vector<std::pair<std::uint64_t, ledger::Refusal>> broken;
};

}  // namespace openitmo::registry
