#pragma once

#include "cli/recording.h"

namespace openitmo::cli {

// Records the one act of a file, or only shows it, as `itmo act` does: units, touched accounts,
// balances, entry. Gives the exit code.
int record_one(const RecordingOptions& options, const ActFile& file);

}  // namespace openitmo::cli
