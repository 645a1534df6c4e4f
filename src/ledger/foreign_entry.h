#pragma once

#include <cstdint>
#include <string>

#include "party/codes.h"

namespace openitmo::ledger {

// What proves that something stands in another registry's journal: entry number, the tree size it
// was proven at, and the proof file's hash. The proof itself is checked before `decide` and kept as
// evidence beside the journal. An empty registry: nothing is proven.
struct ForeignEntry {
  RegistryId registry;
  std::uint64_t entry = 0;
  std::string leaf_hash;  // hex
  std::uint64_t tree_size = 0;
  std::string root_hash;     // hex
  std::string proof_sha256;  // of the proof file
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("registry", self.registry);
    visit("entry", self.entry);
    visit("leaf_hash", self.leaf_hash);
    visit("tree_size", self.tree_size);
    visit("root_hash", self.root_hash);
    visit("proof_sha256", self.proof_sha256);
  }
  bool operator==(const ForeignEntry&) const = default;
};

}  // namespace openitmo::ledger
