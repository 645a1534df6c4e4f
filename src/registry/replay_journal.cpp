#include "registry/replay_journal.h"

#include <algorithm>

#include "ledger/invariants.h"

namespace openitmo::registry {

namespace {

// A journal that another key signed is not damaged, as far as this key can tell.
Words remedy_for(const journal::Failure& failure) {
  if (failure.code != journal::FailureCode::signature_absent) return kRestoreJournal;
  return {"give the verifier keys with which the registry signs, in their order",
          "donnez les clés de vérification avec lesquelles le registre signe, dans leur ordre"};
}

}  // namespace

void AnnouncedKeys::remember(const ledger::Entry& entry) {
  if (const auto* changed = std::get_if<ledger::KeyChanged>(&entry.event))
    announced_.emplace_back(entry.number, changed->verifier_key);
}

void AnnouncedKeys::compare(const std::vector<journal::VerifierKey>& signing,
                            const std::string& name) const {
  for (std::size_t i = 0; i < std::max(announced_.size(), signing.size() - 1); ++i) {
    const std::string next = i + 1 < signing.size() ? signing[i + 1].text() : "";
    if (i < announced_.size() && announced_[i].second == next) continue;
    if (i < announced_.size())
      throw JournalUnreadable(
          {{"entry {} says that the next key is {}, but it did not sign",
            "l'écriture {} dit que la clé suivante est {}, mais elle n'a pas signé"},
           announced_[i].first,
           announced_[i].second},
          name, kRestoreJournal);
    throw JournalUnreadable({{"no entry says that the key {} signs from some place on",
                              "aucune écriture ne dit que la clé {} signe à partir d'un endroit"},
                             next},
                            name, kRestoreJournal);
  }
}

Replayed replay_journal(journal::Store& store, journal::LogKeys keys, const std::string& name,
                        const std::function<void(const ledger::Entry&)>& visit) {
  return replay_journal(
      store, std::move(keys), name,
      Onlooker{{}, [&](const ledger::Ledger&, const ledger::Entry& entry) { visit(entry); }});
}

Replayed replay_journal(journal::Store& store, journal::LogKeys keys, const std::string& name,
                        const Onlooker& onlooker) {
  Replayed replayed = replay_rest(store, {}, std::move(keys), name, onlooker);
  ledger::check_invariants(replayed.ledger);
  return replayed;
}

Replayed replay_rest(journal::Store& store, Replayed before, journal::LogKeys keys,
                     const std::string& name, const Onlooker& onlooker) {
  Replayed replayed = std::move(before);
  AnnouncedKeys announced;
  const auto verified = read_entries(store, {std::move(keys), replayed.tree.frontier()}, name,
                                     [&](const ledger::Entry& entry, const journal::Hash& leaf) {
                                       if (onlooker.before) onlooker.before(replayed.ledger, entry);
                                       replayed.ledger.apply(entry);
                                       replayed.tree.append(leaf);
                                       announced.remember(entry);
                                       if (onlooker.after) onlooker.after(replayed.ledger, entry);
                                     });
  if (!verified)
    throw JournalUnreadable(verified.error().message(), name, remedy_for(verified.error()));
  announced.compare(verified->keys, name);
  replayed.checkpoint_count += verified->checkpoint_count;
  replayed.keys = verified->keys;
  // Not the latest of the store: somebody may have appended meanwhile.
  const auto newest = store.checkpoint_from(replayed.tree.size());
  if (newest && newest->size == replayed.tree.size()) replayed.newest_checkpoint = newest->note;
  return replayed;
}

ledger::Entry read_entry(journal::Store& store, std::uint64_t number, const std::string& name) {
  std::optional<ledger::Entry> entry;
  store.read(number, 1, [&](const journal::StoredEntry& stored) {
    entry = decoded(number, stored.bytes, name);
  });
  check(entry.has_value(), "an entry that is read stands in the journal");
  return *std::move(entry);
}

}  // namespace openitmo::registry
