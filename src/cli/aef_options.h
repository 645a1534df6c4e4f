#pragma once

#include "cli/aef_commands.h"
#include "cli/cli11.h"

// The options of the subcommands about annual information, described in `language`.
namespace openitmo::cli {

void add_draw_aef_options(CLI::App& command, DrawAefOptions& options, Language language);
void add_convert_aef_options(CLI::App& command, ConvertAefOptions& options, Language language);
void add_compare_aef_options(CLI::App& command, CompareAefOptions& options, Language language);
void add_import_carp_options(CLI::App& command, ImportCarpOptions& options, Language language);
void add_check_aef_options(CLI::App& command, CheckAefOptions& options, Language language);

}  // namespace openitmo::cli
