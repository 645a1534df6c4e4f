#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "ledger_world/ledger_world.h"
#include "registry/entry_codec.h"
#include "registry/registry.h"
#include "storage/sqlite/sqlite_store.h"
#include "temporary_folder.h"

namespace openitmo::testing {

// A registry with its journal in a real SQLite file.
struct LocalRegistry {
  std::unique_ptr<storage::SqliteStore> store;
  std::unique_ptr<registry::Registry> registry;
  registry::Registry* operator->() const { return registry.get(); }
};

inline journal::SignerKey test_key(const std::string& name) {
  return {"openitmo.example/" + name, journal::KeyType::note, journal::sha256(name)};
}

inline LocalRegistry open_registry(const std::filesystem::path& folder, const std::string& name,
                                   const storage::SqliteFaults& faults = {}) {
  const auto path = folder / (name + ".itmo");
  auto key = test_key(name);
  if (!std::filesystem::exists(path))
    storage::SqliteStore::create(path, {key.verifier().name(), key.verifier().text()});
  LocalRegistry local;
  local.store = std::make_unique<storage::SqliteStore>(storage::SqliteStore::open(path, faults));
  local.registry = std::make_unique<registry::Registry>(*local.store, std::move(key), name);
  return local;
}

// A registry whose journal holds a world's history, appended as it is under one checkpoint.
inline LocalRegistry open_with_history(const std::filesystem::path& folder, const std::string& name,
                                       const World& world,
                                       const storage::SqliteFaults& faults = {}) {
  LocalRegistry local = open_registry(folder, name, faults);
  std::vector<std::string> bytes;
  journal::MerkleTree tree;
  for (const ledger::Entry& entry : world.entries()) {
    bytes.push_back(registry::encode(entry.envelope, entry.event));
    tree.append(journal::leaf_hash(bytes.back()));
  }
  const std::vector<std::string_view> views(bytes.begin(), bytes.end());
  const auto key = test_key(name);
  const journal::Checkpoint checkpoint{key.verifier().name(), tree.size(), tree.root(), {}};
  local.store->append_group(0, views, {tree.size(), journal::sign_checkpoint(checkpoint, key)});
  local.registry = std::make_unique<registry::Registry>(*local.store, test_key(name), name);
  return local;
}

}  // namespace openitmo::testing
