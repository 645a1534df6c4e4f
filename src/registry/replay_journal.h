#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "journal/log_keys.h"
#include "journal/merkle.h"
#include "journal/store.h"
#include "ledger/ledger.h"
#include "registry/entry_reader.h"

// From the entries of a journal to the state that they make.
namespace openitmo::registry {

// The keys that the entries of a journal announce, against those that sign its checkpoints.
class AnnouncedKeys {
 public:
  void remember(const ledger::Entry& entry);
  // Throws JournalUnreadable.
  void compare(const std::vector<journal::VerifierKey>& signing, const std::string& name) const;

 private:
  std::vector<std::pair<std::uint64_t, std::string>> announced_;  // entry, key as text
};

// Replays `store` into a ledger and a tree. `keys` verify the checkpoints; the entries that say
// which key came next must name those that then sign. Who looks on may not use the store: of a long
// journal another thread reads ahead.
struct Replayed {
  ledger::Ledger ledger;
  journal::MerkleTree tree;
  std::uint64_t checkpoint_count = 0;
  std::vector<journal::VerifierKey> keys;  // that signed, in order
  std::string newest_checkpoint;           // the last note; empty for an empty journal
};
Replayed replay_journal(journal::Store& store, journal::LogKeys keys, const std::string& name,
                        const std::function<void(const ledger::Entry&)>& visit);

// Looks on while a journal is replayed: at each entry, with the ledger before and after it.
struct Onlooker {
  std::function<void(const ledger::Ledger&, const ledger::Entry&)> before;
  std::function<void(const ledger::Ledger&, const ledger::Entry&)> after;
};
Replayed replay_journal(journal::Store& store, journal::LogKeys keys, const std::string& name,
                        const Onlooker& onlooker);
// The same of what comes behind `before`, which is what the journal was at a checkpoint; `keys`
// begin with the one whose turn it was then. The invariants of the whole state are not checked
// again.
Replayed replay_rest(journal::Store& store, Replayed before, journal::LogKeys keys,
                     const std::string& name, const Onlooker& onlooker);

// The entry at a place below the store's entry count. Throws JournalUnreadable.
ledger::Entry read_entry(journal::Store& store, std::uint64_t number, const std::string& name);

}  // namespace openitmo::registry
