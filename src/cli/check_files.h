#pragma once

#include "cli/aef_commands.h"
#include "files/aef/check_folder.h"

namespace openitmo::cli {

// Checks what the options name, shows what was found and writes it where they say so. Returns the
// exit code.
int check_files(const CheckAefOptions& options, files::CheckReach reach);

}  // namespace openitmo::cli
