#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

namespace openitmo::cli {

void add_inventory_options(CLI::App& command, InventoryOptions& options, Language language);
void add_inventory_bridge_options(CLI::App& command, InventoryBridgeOptions& options,
                                  Language language);

}  // namespace openitmo::cli
