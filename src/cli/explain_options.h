#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

// The options of the subcommands that look into results, described in `language`.
namespace openitmo::cli {

void add_explain_options(CLI::App& command, ExplainOptions& options, Language language);
void add_rehearse_options(CLI::App& command, RehearseOptions& options, Language language);
void add_reverify_options(CLI::App& command, ReverifyOptions& options, Language language);
void add_report_monitoring_options(CLI::App& command, MonitoringReportOptions& options,
                                   Language language);

}  // namespace openitmo::cli
