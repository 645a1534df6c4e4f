#pragma once

#include <string>
#include <vector>

#include "journal/checkpoint.h"
#include "journal/frontier.h"
#include "journal/store.h"

// A small signed log that tests of this folder read.
namespace openitmo::journal {

inline const SignerKey& key() {
  static const SignerKey one("registry.example/SEN01", KeyType::note, Seed{1});
  return one;
}

// A store that keeps what it is given, so that a test can spoil it.
class MemoryStore final : public Store {
 public:
  void append_group(std::uint64_t, std::span<const std::string_view> group,
                    const SavedCheckpoint& checkpoint) override {
    entries.insert(entries.end(), group.begin(), group.end());
    saved.push_back(checkpoint);
  }
  std::uint64_t size() override { return entries.size(); }
  void read(std::uint64_t first, std::uint64_t count,
            const std::function<void(const StoredEntry&)>& visit) override {
    for (std::uint64_t i = first; i < entries.size() && i - first < count; ++i)
      visit({.number = i, .bytes = entries[i], .leaf = leaf_hash(entries[i])});
  }
  std::optional<SavedCheckpoint> latest_checkpoint() override { return saved.back(); }
  std::vector<SavedCheckpoint> checkpoints(std::uint64_t from = 0) override {
    std::vector<SavedCheckpoint> found;
    for (const SavedCheckpoint& one : saved)
      if (one.size >= from) found.push_back(one);
    return found;
  }

  std::vector<std::string> entries;
  std::vector<SavedCheckpoint> saved;
};

inline std::string checkpoint_of(const Frontier& tree) {
  return sign_checkpoint({.origin = key().verifier().name(),
                          .size = tree.size(),
                          .root = tree.root(),
                          .extensions = {}},
                         key());
}

// Checkpoints at 0, 3, 6, 9 and 12 entries.
inline MemoryStore sample() {
  MemoryStore store;
  Frontier tree;
  store.append_group(0, {}, {.size = 0, .note = checkpoint_of(tree)});
  for (std::uint64_t first = 0; first < 12; first += 3) {
    const std::vector<std::string> texts{"{\"first\":" + std::to_string(first) + "}", "{\"b\":1}",
                                         "{\"c\":2}"};
    for (const std::string& text : texts) tree.append(leaf_hash(text));
    const std::vector<std::string_view> group(texts.begin(), texts.end());
    store.append_group(first, group, {.size = tree.size(), .note = checkpoint_of(tree)});
  }
  return store;
}

}  // namespace openitmo::journal
