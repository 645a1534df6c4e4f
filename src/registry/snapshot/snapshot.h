#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "journal/key.h"
#include "registry/command_index.h"
#include "registry/history.h"
#include "registry/replay_journal.h"

// A snapshot: the state of a registry after some entry as a file, so that opening replays only what
// came later (docs/decisions/0016-snapshot.md, docs/formats/snapshot.md). It is a cache and no
// evidence: who verifies a journal never uses one.
namespace openitmo::registry {

struct Snapshot {
  Replayed state;
  CommandIndex commands;
  History history;
};

// Where a snapshot may lie.
struct SnapshotFile {
  std::function<std::unique_ptr<std::istream>()> open = {};  // gives null where there is none
  std::string program = {};  // the build that asks: only its own snapshots are used
};

// What is wanted besides ledger and tree.
struct SnapshotParts {
  bool commands = false;
  bool history = false;
};

// Gives the file to `sink` in pieces. Its state is that at a checkpoint, and whole; `key` is the
// one whose turn it is. Nobody need make the file durable: half a snapshot is seen for what it is.
void write_snapshot(const std::function<void(std::string_view)>& sink, const Snapshot& snapshot,
                    const std::string& program, const journal::SignerKey& key);

// The snapshot, where it is whole, of this program, signed by one of `keys` and of a checkpoint
// that stands in the journal; otherwise why it is not used, or no text where there is none.
// `state.keys` begins with the key that signed.
std::expected<Snapshot, std::optional<Text>> read_snapshot(const SnapshotFile& file,
                                                           journal::Store& store,
                                                           const journal::LogKeys& keys,
                                                           const SnapshotParts& parts);

struct OpenedJournal {
  Snapshot now;
  std::uint64_t snapshot_entries = 0;  // that were not replayed
  std::optional<Text> not_used;        // why the snapshot that is there was not used
};

// The state of the journal, from its snapshot and the entries behind it or else from all entries.
// Then `keys_of_all` is asked for the keys, where it is given: to find them may take long. Throws
// JournalUnreadable, or what the store throws.
OpenedJournal open_journal(journal::Store& store, const journal::LogKeys& keys,
                           const std::string& name, const SnapshotFile& file,
                           const SnapshotParts& parts,
                           const std::function<journal::LogKeys()>& keys_of_all = {});

}  // namespace openitmo::registry
