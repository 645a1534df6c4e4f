#pragma once

#include <string>
#include <vector>

#include "journal/store.h"

namespace openitmo::journal {

// A store that lasts as long as the object: for repeating acts, and for tests.
class MemoryStore : public Store {
 public:
  void append_group(std::uint64_t first, std::span<const std::string_view> entries,
                    const SavedCheckpoint& checkpoint) override;
  std::uint64_t size() override { return entries_.size(); }
  void read(std::uint64_t first, std::uint64_t count,
            const std::function<void(const StoredEntry&)>& visit) override;
  std::optional<SavedCheckpoint> latest_checkpoint() override;
  std::vector<SavedCheckpoint> checkpoints(std::uint64_t from = 0) override;

  const std::vector<std::string>& entries() const { return entries_; }

 private:
  std::vector<std::string> entries_;
  std::vector<SavedCheckpoint> checkpoints_;
};

}  // namespace openitmo::journal
