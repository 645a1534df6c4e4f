#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.h"

// The options of the subcommands about annual information, described in `language`.
namespace openitmo::cli {

void add_check_aef_options(CLI::App& command, CheckAefOptions& options, Language language);

}  // namespace openitmo::cli
