#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

// The options of the subcommands that look things up, described in `language`.
namespace openitmo::cli {

void add_holdings_options(CLI::App& command, HoldingsOptions& options, Language language);
void add_find_options(CLI::App& command, FindOptions& options, Language language);
void add_statement_options(CLI::App& command, StatementOptions& options, Language language);

// "--json" of any subcommand that has an answer for programs.
void add_json(CLI::App& command, bool& json, Language language);

}  // namespace openitmo::cli
