#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

namespace openitmo::cli {

void add_quantify_options(CLI::App& command, QuantifyOptions& options, Language language);

}  // namespace openitmo::cli
