#pragma once

#include <functional>

#include "cli/cli11.h"
#include "cli/commands.h"

namespace openitmo::cli {

// Adds to `command` a subcommand for every act, with an option for every field, as
// registry/act_shape.h has them. Parsing one fills `options` and calls `carry_out`. `options` and
// `language` outlive the parser.
void add_acts(CLI::App& command, ActOptions& options, Language& language,
              const std::function<void()>& carry_out);

// The options of `itmo record`.
void add_record_options(CLI::App& command, RecordOptions& options, Language language);

}  // namespace openitmo::cli
