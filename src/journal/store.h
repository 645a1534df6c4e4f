#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/hash.h"
#include "quantity/operator_error.h"

namespace openitmo::journal {

inline constexpr std::size_t kEntryBytesMax = 60'000;

// An entry as it lies in a store: read back and found to match its stored leaf hash.
struct StoredEntry {
  std::uint64_t number;    // 0 is the first
  std::string_view bytes;  // valid during the callback only
  const Hash& leaf;
};

// An entry on its way into a store.
struct NewEntry {
  std::string_view bytes;
  Hash leaf;  // leaf_hash(bytes)
};

struct SavedCheckpoint {
  std::uint64_t size = 0;  // entries 0 .. size - 1
  std::string note;        // a signed checkpoint

  friend bool operator==(const SavedCheckpoint&, const SavedCheckpoint&) = default;
};

// What the operator can act on: disk, file, another process. The text says what happened, where
// and what to do.
class StoreError : public OperatorError {
 public:
  StoreError(const Text& what_happened, const std::string& where, const Text& remedy)
      : OperatorError(where, what_happened, remedy) {}
};

// There was no room. Nothing of the group was written.
class StoreFull : public StoreError {
 public:
  using StoreError::StoreError;
};

// What was written does not read back the same. `entry` is the number of the first entry known to
// be affected, where one can be told.
class StoreDamaged : public StoreError {
 public:
  StoreDamaged(const Text& what_happened, const std::string& where, const Text& remedy,
               std::optional<std::uint64_t> first_entry = {})
      : StoreError(what_happened, where, remedy), entry(first_entry) {}
  std::optional<std::uint64_t> entry;
};

// The last group may or may not have been written. The store refuses to append until it is opened
// again; then size() tells.
class OutcomeUnknown : public StoreError {
 public:
  using StoreError::StoreError;
};

// A group whose entries come in parts, while the later ones are still being made.
class GroupParts {
 public:
  virtual ~GroupParts() = default;
  // The next entries, valid until the next call; none when that was all. What it throws ends the
  // group, of which nothing is kept.
  virtual std::span<const NewEntry> next() = 0;
  // Covers all of them; asked for after the last part.
  virtual SavedCheckpoint checkpoint() = 0;
};

// Where a log's entries and checkpoints are kept. Entries are numbered from 0 without gaps and
// never change. Every call may throw StoreError. One thread at a time.
class Store {
 public:
  virtual ~Store() = default;

  // Entries first, first + 1, ... with the checkpoint that covers them: all or nothing, and durable
  // when it returns. Broken invariants: first == size(); checkpoint.size == first + entries.size();
  // at most kEntryBytesMax bytes each; not both without entries and at a size that has a
  // checkpoint.
  virtual void append_group(std::uint64_t first, std::span<const std::string_view> entries,
                            const SavedCheckpoint& checkpoint) = 0;
  // The same in parts; all or nothing as well. A store that cannot begin to write before it has
  // everything gathers the parts.
  virtual void append_parts(std::uint64_t first, GroupParts& parts);

  virtual std::uint64_t size() = 0;

  // Calls `visit` for entries first .. first + count - 1 in order, as far as there are any.
  virtual void read(std::uint64_t first, std::uint64_t count,
                    const std::function<void(const StoredEntry&)>& visit) = 0;

  virtual std::optional<SavedCheckpoint> latest_checkpoint() = 0;
  // Those that were saved at `from` entries or more, the smallest size first.
  virtual std::vector<SavedCheckpoint> checkpoints(std::uint64_t from = 0) = 0;
  // The first saved one at `size` or more. A store on a disk answers without reading them all.
  virtual std::optional<SavedCheckpoint> checkpoint_from(std::uint64_t size) {
    auto saved = checkpoints(size);
    if (saved.empty()) return std::nullopt;
    return std::move(saved.front());
  }
};

}  // namespace openitmo::journal
