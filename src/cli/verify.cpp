#include "registry/verify.h"

#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run_folder.h"
#include "cli/terminal.h"
#include "files/programme/load_programme.h"

namespace openitmo::cli {

namespace {

void show_counts(Terminal& terminal, const registry::VerifyReport& report) {
  const auto count = [](std::uint64_t value) {
    return tonnes_text(static_cast<std::int64_t>(value));
  };
  terminal.line(fmt::format("  {} {} ({})", count(report.entry_count),
                            terminal.say("checked_journals"), count(report.checkpoint_count)));
  const std::pair<std::uint64_t, std::string_view> rows[] = {
      {report.result_count, "checked_results"},
      {report.issuance_count, "checked_issuances"},
      {report.document_count, "checked_documents"},
      {report.proof_count, "checked_proofs"},
      {report.submission_count, "checked_submissions"}};
  for (const auto& [value, key] : rows)
    terminal.line(fmt::format("  {} {}", count(value), terminal.say(key)));
}

}  // namespace

int verify(const VerifyOptions& options) {
  Terminal terminal(options.language);
  const std::filesystem::path folder = options.folder;
  auto journals = open_journals(folder);
  registry::VerifyInput input;
  for (OpenJournal& journal : journals)
    input.journals.push_back({journal.registry, journal.store.get(), journal.key,
                              journal.path.filename().string(),
                              journal.store->integrity_problems()});
  input.recompute_quantities = options.recompute_quantities;
  input.evidence = hash_folder(folder / kEvidence);
  input.listed = parse_list(read_text(folder / kEvidenceList));
  input.manifests = read_texts(folder / "results", ".manifest");
  input.results = read_texts(folder / "results", ".json");
  input.proofs = read_texts(folder / "proofs", "");
  input.submissions = read_texts(folder / "aef", ".csv");
  const auto programme = files::load_programme(folder / kEvidence);
  if (programme) input.programme = &*programme;

  registry::VerifyReport report = registry::verify(input);
  if (!programme)
    for (const auto& problem : programme.error().listed())
      report.findings.push_back({kEvidence, files::to_text(problem)});
  show_counts(terminal, report);
  for (const auto& finding : report.findings)
    terminal.line(fmt::format("! {}: {}", finding.where, finding.what));
  if (report.passed())
    terminal.line(terminal.say("verified"));
  else
    terminal.line(fmt::format("{} {}", report.findings.size(), terminal.say("differs")));
  return report.passed() ? kDone : kRefused;
}

}  // namespace openitmo::cli
