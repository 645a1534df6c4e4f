#include "journal/memory_store.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::journal {

void MemoryStore::append_group(std::uint64_t first, std::span<const std::string_view> entries,
                               const SavedCheckpoint& checkpoint) {
  check(first == entries_.size(), "a group follows the last entry");
  for (const std::string_view entry : entries) entries_.emplace_back(entry);
  checkpoints_.push_back(checkpoint);
}

void MemoryStore::read(std::uint64_t first, std::uint64_t count,
                       const std::function<void(const StoredEntry&)>& visit) {
  for (std::uint64_t i = first; i < entries_.size() && i - first < count; ++i) {
    const Hash leaf = leaf_hash(entries_[i]);
    visit({i, entries_[i], leaf});
  }
}

std::vector<SavedCheckpoint> MemoryStore::checkpoints(std::uint64_t from) {
  const auto first = std::ranges::lower_bound(checkpoints_, from, {}, &SavedCheckpoint::size);
  return {first, checkpoints_.end()};
}

std::optional<SavedCheckpoint> MemoryStore::latest_checkpoint() {
  if (checkpoints_.empty()) return std::nullopt;
  return checkpoints_.back();
}

}  // namespace openitmo::journal
