#pragma once

#include <filesystem>
#include <vector>

#include "files/problem.h"
#include "mrv/inventory/inventory_data.h"
#include "registry/programme.h"

namespace openitmo::files {

// An inventory of the waste sector as its folder says; nothing calculated yet.
struct LoadedInventory {
  Text title;
  bool demonstration = false;
  mrv::inventory::InventoryPlan plan;
  mrv::inventory::InventoryData data;
  std::vector<registry::FigureSource> sources;
};

inline constexpr const char* kInventoryFile = "inventory.toml";

// Reads inventory.toml and the tables that it names; docs/formats/inventory-folder.md explains
// them. What the rows mean together is checked by mrv/inventory/inventory_rules.h.
Read<LoadedInventory> load_inventory(const std::filesystem::path& folder);

}  // namespace openitmo::files
