#include "registry/registry.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

#include "journal/proof_file.h"
#include "ledger/foresight.h"
#include "ledger/invariants.h"
#include "registry/decide_act.h"
#include "registry/entry_codec.h"
#include "registry/submissions.h"

namespace openitmo::registry {

namespace {

// `scratch` saves the bytes an allocation of their own.
std::expected<std::string, Text> hash_of_content(Date effective_date,
                                                 const ledger::Command& command,
                                                 std::string& scratch) {
  scratch = effective_date.to_string() + " ";
  if (const auto written = try_encode(command, scratch); !written)
    return std::unexpected(written.error());
  return journal::to_hex(journal::sha256(scratch));
}

ledger::Refusal not_writable(const Text& why) {
  return {ledger::RefusalCode::value_not_valid,
          {Words("the entry", "l'écriture"), why,
           Words("smaller numbers, or the act in parts",
                 "des nombres plus petits, ou l'acte en parties")}};
}

// To a command whose id is that of `known`: the same one is answered as before.
ledger::Result<ledger::Entry> answer_again(ledger::Entry known, const std::string& command_sha256) {
  if (known.envelope.command_sha256 == command_sha256) return known;
  return std::unexpected(
      ledger::Refusal{ledger::RefusalCode::command_id_reused,
                      {known.envelope.command_id, fmt::format("{}", known.number)}});
}

// Each request in its turn until `carry_out` says false, with those to come looked at.
template <class CarryOut>
void in_turn(const ledger::Ledger& ledger, const std::vector<Request>& requests,
             const CarryOut& carry_out) {
  constexpr std::size_t kAhead = ledger::Foresight::kAhead;
  ledger::Foresight foresight(ledger);
  for (std::size_t i = 0; i < requests.size() + kAhead; ++i) {
    if (i < requests.size()) foresight.look_at(requests[i].command);
    if (i >= kAhead && !carry_out(requests[i - kAhead])) return;
  }
}

}  // namespace

Registry::Registry(journal::Store& store, journal::SignerKey key, std::string name,
                   EarlierKeys earlier, SnapshotFile snapshot)
    : store_(store),
      key_(std::move(key)),
      name_(std::move(name)),
      earlier_keys_(std::move(earlier)),
      snapshot_(std::move(snapshot)) {
  replay();
}

journal::LogKeys Registry::keys() const {
  std::vector<journal::VerifierKey> keys;
  if (earlier_keys_) keys = earlier_keys_();
  if (std::ranges::find(keys, key_.verifier()) == keys.end()) keys.push_back(key_.verifier());
  return journal::LogKeys(std::move(keys));
}

std::expected<std::string, Text> content_sha256(Date effective_date,
                                                const ledger::Command& command) {
  std::string scratch;
  return hash_of_content(effective_date, command, scratch);
}

void Registry::replay() {
  group_.reset();
  auto opened = open_journal(store_, journal::LogKeys(key_.verifier()), name_, snapshot_,
                             {.commands = true}, [this] { return keys(); });
  snapshot_entries_ = opened.snapshot_entries;
  snapshot_not_used_ = std::move(opened.not_used);
  commands_ = std::move(opened.now.commands);
  Replayed& replayed = opened.now.state;
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
    group_.reset();
    throw;
  }
}

// Refused: the state is rebuilt from the journal, which is the truth.
ledger::Result<std::vector<ledger::Entry>> Registry::record_all(
    const std::vector<Request>& requests) {
  return guarded([&]() -> ledger::Result<std::vector<ledger::Entry>> {
    std::vector<ledger::Entry> entries;
    entries.reserve(requests.size());
    std::optional<ledger::Refusal> refusal;
    in_turn(ledger_, requests, [&](const Request& request) {
      auto entry = decide_and_apply(request);
      if (entry)
        entries.push_back(*std::move(entry));
      else
        refusal = std::move(entry.error());
      return !refusal;
    });
    if (refusal) {
      if (group_) replay();
      return std::unexpected(*std::move(refusal));
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
    in_turn(ledger_, requests, [&](const Request& request) {
      answers.push_back(decide_and_apply(request));
      return true;
    });
    append_group();
    return answers;
  });
}

// Adds to the group, unless the same command was recorded before.
ledger::Result<ledger::Entry> Registry::decide_and_apply(const Request& request) {
  ledger::Entry entry{.number = tree_.size(), .envelope = request.envelope, .event = {}};
  ledger::Envelope& envelope = entry.envelope;
  auto sha256 = hash_of_content(envelope.effective_date, request.command, scratch_);
  if (!sha256) return std::unexpected(not_writable(sha256.error()));
  envelope.command_sha256 = *std::move(sha256);
  if (auto known = recorded_as(envelope.command_id))
    return answer_again(*std::move(known), envelope.command_sha256);
  auto event = decide_act(ledger_, envelope, request.command);
  if (!event) return std::unexpected(std::move(event.error()));
  entry.event = *std::move(event);
  scratch_.clear();
  if (const auto written = try_encode(envelope, entry.event, scratch_); !written)
    return std::unexpected(not_writable(written.error()));
  const journal::Hash leaf = journal::leaf_hash(scratch_);
  group().add(scratch_, leaf);
  ledger_.apply(entry);
  tree_.append(leaf);
  commands_.add(envelope.command_id, entry.number);
  return entry;
}

// In the journal or in this group.
std::optional<ledger::Entry> Registry::recorded_as(const std::string& command_id) {
  const auto number = commands_.candidate(command_id);
  if (!number) return std::nullopt;
  const bool stored = !group_ || *number < group_->first();
  if (group_) group_->pause();
  const std::string bytes = stored ? entry_bytes(*number) : std::string(group_->bytes_of(*number));
  auto entry = decoded(*number, bytes, name_);
  if (entry.envelope.command_id != command_id) return std::nullopt;
  return entry;
}

Registry::Rehearsal Registry::rehearse(const std::vector<Request>& requests,
                                       const std::function<void(std::size_t)>& progress) {
  Rehearsal rehearsal{{}, ledger_};
  std::map<std::string, std::size_t, std::less<>>
      answered;  // by command id, the answer with its entry
  std::uint64_t number = tree_.size();
  for (const Request& request : requests) {
    if (progress) progress(rehearsal.answers.size());
    const std::string& id = request.envelope.command_id;
    if (recorded_as(id)) {
      rehearsal.answers.push_back(decide_and_apply(request));  // answers again, records nothing
      continue;
    }
    ledger::Envelope envelope = request.envelope;
    envelope.command_sha256 =
        hash_of_content(envelope.effective_date, request.command, scratch_).value_or("");
    if (const auto earlier = answered.find(id); earlier != answered.end()) {
      rehearsal.answers.push_back(
          answer_again(*rehearsal.answers[earlier->second], envelope.command_sha256));
      continue;
    }
    auto event = decide_act(rehearsal.after, envelope, request.command);
    if (!event) {
      rehearsal.answers.push_back(std::unexpected(event.error()));
      continue;
    }
    ledger::Entry entry{number, std::move(envelope), *std::move(event)};
    scratch_.clear();
    if (const auto written = try_encode(entry.envelope, entry.event, scratch_); !written) {
      rehearsal.answers.push_back(std::unexpected(not_writable(written.error())));
      continue;
    }
    answered.emplace(id, rehearsal.answers.size());
    ++number;
    rehearsal.after.apply(entry);
    rehearsal.answers.push_back(std::move(entry));
  }
  return rehearsal;
}

GroupWriter& Registry::group() { return group_ ? *group_ : group_.emplace(store_, tree_.size()); }

void Registry::append_group() {
  if (!group_) return;
  const journal::Checkpoint checkpoint{key_.verifier().name(), tree_.size(), tree_.root(), {}};
  group_->commit({checkpoint.size, journal::sign_checkpoint(checkpoint, key_)});
  group_.reset();
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
    const ledger::Entry entry = decoded(stored.number, stored.bytes, name_);
    if (in_view(entry, date)) ledger.apply(entry);
  });
  return ledger;
}

}  // namespace openitmo::registry
