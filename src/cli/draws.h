#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"
#include "mrv/quantify.h"

namespace openitmo::cli {

// "--draws" up to `draws_max` with its description, "--seed" and "--threads".
void add_draws(CLI::App& command, DrawsOptions& options, Language language, const Words& described,
               std::size_t draws_max);

mrv::SamplingRequest sampling_of(const DrawsOptions& options);

}  // namespace openitmo::cli
