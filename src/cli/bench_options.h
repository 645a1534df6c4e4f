#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

// The options of the verifier's subcommands, described in `language`.
namespace openitmo::cli {

void add_sample_options(CLI::App& command, SampleOptions& options, Language language);
void add_assess_options(CLI::App& command, AssessOptions& options, Language language);
void add_design_changes_options(CLI::App& command, DesignChangesOptions& options,
                                Language language);

}  // namespace openitmo::cli
