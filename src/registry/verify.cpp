#include "registry/verify.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "journal/hash.h"
#include "registry/verify_parts.h"

namespace openitmo::registry {

namespace say = verify_sentences;

void VerifyFindings::add_all(const VerifyFindings& others) {
  for (const VerifyFinding& finding : others.findings_) add_once(finding);
}

void VerifyFindings::add_once(VerifyFinding finding) {
  if (std::find(findings_.begin(), findings_.end(), finding) == findings_.end())
    findings_.push_back(std::move(finding));
}

namespace verify_parts {

std::string hex_sha256(std::string_view bytes) { return journal::to_hex(journal::sha256(bytes)); }

Text place_of(const Replay& replay, std::uint64_t entry) {
  return {say::kEntryPlace, replay.journal->name, entry};
}

namespace {

// The store's errors begin with the journal's name, which the finding says already.
Text without_name(const Text& text, const std::string& name) {
  const Text prefix({"{}: ", "{} : "}, name);
  if (!text.en.starts_with(prefix.en)) return text;
  return Text::of(text.en.substr(prefix.en.size()), text.fr.substr(prefix.fr.size()));
}

void verify_journal(Verification& verification, const JournalToVerify& journal) {
  VerifyReport& report = verification.report;
  for (const Text& problem : journal.file_problems)
    report.findings.add(journal.name, {say::kDatabaseDamage, problem});
  Replay replay{.journal = &journal, .state = {}, .entries = {}};
  const auto broken = [&](const Text& why) {
    verification.whole = false;
    report.findings.add(journal.name, {say::kJournalBroken, without_name(why, journal.name)});
  };
  try {
    replay.state =
        replay_journal(*journal.store, journal.key, journal.name,
                       Onlooker{[&](const ledger::Ledger& before, const ledger::Entry& entry) {
                                  replay.opinions.see(before, entry);
                                  replay.entries.push_back(entry);
                                },
                                {}});
    report.entry_count += replay.entries.size();
    report.checkpoint_count += journal.store->checkpoints().size();
    verification.replays.push_back(std::move(replay));
  } catch (const journal::StoreError& error) {
    broken(error.text());
  } catch (const InvariantBroken& error) {
    broken({say::kInvariantBroken, error.what()});
  }
}

// The registries that the run had: those of the programme, and those whose key lies here.
std::set<std::string> registries_of(const VerifyInput& input) {
  std::set<std::string> registries;
  if (input.programme)
    for (const ProgrammeRegistry& of : input.programme->registries)
      registries.insert(of.registry.to_string());
  constexpr std::string_view kFolder = "keys/", kEnding = ".vkey";
  for (const std::string& file : input.files)
    if (file.starts_with(kFolder) && file.ends_with(kEnding))
      registries.insert(file.substr(kFolder.size(), file.size() - kFolder.size() - kEnding.size()));
  return registries;
}

void find_missing_journals(Verification& verification) {
  // Without journals, only the programme can say that there need be none.
  if (verification.input.journals.empty() && !verification.input.programme)
    verification.whole = false;
  for (const std::string& registry : registries_of(verification.input)) {
    const auto& journals = verification.input.journals;
    if (std::any_of(journals.begin(), journals.end(), [&](const JournalToVerify& journal) {
          return journal.registry.to_string() == registry;
        }))
      continue;
    verification.whole = false;
    verification.report.findings.add(registry + ".itmo", {say::kJournalMissing, registry});
  }
}

void verify_listed_files(Verification& verification) {
  const VerifyInput& input = verification.input;
  VerifyFindings findings;
  for (const auto& [path, sha256] : input.listed) {
    const auto now = input.evidence.find(path);
    if (now == input.evidence.end())
      findings.add("evidence/" + path, say::kFileMissing);
    else if (now->second != sha256)
      findings.add("evidence/" + path, {say::kEvidenceAltered, now->second, sha256});
  }
  for (const auto& [path, sha256] : input.evidence)
    if (!input.listed.contains(path)) findings.add("evidence/" + path, say::kEvidenceUnlisted);
  for (const Text& problem : input.programme_problems)
    findings.add("evidence", {say::kEvidenceUnreadable, problem});
  verification.evidence_whole = findings.empty() && input.programme;
  verification.report.findings.add_all(findings);
}

// A programme without registries only quantifies: it has no journals and no balances.
bool has_accounts(const VerifyInput& input) {
  return !input.programme || !input.programme->registries.empty();
}

// Files beside those that journals and acts name one by one. Evidence has its own list.
std::set<std::string> fixed_files(const VerifyInput& input) {
  std::set<std::string> files{"evidence.sha256", "report.en.html", "report.fr.html",
                              ".openitmo-output"};
  if (has_accounts(input)) files.insert("balances.csv");
  std::set<std::string> registries;
  for (const JournalToVerify& journal : input.journals)
    if (!input.programme) registries.insert(journal.registry.to_string());
  if (input.programme)
    for (const ProgrammeRegistry& of : input.programme->registries)
      registries.insert(of.registry.to_string());
  for (const std::string& registry : registries)
    for (const std::string_view name : {"{}.itmo", "{}.itmo-wal", "{}.itmo-shm", "{}.itmo-journal",
                                        "keys/{}.vkey", "keys/{}.key"})
      files.insert(fmt::format(fmt::runtime(name), registry));
  return files;
}

// Without a journal and without the acts nobody can say what belongs in these folders. Documents of
// Parties are accounted for by who draws them again.
bool can_be_accounted(const Verification& verification, const std::string& file) {
  if (file.starts_with("reports/")) return false;
  if (verification.whole || verification.acts_known) return true;
  return !file.starts_with("aef/") && !file.starts_with("proofs/") && !file.starts_with("results/");
}

void find_unaccounted_files(Verification& verification) {
  const std::set<std::string> fixed = fixed_files(verification.input);
  for (const std::string& file : verification.input.files)
    if (!file.starts_with("evidence/") && !fixed.contains(file) &&
        !verification.belong.contains(file) && can_be_accounted(verification, file))
      verification.report.findings.add(file, say::kFileUnaccounted);
}

// What Parties' accounts say follows from the journals alone.
void keep_accounts(Verification& verification) {
  if (!verification.whole || !has_accounts(verification.input)) return;
  std::map<RegistryId, const ledger::Ledger*> ledgers;
  for (const Replay& replay : verification.replays)
    ledgers[replay.journal->registry] = &replay.state.ledger;
  auto& accounts = verification.report.rederived.accounts.emplace();
  for (const auto& [registry, ledger] : ledgers)
    if (ledger->registry())
      std::ranges::move(accounting::accounts_of(*ledger, ledger->registry()->parties),
                        std::back_inserter(accounts));
}

}  // namespace

}  // namespace verify_parts

VerifyReport verify(const VerifyInput& input) {
  using namespace verify_parts;
  Verification verification{.input = input, .report = {}, .replays = {}, .belong = {}};
  find_missing_journals(verification);
  for (const JournalToVerify& journal : input.journals) verify_journal(verification, journal);
  verify_world(verification);
  verify_listed_files(verification);
  verify_reports(verification);
  for (const Replay& replay : verification.replays) {
    verify_documents(verification, replay);
    verify_issuances(verification, replay);
    verify_opinions(verification, replay);
    verify_exchange(verification, replay);
    verify_submissions(verification, replay);
  }
  keep_accounts(verification);
  verify_quantities(verification);
  verify_acts(verification);
  find_unaccounted_files(verification);
  return std::move(verification.report);
}

}  // namespace openitmo::registry
