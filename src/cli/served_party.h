#pragma once

#include <string>

#include "ledger/ledger.h"

namespace openitmo::cli {

// The Party that `asked` names. Throws files::FileError where the registry of the journal does not
// serve it.
PartyId served_party(const ledger::Ledger& ledger, const std::string& journal,
                     const std::string& asked);

}  // namespace openitmo::cli
