#include "registry/registry.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

#include "journal/proof_file.h"
#include "journal/verify_log.h"
#include "ledger/invariants.h"
#include "registry/entry_codec.h"
#include "registry/submissions.h"

namespace openitmo::registry {

namespace {

constexpr Words kRestore{"restore the journal from a copy that verifies",
                         "restaurez le journal depuis une copie qui se vérifie"};

ledger::Entry decoded(const journal::StoredEntry& stored, const std::string& name) {
  auto entry = decode(stored.number, stored.bytes);
  if (!entry)
    throw JournalUnreadable(
        {{"entry {} is not an entry: {}", "l'écriture {} n'est pas une écriture : {}"},
         stored.number,
         entry.error()},
        name, kRestore);
  return *std::move(entry);
}

ledger::Refusal not_writable(const Text& why) {
  return {ledger::RefusalCode::value_not_valid,
          {Words("the entry", "l'écriture"), why,
           Words("smaller numbers, or the act in parts",
                 "des nombres plus petits, ou l'acte en parties")}};
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
          name, kRestore);
    throw JournalUnreadable({{"no entry says that the key {} signs from some place on",
                              "aucune écriture ne dit que la clé {} signe à partir d'un endroit"},
                             next},
                            name, kRestore);
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
  Replayed replayed;
  AnnouncedKeys announced;
  const auto verified =
      journal::verify_log(store, std::move(keys), [&](const journal::StoredEntry& stored) {
        const ledger::Entry entry = decoded(stored, name);
        if (onlooker.before) onlooker.before(replayed.ledger, entry);
        replayed.ledger.apply(entry);
        replayed.tree.append(stored.leaf);
        announced.remember(entry);
        if (onlooker.after) onlooker.after(replayed.ledger, entry);
      });
  if (!verified) throw JournalUnreadable(verified.error().message(), name, kRestore);
  announced.compare(verified->keys, name);
  replayed.checkpoint_count = verified->checkpoint_count;
  replayed.keys = verified->keys;
  if (const auto newest = store.latest_checkpoint()) replayed.newest_checkpoint = newest->note;
  ledger::check_invariants(replayed.ledger);
  return replayed;
}

ledger::Entry read_entry(journal::Store& store, std::uint64_t number, const std::string& name) {
  std::optional<ledger::Entry> entry;
  store.read(number, 1, [&](const journal::StoredEntry& stored) { entry = decoded(stored, name); });
  check(entry.has_value(), "an entry that is read stands in the journal");
  return *std::move(entry);
}

Registry::Registry(journal::Store& store, journal::SignerKey key, std::string name,
                   std::vector<journal::VerifierKey> earlier)
    : store_(store),
      key_(std::move(key)),
      name_(std::move(name)),
      earlier_keys_(std::move(earlier)) {
  replay();
}

journal::LogKeys Registry::keys() const {
  std::vector<journal::VerifierKey> keys = earlier_keys_;
  if (std::ranges::find(keys, key_.verifier()) == keys.end()) keys.push_back(key_.verifier());
  return journal::LogKeys(std::move(keys));
}

std::expected<std::string, Text> content_sha256(Date effective_date,
                                                const ledger::Command& command) {
  const auto text = try_encode(command);
  if (!text) return std::unexpected(text.error());
  return journal::to_hex(journal::sha256(effective_date.to_string() + " " + *text));
}

void Registry::replay() {
  commands_.clear();
  group_.clear();
  auto replayed =
      replay_journal(store_, keys(), name_, [&](const ledger::Entry& entry) { remember(entry); });
  if (replayed.tree.size() > 0 && replayed.keys.back() != key_.verifier())
    throw JournalUnreadable({{"it is the turn of the key {} to sign, not of {}",
                              "c'est au tour de la clé {} de signer, pas de {}"},
                             replayed.keys.back().text(),
                             key_.verifier().text()},
                            name_,
                            Words("give the signer key that goes with it",
                                  "donnez la clé de signature correspondante"));
  ledger_ = std::move(replayed.ledger);
  tree_ = std::move(replayed.tree);
}

void Registry::remember(const ledger::Entry& entry) {
  commands_[entry.envelope.command_id] = {entry.envelope.command_sha256, entry.number};
}

ledger::Result<ledger::Entry> Registry::record(const ledger::Envelope& envelope,
                                               const ledger::Command& command) {
  auto entries = record_all({{envelope, command}});
  if (!entries) return std::unexpected(entries.error());
  return entries->front();
}

template <class Work>
auto Registry::guarded(const Work& work) {
  check(!stopped_, "a registry that broke an invariant records nothing more");
  try {
    return work();
  } catch (const journal::StoreError&) {
    stopped_ = true;  // until the state is that of the journal again
    replay();
    stopped_ = false;
    throw;
  } catch (...) {
    stopped_ = true;
    throw;
  }
}

// Refused: the state is rebuilt from the journal, which is the truth.
ledger::Result<std::vector<ledger::Entry>> Registry::record_all(
    const std::vector<Request>& requests) {
  return guarded([&]() -> ledger::Result<std::vector<ledger::Entry>> {
    std::vector<ledger::Entry> entries;
    for (const Request& request : requests) {
      auto entry = decide_and_apply(request);
      if (!entry) {
        if (!group_.empty()) replay();
        return std::unexpected(entry.error());
      }
      entries.push_back(*std::move(entry));
    }
    append_group();
    return entries;
  });
}

std::vector<ledger::Result<ledger::Entry>> Registry::record_each(
    const std::vector<Request>& requests) {
  return guarded([&] {
    std::vector<ledger::Result<ledger::Entry>> answers;
    answers.reserve(requests.size());
    for (const Request& request : requests) answers.push_back(decide_and_apply(request));
    append_group();
    return answers;
  });
}

// Adds to the group, unless the same command was recorded before.
ledger::Result<ledger::Entry> Registry::decide_and_apply(const Request& request) {
  ledger::Envelope envelope = request.envelope;
  auto sha256 = content_sha256(envelope.effective_date, request.command);
  if (!sha256) return std::unexpected(not_writable(sha256.error()));
  envelope.command_sha256 = *std::move(sha256);
  if (const auto known = commands_.find(envelope.command_id); known != commands_.end()) {
    const auto& [content, number] = known->second;
    return answer_again(envelope, content, number);
  }
  auto event = ledger::decide(ledger_, envelope, request.command);
  if (!event) return std::unexpected(event.error());
  ledger::Entry entry{tree_.size(), envelope, *std::move(event)};
  auto encoded = try_encode(entry.envelope, entry.event);
  if (!encoded) return std::unexpected(not_writable(encoded.error()));
  check(decode(entry.number, *encoded).has_value(), "what is written can be read back");
  ledger_.apply(entry);
  tree_.append(journal::leaf_hash(*encoded));
  group_.push_back(*std::move(encoded));
  remember(entry);
  return entry;
}

// The entry that the same command id with `content` was recorded as, here or in this group.
ledger::Result<ledger::Entry> Registry::answer_again(const ledger::Envelope& envelope,
                                                     const std::string& content,
                                                     std::uint64_t number) {
  if (content != envelope.command_sha256)
    return std::unexpected(ledger::Refusal{ledger::RefusalCode::command_id_reused,
                                           {envelope.command_id, fmt::format("{}", number)}});
  const std::uint64_t stored = tree_.size() - group_.size();
  const std::string bytes = number < stored ? entry_bytes(number) : group_[number - stored];
  return decoded({number, bytes, tree_.leaf(number)}, name_);
}

Registry::Rehearsal Registry::rehearse(const std::vector<Request>& requests,
                                       const std::function<void(std::size_t)>& progress) {
  Rehearsal rehearsal{{}, ledger_};
  std::map<std::string, std::size_t, std::less<>> ids;  // of this rehearsal, to their answers
  std::uint64_t number = tree_.size();
  for (const Request& request : requests) {
    if (progress) progress(rehearsal.answers.size());
    const std::string& id = request.envelope.command_id;
    if (commands_.contains(id)) {
      rehearsal.answers.push_back(decide_and_apply(request));  // answers again, records nothing
      continue;
    }
    if (const auto earlier = ids.find(id); earlier != ids.end()) {
      rehearsal.answers.push_back(std::unexpected(ledger::Refusal{
          ledger::RefusalCode::command_id_reused, {id, fmt::format("{}", earlier->second)}}));
      continue;
    }
    ledger::Envelope envelope = request.envelope;
    envelope.command_sha256 = content_sha256(envelope.effective_date, request.command).value_or("");
    auto event = ledger::decide(rehearsal.after, envelope, request.command);
    if (!event) {
      rehearsal.answers.push_back(std::unexpected(event.error()));
      continue;
    }
    const ledger::Entry entry{number, envelope, *std::move(event)};
    if (const auto bytes = try_encode(entry.envelope, entry.event); !bytes) {
      rehearsal.answers.push_back(std::unexpected(not_writable(bytes.error())));
      continue;
    }
    ids[id] = rehearsal.answers.size();
    ++number;
    rehearsal.after.apply(entry);
    rehearsal.answers.push_back(entry);
  }
  return rehearsal;
}

void Registry::append_group() {
  if (group_.empty()) return;
  const std::vector<std::string_view> views(group_.begin(), group_.end());
  const journal::Checkpoint checkpoint{key_.verifier().name(), tree_.size(), tree_.root(), {}};
  store_.append_group(tree_.size() - group_.size(), views,
                      {checkpoint.size, journal::sign_checkpoint(checkpoint, key_)});
  group_.clear();
}

std::string Registry::latest_checkpoint() {
  const auto saved = store_.latest_checkpoint();
  return saved ? saved->note : "";
}

std::string Registry::entry_bytes(std::uint64_t entry) {
  std::string bytes;
  store_.read(entry, 1, [&](const journal::StoredEntry& stored) { bytes = stored.bytes; });
  return bytes;
}

std::string Registry::inclusion_proof(std::uint64_t entry) {
  check(entry < tree_.size(), "a proven entry stands in the journal");
  return journal::encode_proof(journal::InclusionProof{
      entry, entry_bytes(entry), tree_.inclusion_proof(entry, tree_.size()), latest_checkpoint()});
}

std::string Registry::consistency_proof(std::uint64_t first_size, std::uint64_t second_size) {
  std::string first, second;
  for (const auto& saved : store_.checkpoints()) {
    if (saved.size == first_size) first = saved.note;
    if (saved.size == second_size) second = saved.note;
  }
  check(!first.empty() && !second.empty(), "both sizes have a saved checkpoint");
  return journal::encode_proof(
      journal::ConsistencyProof{tree_.consistency_proof(first_size, second_size), first, second});
}

ledger::Ledger Registry::as_of(std::uint64_t entry_count, Date date) {
  ledger::Ledger ledger;
  store_.read(0, entry_count, [&](const journal::StoredEntry& stored) {
    const ledger::Entry entry = decoded(stored, name_);
    if (in_view(entry, date)) ledger.apply(entry);
  });
  return ledger;
}

}  // namespace openitmo::registry
