#pragma once

#include <optional>
#include <string>

#include "cli/terminal.h"
#include "files/inventory/load_inventory.h"
#include "mrv/inventory/compute.h"

// Inventories of the waste sector, for the subcommands that read them.
namespace openitmo::cli {

bool is_inventory_folder(const std::string& folder);

// Where it cannot be read, says on standard error everything that is wrong with it. Throws
// files::FileError where there is no such folder.
std::optional<files::LoadedInventory> read_inventory(const Terminal& terminal,
                                                     const std::string& folder);

// The same for what cannot be computed; `year` 0 is every year.
std::optional<mrv::inventory::Inventory> compute_inventory(
    const Terminal& terminal, const files::LoadedInventory& loaded, int year,
    const mrv::SamplingRequest* sampling = nullptr);

// Everything that is wrong, one a line, with its place.
void show_findings(const Terminal& terminal, const mrv::Problems& findings,
                   const std::vector<mrv::MonitoringFile>& files);

}  // namespace openitmo::cli
