#pragma once

#include <string>

#include "files/inventory/load_inventory.h"
#include "mrv/inventory/bridge.h"
#include "quantity/language.h"
#include "registry/programme.h"

namespace openitmo::files {

// The inventory bridge as one self-contained page: what is added and what falls by component and
// year, the parts of every loss, what the host can do, and the parameters of the comparison. No
// script.
std::string bridge_html(const LoadedInventory& inventory, const registry::Programme& programme,
                        const mrv::inventory::Bridge& bridge, Language language);

}  // namespace openitmo::files
