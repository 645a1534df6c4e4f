#pragma once

#include <string>

#include "ledger/ledger.h"

// A ledger as a snapshot has it, and back.
namespace openitmo::testing {

std::string snapshot_bytes(const ledger::Ledger& ledger);
ledger::Ledger from_snapshot_bytes(const std::string& bytes);

}  // namespace openitmo::testing
