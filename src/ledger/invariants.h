#pragma once

#include "ledger/ledger.h"

namespace openitmo::ledger {

// Checks the invariants on the whole state (design numbers 1, 3, 4, 6, 7), in time linear in blocks
// and actions; `apply` checks those of the transition (1, 2, 4, 5, 7) entry by entry. This is for
// replay, tests and `itmo verify`. Throws InvariantBroken naming the number.
void check_invariants(const Ledger& ledger);

}  // namespace openitmo::ledger
