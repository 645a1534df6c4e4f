#include <algorithm>
#include <fmt/format.h>

#include "journal/merkle.h"
#include "registry/entry_codec.h"
#include "registry/run_again.h"
#include "registry/verify_parts.h"
#include "reporting/aef_text.h"

namespace openitmo::registry::verify_parts {

namespace say = verify_sentences;

namespace {

// The parts of an entry that come from a registry's key, or from the name of the programme's
// folder, which is another one here.
void take_out_what_keys_decide(ledger::Entry& entry) {
  const auto blank = [&](ledger::ForeignEntry& foreign) {
    foreign.leaf_hash = foreign.root_hash = foreign.proof_sha256 = "";
    entry.envelope.command_sha256 = "";
  };
  if (auto* acquired = std::get_if<ledger::AcquireUnits>(&entry.event)) blank(acquired->sent);
  if (auto* confirmed = std::get_if<ledger::ConfirmDelivery>(&entry.event))
    blank(confirmed->received);
  if (auto* declined = std::get_if<ledger::DeclineUnits>(&entry.event)) blank(declined->sent);
  if (auto* corrected = std::get_if<ledger::EntryCorrected>(&entry.event))
    if (!corrected->declined.registry.empty()) blank(corrected->declined);
  if (auto* withdrawn = std::get_if<ledger::WithdrawUnits>(&entry.event))
    if (!withdrawn->withdrawn_there.registry.empty()) blank(withdrawn->withdrawn_there);
}

std::string comparable(ledger::Entry entry, bool without_folder) {
  take_out_what_keys_decide(entry);
  if (without_folder) entry.envelope.command_id.erase(0, entry.envelope.command_id.find('/') + 1);
  return encode(entry.envelope, entry.event);
}

bool compare_entries(Verification& verification, const Replay& replay, journal::MemoryStore& again,
                     const std::string& folder) {
  VerifyFindings& findings = verification.report.findings;
  bool same = true;
  again.read(0, again.size(), [&](const journal::StoredEntry& stored) {
    if (!same || stored.number >= replay.entries.size()) return;
    const ledger::Entry entry = decode(stored.number, stored.bytes).value();
    const bool named_by_folder = entry.envelope.command_id.starts_with(folder + "/");
    same = comparable(entry, named_by_folder) ==
           comparable(replay.entries[stored.number], named_by_folder);
    if (!same) findings.add(place_of(replay, stored.number), say::kEntryNotFromActs);
  });
  if (again.size() != replay.entries.size()) {
    same = false;
    findings.add(replay.journal->name,
                 {say::kEntryCountDiffers, replay.entries.size(), again.size()});
  }
  return same;
}

// Files that the acts make, also those whose journal is gone.
void account_for_files(Verification& verification, const ProgrammeRun& run) {
  verification.acts_known = true;
  for (const ComponentResult& result : run.results)
    for (const std::string_view ending : {".json", ".manifest"})
      verification.belong.insert(
          fmt::format("results/{}-{}{}", result.report, result.component, ending));
  for (const ExchangedProof& proof : run.proofs) verification.belong.insert("proofs/" + proof.name);
  for (const Submission& submission : run.submissions)
    for (const std::string_view ending : {".csv", ".xlsx"})
      verification.belong.insert(
          fmt::format("aef/{}{}", reporting::file_stem(submission.aef), ending));
}

// Signatures and hashes as the journals have them, for the keys are not those of the run.
void take_journals(ProgrammeRun& run, const std::vector<Replay>& replays) {
  for (RegistryState& state : run.registries)
    for (const Replay& replay : replays) {
      if (replay.journal->registry != state.registry) continue;
      const auto saved = replay.journal->store->latest_checkpoint();
      state.verifier_key = replay.journal->key.text();
      state.root_hash = journal::to_hex(replay.state.tree.root());
      state.checkpoint = saved ? saved->note : "";
      state.ledger = replay.state.ledger;
    }
}

}  // namespace

void verify_acts(Verification& verification) {
  const VerifyInput& input = verification.input;
  if (!input.recompute_quantities || !verification.evidence_whole) return;
  if (input.programme->registries.empty()) return;
  Rerun rerun = run_again(*input.programme);
  if (!rerun.run) return;  // a component that cannot be quantified was named before
  account_for_files(verification, *rerun.run);
  bool same = verification.whole;
  for (const Replay& replay : verification.replays)
    if (const auto again = rerun.stores.find(replay.journal->registry); again != rerun.stores.end())
      same = compare_entries(verification, replay, again->second, input.programme->id) && same;
  if (!same) return;
  take_journals(*rerun.run, verification.replays);
  verification.report.rederived.run = *std::move(rerun.run);
}

}  // namespace openitmo::registry::verify_parts
