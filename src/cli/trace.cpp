#include "registry/trace.h"

#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run_folder.h"
#include "cli/terminal.h"
#include "files/programme/load_programme.h"
#include "mrv/phrases.h"
#include "registry/submissions.h"

namespace openitmo::cli {

namespace {

std::vector<registry::JournalToTrace> replay_all(std::vector<OpenJournal>& journals) {
  std::vector<registry::JournalToTrace> traced;
  for (OpenJournal& journal : journals) {
    registry::JournalToTrace replayed{journal.registry, {}, {}};
    replayed.ledger = registry::replay_journal(
                          *journal.store, journal.key, journal.path.string(),
                          [&](const ledger::Entry& entry) { replayed.entries.push_back(entry); })
                          .ledger;
    traced.push_back(std::move(replayed));
  }
  return traced;
}

// Said only where an act was recorded on another day than it counts from.
std::string recorded_text(const Terminal& terminal, const registry::TraceStep& step) {
  if (step.recorded_at.date() == step.effective_date) return {};
  return fmt::format(" ({} {})", terminal.say(words::kRecorded),
                     step.recorded_at.date().to_string());
}

void show_steps(Terminal& terminal, const Words& title,
                const std::vector<registry::TraceStep>& steps) {
  terminal.line("");
  terminal.line(terminal.say(title));
  for (const auto& step : steps)
    terminal.line(fmt::format("  {} {} {:>4}  {}  {:<28} {}{}", step.registry.view(),
                              terminal.say(words::kEntry), step.entry,
                              step.effective_date.to_string(),
                              entry_type_words(terminal.language(), step.type), step.what,
                              recorded_text(terminal, step)));
}

// The result behind the unit, quantified again from the evidence.
std::optional<registry::ComponentResult> result_of(const registry::Programme& programme,
                                                   const registry::Trace& trace,
                                                   const ledger::Ledger& ledger) {
  const auto* report = ledger.activities().find_report(trace.report);
  for (const auto& component : programme.components)
    if (report && component.id == trace.component)
      if (auto result =
              registry::quantify_component(component, trace.report, report->submission.period))
        return *std::move(result);
  return std::nullopt;
}

// "data/x.csv: rows 2 to 9000 (8 512)": the rows of one file behind a figure.
void show_rows(Terminal& terminal, const registry::ComponentResult& result,
               const mrv::Derivation& derivation) {
  struct Rows {
    std::uint32_t first = UINT32_MAX, last = 0;
    std::uint64_t count = 0;
  };
  std::map<std::pair<std::string, std::string>, Rows> by_file;
  for (const auto& node : derivation.nodes) {
    if (!node.leaf || node.leaf->kind != mrv::LeafKind::measured) continue;
    for (const auto& range : node.leaf->evidence.ranges()) {
      Rows& rows = by_file[{result.quantification.inputs[range.file].path, node.leaf->source}];
      rows.first = std::min(rows.first, range.first);
      rows.last = std::max(rows.last, range.last);
      if (node.of.empty() || node.of == "food") rows.count += range.count;
    }
  }
  for (const auto& [file, rows] : by_file)
    terminal.line(fmt::format("  {} ({}){}{} {}-{} ({})", file.first,
                              mrv::in_language(terminal.language(), file.second), terminal.colon(),
                              terminal.say(words::kRowsOf), rows.first, rows.last,
                              tonnes_text(static_cast<std::int64_t>(rows.count))));
}

void show_mitigation(Terminal& terminal, const registry::Trace& trace,
                     const registry::ComponentResult& result, int levels) {
  for (const auto& year : result.quantification.years) {
    if (year.year != trace.unit.series.vintage) continue;
    terminal.line("");
    terminal.line(terminal.say(words::kRowsBehind));
    show_rows(terminal, result, year.derivation);
    terminal.line("");
    terminal.line(terminal.say(words::kDerivation));
    terminal.line(mrv::derivation_text(year.derivation, result.quantification.inputs, levels,
                                       terminal.language()));
  }
}

}  // namespace

int trace(const TraceOptions& options) {
  Terminal terminal(options.language);
  const auto unit = ledger::ItmoIdentifier::parse(options.unit);
  if (!unit) {
    const Text said(
        {"error: {}: is no ITMO identifier; write approach, registry, Party, serial and "
         "vintage, such as CA9999-SEN01-SEN-1-2023\n",
         "erreur : {} n'est pas un identifiant d'ITMO ; écrivez démarche, registre, "
         "Partie, numéro et millésime, comme CA9999-SEN01-SEN-1-2023\n"},
        options.unit);
    fmt::print(stderr, "{}", terminal.say(said));
    return kCannot;
  }
  const std::filesystem::path folder = options.folder;
  auto journals = open_journals(folder);
  const auto traced = replay_all(journals);
  std::vector<reporting::AefSubmission> submissions;
  for (const auto& journal : traced)
    for (auto& submission : registry::draw_submissions(journal.entries))
      submissions.push_back(std::move(submission.aef));
  const auto found = registry::trace(traced, submissions, *unit, options.language);
  if (!found) {
    const Text said({"error: {} stands in no journal of this folder\n",
                     "erreur : {} ne se trouve dans aucun journal de ce dossier\n"},
                    options.unit);
    fmt::print(stderr, "{}", terminal.say(said));
    return kRefused;
  }
  const auto programme = files::load_programme(folder / kEvidence);
  if (programme && programme->demonstration) terminal.banner(terminal.say(words::kDemonstration));
  terminal.line(fmt::format("{} {}", terminal.say(words::kUnit), unit->to_string()));
  terminal.line(
      fmt::format("{}{}{}", terminal.say(words::kStanding), terminal.colon(), found->standing));
  show_steps(terminal, words::kFoundation, found->foundation);
  show_steps(terminal, words::kMitigation, found->mitigation);
  if (programme)
    for (const auto& journal : traced)
      if (const auto result = result_of(*programme, *found, journal.ledger)) {
        show_mitigation(terminal, *found, *result, options.derivation_levels);
        break;
      }
  show_steps(terminal, words::kLife, found->life);
  terminal.line("");
  terminal.line(terminal.say(words::kAefRows));
  for (const auto& row : found->rows)
    terminal.line(fmt::format("  {} {} {} {} {}{}{}", row.submission, terminal.say(words::kTable),
                              row.table, terminal.say(words::kRow), row.row, terminal.colon(),
                              row.what));
  return kDone;
}

}  // namespace openitmo::cli
