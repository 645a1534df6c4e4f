#pragma once

#include <vector>

#include "cli/aef_commands.h"
#include "files/carp/read_carp.h"
#include "journal/log_keys.h"
#include "ledger/ledger.h"

namespace openitmo::cli {

// The rows of a file of the platform. Of a submission that it gives back there is one, with the
// marked rows of Table 3 numbered as the journal gives the submission that was sent, whatever their
// order in the file. Problems: what the readers of files refuse; a marked row that the journal does
// not have. Throws files::FileError where a day is missing or one too many.
files::Read<std::vector<files::CarpRow>> carp_rows(const ImportCarpOptions& options,
                                                   const journal::LogKeys& keys,
                                                   const ledger::Ledger& ledger);

}  // namespace openitmo::cli
