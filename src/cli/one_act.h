#pragma once

#include "cli/recording.h"

namespace openitmo::cli {

// Records the one act of a file, or only shows it, as `itmo act` does: units, touched accounts,
// balances, entry. `once_more` says how an act that was recorded before is recorded again, where
// that can be. Gives the exit code.
int record_one(const RecordingOptions& options, const ActFile& file, const Text& once_more = {});

}  // namespace openitmo::cli
