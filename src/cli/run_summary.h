#pragma once

#include <filesystem>

#include "cli/terminal.h"
#include "registry/run_programme.h"

namespace openitmo::cli {

// The short tables at the end of a run: what was measured and issued, both Parties' adjustments and
// balances, the database's checks, and where everything was written.
void show_summary(Terminal& terminal, const registry::Programme& programme,
                  const registry::ProgrammeRun& run, const std::filesystem::path& folder);

// Quantities of every year, beside the published ones where there are any. False when one differs
// from its published one by more than 0.5 t CO2 eq.
bool show_published(Terminal& terminal, const registry::Programme& programme,
                    const std::vector<registry::ComponentResult>& results,
                    const std::filesystem::path& folder);

}  // namespace openitmo::cli
