#pragma once

#include "accounting/flows.h"
#include "ledger/ledger.h"
#include "reporting/official_document.h"

namespace openitmo::reporting {

// What each later version of an authorization changed in the one before, of those that took effect
// in `years` (2/CMA.3 annex para 21(c); 4/CMA.6 paras 7-10). No rows where nothing changed.
DataTable authorization_changes(const ledger::Authorization& authorization,
                                const accounting::Period& years);

}  // namespace openitmo::reporting
