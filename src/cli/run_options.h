#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

// The options of the subcommands about a whole run: making it, verifying it, tracing a unit through
// it; described in `language`.
namespace openitmo::cli {

void add_run_options(CLI::App& command, RunOptions& options, Language language);
void add_verify_options(CLI::App& command, VerifyOptions& options, Language language);
void add_trace_options(CLI::App& command, TraceOptions& options, Language language);

}  // namespace openitmo::cli
