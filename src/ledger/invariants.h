#pragma once

#include "ledger/ledger.h"

namespace openitmo::ledger {

// Checks the invariants on the whole state (design numbers 1, 3, 4, 7), in time linear in blocks
// and actions. `apply` checks the transition ones (2, 5, 6) entry by entry; this is for replay,
// tests and `itmo verify`. Throws InvariantBroken naming the number.
void check_invariants(const Ledger& ledger);

}  // namespace openitmo::ledger
