#include <fmt/format.h>

#include "accounting/world.h"
#include "journal/proof_file.h"
#include "registry/foreign_entries.h"
#include "registry/submissions.h"
#include "registry/verify_parts.h"
#include "reporting/aef_text.h"

namespace openitmo::registry::verify_parts {

namespace say = verify_sentences;

namespace {

// The other registry's journal itself, against what this one recorded of it.
void verify_foreign(Verification& verification, const Replay& replay, const ledger::Entry& entry,
                    const ledger::ForeignEntry& foreign) {
  VerifyFindings& findings = verification.report.findings;
  const auto name = fmt::format("{}-entry-{}.proof", foreign.registry.view(), foreign.entry);
  verification.belong.insert("proofs/" + name);
  const auto proof = verification.input.proofs.find(name);
  if (proof == verification.input.proofs.end())
    findings.add("proofs/" + name, say::kFileMissing);
  else if (hex_sha256(proof->second) != foreign.proof_sha256)
    findings.add("proofs/" + name, say::kFileOtherHash);
  for (const Replay& other : verification.replays) {
    if (other.journal->registry != foreign.registry) continue;
    ++verification.report.proof_count;
    if (proof != verification.input.proofs.end())
      if (const auto checked =
              journal::check_inclusion(proof->second, journal::LogKeys(other.state.keys));
          !checked)
        findings.add("proofs/" + name, {say::kProofBroken, checked.error().message()});
    if (!tells_the_same(other.state.tree, foreign))
      findings.add(place_of(replay, entry.number),
                   {say::kForeignDiffers, foreign.registry.view(), foreign.entry});
  }
}

}  // namespace

void verify_exchange(Verification& verification, const Replay& replay) {
  for (const ledger::Entry& entry : replay.entries)
    if (const ledger::ForeignEntry* foreign = foreign_of(entry))
      verify_foreign(verification, replay, entry, *foreign);
}

void verify_world(Verification& verification) {
  std::vector<const ledger::Ledger*> ledgers;
  std::string names;
  for (const Replay& replay : verification.replays) {
    ledgers.push_back(&replay.state.ledger);
    names += (names.empty() ? "" : ", ") + replay.journal->name;
  }
  std::set<std::string> metrics{""};
  for (const ledger::Ledger* ledger : ledgers)
    for (const auto& [id, approach] : ledger->approaches())
      if (approach.metric) metrics.insert(approach.metric->record.metric);
  try {
    for (const std::string& metric : metrics) accounting::check_world(ledgers, metric);
  } catch (const InvariantBroken& error) {
    verification.report.findings.add(names,
                                     {say::kWorldBroken, Text({"{}", "« {} »"}, error.what())});
  }
}

void verify_submissions(Verification& verification, const Replay& replay) {
  VerifyReport& report = verification.report;
  for (DrawnSubmission& drawn : draw_submissions(replay.entries)) {
    ++report.submission_count;
    const std::string csv = reporting::aef_csv(drawn.aef, reporting::AefProfile::xlsx_checker);
    const std::string stem = reporting::file_stem(drawn.aef);
    const std::string path = "aef/" + stem + ".csv";
    verification.belong.insert({path, "aef/" + stem + ".xlsx"});
    if (hex_sha256(csv) != drawn.record.content_sha256)
      report.findings.add(place_of(replay, drawn.entry), {say::kSubmissionDiffers, stem});
    const auto file = verification.input.submissions.find(stem);
    if (file == verification.input.submissions.end())
      report.findings.add(path, say::kFileMissing);
    else if (file->second != csv)
      report.findings.add(path, say::kSubmissionFileDiffers);
    report.rederived.submissions.push_back(
        {replay.journal->registry, drawn.entry, std::move(drawn.aef), drawn.record.content_sha256});
  }
}

}  // namespace openitmo::registry::verify_parts
