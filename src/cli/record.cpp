#include <chrono>
#include <fmt/format.h>
#include <optional>

#include "accounting/accounts.h"
#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/run_folder.h"
#include "cli/terminal.h"
#include "registry/request_lines.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::cli {

namespace {

using registry::Registry;
using registry::Request;

// The acts of a file, with the lines they stand on.
struct Acts {
  std::vector<Request> requests;
  std::vector<std::size_t> lines;
};

// Every line that is no act is named; nothing is returned then.
std::optional<Acts> read_acts(const RecordOptions& options) {
  const std::string text = read_text(options.acts);
  const Instant now(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  Acts acts;
  bool good = true;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto request = registry::parse_act_line(line);
    if (!request) {
      const Text said({"{}:{}: {}\n", "{}:{} : {}\n"}, options.acts, number, request.error());
      fmt::print(stderr, "{}", said.in(options.language));
      good = false;
      continue;
    }
    request->envelope.recorded_at = now;
    acts.requests.push_back(*std::move(request));
    acts.lines.push_back(number);
  }
  if (!good) return std::nullopt;
  return acts;
}

std::size_t show_refusals(const RecordOptions& options, const Acts& acts,
                          const std::vector<ledger::Result<ledger::Entry>>& answers) {
  std::size_t refused = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i]) continue;
    ++refused;
    const Text said({"{}:{}: {}\n", "{}:{} : {}\n"}, options.acts, acts.lines[i],
                    ledger::message(answers[i].error()));
    fmt::print("{}", said.in(options.language));
  }
  return refused;
}

std::string balance_text(Language language, const accounting::YearAccount& year) {
  return year.balance_kg_co2eq ? kt_text(language, *year.balance_kg_co2eq)
                               : std::string(Words("unknown", "inconnu").in(language));
}

// Years whose adjustment the acts change, of each Party, before and after.
void show_effect(Terminal& terminal, const ledger::Ledger& before, const ledger::Ledger& after) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [party, state] : after.parties()) {
    if (!before.find_party(party)) continue;
    const auto was = accounting::account(before, party);
    const auto is = accounting::account(after, party);
    for (std::size_t i = 0; i < is.figures.years.size() && i < was.figures.years.size(); ++i) {
      const auto& old_year = was.figures.years[i];
      const auto& new_year = is.figures.years[i];
      if (!old_year.adjustment_kg_co2eq || !new_year.adjustment_kg_co2eq ||
          *old_year.adjustment_kg_co2eq == *new_year.adjustment_kg_co2eq)
        continue;
      const Language language = terminal.language();
      rows.push_back({party.to_string(), fmt::format("{}", new_year.year.value()),
                      t_text(language, *old_year.adjustment_kg_co2eq, 3),
                      t_text(language, *new_year.adjustment_kg_co2eq, 3),
                      balance_text(language, old_year), balance_text(language, new_year)});
    }
  }
  if (rows.empty()) {
    terminal.line(terminal.say(
        Words("No corresponding adjustment changes", "Aucun ajustement correspondant ne change")));
    return;
  }
  const auto say = [&](const Words& words) { return std::string(terminal.say(words)); };
  rows.insert(rows.begin(), {say({"Party", "Partie"}), say({"year", "année"}),
                             say({"adjustment (t)", "ajustement (t)"}), say({"then", "ensuite"}),
                             say({"balance (kt)", "bilan (kt)"}), say({"then", "ensuite"})});
  terminal.table(rows);
}

void show_recorded(Terminal& terminal, const Acts& acts,
                   const std::vector<ledger::Entry>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    terminal.line(Text({"line {}: entry {}, {}", "ligne {} : écriture {}, {}"}, acts.lines[i],
                       entries[i].number, entries[i].envelope.command_id)
                      .in(terminal.language()));
}

}  // namespace

int record(const RecordOptions& options) {
  const auto acts = read_acts(options);
  if (!acts) return kCannot;
  auto store = storage::SqliteStore::open(options.journal);
  Registry registry(store, signer_key_from(options.key), options.journal, own_keys(store));
  Terminal terminal(options.language);
  const auto rehearsal = registry.rehearse(acts->requests);
  const std::size_t refused = show_refusals(options, *acts, rehearsal.answers);
  if (refused > 0) {
    terminal.line(Text({"{} of {} acts refused; nothing was recorded",
                        "{} actes sur {} refusés ; rien n'a été enregistré"},
                       refused, acts->requests.size())
                      .in(options.language));
    return kRefused;
  }
  show_effect(terminal, registry.ledger(), rehearsal.after);
  if (options.dry_run) {
    terminal.line(Text({"{} acts would be recorded; this was a dry run",
                        "{} actes seraient enregistrés ; c'était un essai"},
                       acts->requests.size())
                      .in(options.language));
    return kDone;
  }
  const auto entries = registry.record_all(acts->requests);
  check(entries.has_value(), "what was rehearsed is recorded");
  show_recorded(terminal, *acts, *entries);
  return kDone;
}

}  // namespace openitmo::cli
