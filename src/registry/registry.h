#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "journal/checkpoint.h"
#include "journal/key.h"
#include "journal/log_keys.h"
#include "journal/merkle.h"
#include "journal/store.h"
#include "ledger/decide.h"
#include "registry/command_index.h"
#include "registry/group_writer.h"
#include "registry/replay_journal.h"
#include "registry/snapshot/snapshot.h"

// One registry: its journal, its key and the single writer of its ledger.
namespace openitmo::registry {

// An act to record: when, by whom, under which id, and what.
struct Request {
  ledger::Envelope envelope;
  ledger::Command command;
};

// The hash of what is asked, as it will stand in the entry (`command_sha256`): what a second person
// approves. Fails when the command cannot be written.
std::expected<std::string, Text> content_sha256(Date effective_date,
                                                const ledger::Command& command);

class Registry {
 public:
  // Keys that signed a journal before, in order, as far as no handover tells.
  using EarlierKeys = std::function<std::vector<journal::VerifierKey>()>;

  // Replays the whole journal, or what is behind its snapshot, checking every checkpoint, entry and
  // invariant on the way. `name` is what errors call the journal; `earlier` is asked only where all
  // is replayed. Throws JournalUnreadable, also when it is not this key's turn to sign, or what the
  // store throws.
  Registry(journal::Store& store, journal::SignerKey key, std::string name,
           EarlierKeys earlier = {}, SnapshotFile snapshot = {});

  // Decides, checks the invariants of the transition, appends with a signed checkpoint, and answers
  // only when that is durable. Refused: nothing changed. The same command id with the same content
  // answers with the entry recorded before; with other content it is refused. If the store fails,
  // the state is rebuilt from the journal and the error passed on. After a broken invariant nothing
  // more is recorded.
  ledger::Result<ledger::Entry> record(const ledger::Envelope& envelope,
                                       const ledger::Command& command);
  // All of them, in one group and under one checkpoint, or none: the refusal of the first that is
  // refused.
  ledger::Result<std::vector<ledger::Entry>> record_all(const std::vector<Request>& requests);

  // Each on its own, in order, in one group and under one checkpoint: what is refused leaves the
  // others as they are. Answers when the group is durable.
  std::vector<ledger::Result<ledger::Entry>> record_each(const std::vector<Request>& requests);

  // What record_each would answer now, without recording anything; `after` is the state then. A
  // command id that is known already is answered as recorded before. `progress` hears before
  // each act how many are done.
  struct Rehearsal {
    std::vector<ledger::Result<ledger::Entry>> answers;
    ledger::Ledger after;
  };
  Rehearsal rehearse(const std::vector<Request>& requests,
                     const std::function<void(std::size_t)>& progress = {});

  const ledger::Ledger& ledger() const { return ledger_; }
  const journal::MerkleTree& tree() const { return tree_; }
  const journal::VerifierKey& verifier() const { return key_.verifier(); }
  // How many entries came from the snapshot when the registry was opened.
  std::uint64_t snapshot_entries() const { return snapshot_entries_; }
  // Why the snapshot that was there then was not used.
  const std::optional<Text>& snapshot_not_used() const { return snapshot_not_used_; }
  std::string latest_checkpoint();

  // The entry with its proof under the latest checkpoint, as a proof file.
  std::string inclusion_proof(std::uint64_t entry);
  // That the journal only grew between two saved checkpoints, as a proof file.
  std::string consistency_proof(std::uint64_t first_size, std::uint64_t second_size);

  std::string entry_bytes(std::uint64_t entry);
  // The entry that the command id was recorded as.
  std::optional<ledger::Entry> recorded_as(const std::string& command_id);
  // The state as it was known at `entry_count` entries, from the entries that take effect by
  // `date`.
  ledger::Ledger as_of(std::uint64_t entry_count, Date date);

 private:
  void replay();
  journal::LogKeys keys() const;
  ledger::Result<ledger::Entry> decide_and_apply(const Request& request);
  GroupWriter& group();
  void append_group();
  // Runs `work`; when the store fails or an invariant breaks, nothing that was decided is kept.
  template <class Work>
  auto guarded(const Work& work);

  journal::Store& store_;
  journal::SignerKey key_;
  std::string name_;
  EarlierKeys earlier_keys_;
  SnapshotFile snapshot_;
  std::uint64_t snapshot_entries_ = 0;
  std::optional<Text> snapshot_not_used_;
  ledger::Ledger ledger_;
  journal::MerkleTree tree_;
  CommandIndex commands_;
  std::optional<GroupWriter> group_;  // the entries that are decided and not stored yet
  std::string scratch_;
  bool stopped_ = false;
};

}  // namespace openitmo::registry
