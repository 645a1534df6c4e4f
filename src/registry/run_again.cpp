#include "registry/run_again.h"

#include <memory>
#include <vector>

#include "journal/hash.h"

namespace openitmo::registry {

Rerun run_again(const Programme& programme) {
  Rerun rerun;
  std::vector<std::unique_ptr<Registry>> owned;
  std::map<RegistryId, Registry*> registries;
  for (const ProgrammeRegistry& of : programme.registries) {
    journal::SignerKey key(of.origin, journal::KeyType::note, journal::sha256(of.origin));
    owned.push_back(std::make_unique<Registry>(rerun.stores[of.registry], std::move(key),
                                               of.registry.to_string()));
    registries[of.registry] = owned.back().get();
  }
  rerun.run = run_programme(programme, registries, {});
  return rerun;
}

}  // namespace openitmo::registry
