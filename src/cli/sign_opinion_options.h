#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

namespace openitmo::cli {

// The options of `itmo sign-opinion`, described in `language`.
void add_sign_opinion_options(CLI::App& command, SignOpinionOptions& options, Language language);

}  // namespace openitmo::cli
