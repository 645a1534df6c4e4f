#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace openitmo::cli {

void add_overselling_options(CLI::App& command, OversellingOptions& options, Language language);

}  // namespace openitmo::cli
