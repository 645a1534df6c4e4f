#pragma once

#include <expected>
#include <map>

#include "journal/memory_store.h"
#include "registry/run_programme.h"

namespace openitmo::registry {

// The acts of a programme carried out again, in journals that last as long as the object. The
// registries sign with keys made from their names: theirs are secret, and nothing that is compared
// depends on them.
struct Rerun {
  std::map<RegistryId, journal::MemoryStore> stores;
  std::expected<ProgrammeRun, Text> run;
};
Rerun run_again(const Programme& programme);

}  // namespace openitmo::registry
