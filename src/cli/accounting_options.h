#pragma once

#include "cli/accounting_commands.h"
#include "cli/cli11.h"

namespace openitmo::cli {

void add_overselling_options(CLI::App& command, OversellingOptions& options, Language language);
void add_dashboard_options(CLI::App& command, DashboardOptions& options, Language language);
void add_public_page_options(CLI::App& command, PublicPageOptions& options, Language language);
void add_replay_rules_options(CLI::App& command, ReplayRulesOptions& options, Language language);

}  // namespace openitmo::cli
