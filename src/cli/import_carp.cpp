#include <algorithm>
#include <fmt/format.h>

#include "cli/aef_commands.h"
#include "cli/carp_rows.h"
#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/recording.h"

namespace openitmo::cli {

namespace {

using files::CarpRow;
using ledger::RecordCheckResult;

// The entry that says what the row says, under whatever name it was recorded.
class KnownAs {
 public:
  KnownAs(const ledger::Ledger& ledger, Date date) : ledger_(ledger), date_(date) {}

  std::optional<std::uint64_t> operator()(const RecordReviewStatus& asked) const {
    const auto* state = ledger_.find_approach(asked.approach);
    if (!state) return std::nullopt;
    const auto known = state->review_statuses.find(asked.party);
    if (known == state->review_statuses.end()) return std::nullopt;
    const auto& [record, effective, entry] = known->second;
    const bool same =
        record.status == asked.status && record.report == asked.report && effective == date_;
    return same ? std::optional(entry) : std::nullopt;
  }
  std::optional<std::uint64_t> operator()(const RecordCheckResult& asked) const {
    for (const auto& [record, effective, entry] : ledger_.check_results())
      if (record.party == asked.party && record.year == asked.year && record.major == asked.major &&
          record.minor == asked.minor && record.result == asked.result &&
          record.rows == asked.rows && record.notice == asked.notice && effective == date_)
        return entry;
    return std::nullopt;
  }
  std::optional<std::uint64_t> operator()(const RecordCooperativeApproach& asked) const {
    const auto* state = ledger_.find_approach(asked.approach);
    if (!state) return std::nullopt;
    const auto& [record, effective, entry] = state->record;
    const bool same = std::ranges::is_permutation(record.parties, asked.parties);
    return same ? std::optional(entry) : std::nullopt;
  }
  template <class Other>
  std::optional<std::uint64_t> operator()(const Other&) const {
    return std::nullopt;
  }

 private:
  const ledger::Ledger& ledger_;
  Date date_;
};

struct Import {
  ActFile acts;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> known;  // rows, with their entries
};

Import import_of(const std::vector<CarpRow>& rows, const ledger::Ledger& ledger,
                 const ImportCarpOptions& options) {
  Import import;
  for (const CarpRow& row : rows) {
    if (const auto entry = std::visit(KnownAs(ledger, row.date), row.command)) {
      import.known.emplace_back(row.row, *entry);
      continue;
    }
    registry::Request request;
    request.envelope.recorded_at = recording_time();
    request.envelope.effective_date = row.date;
    request.envelope.actor = options.actor;
    request.envelope.command_id = command_id_of(row);
    request.command = row.command;
    import.acts.requests.push_back(std::move(request));
    import.acts.lines.push_back(row.row);
  }
  return import;
}

void show(Terminal& terminal, const ImportCarpOptions& options, const Import& import,
          const Outcome& outcome) {
  if (outcome.demonstration) terminal.banner(terminal.say(words::kDemonstration));
  for (const auto& [row, entry] : import.known)
    terminal.line(terminal.say(
        Text({"row {}: recorded before, entry {}", "ligne {} : déjà enregistrée, écriture {}"}, row,
             entry)));
  for (std::size_t i = 0; i < outcome.answers.size(); ++i) {
    const auto& answer = outcome.answers[i];
    if (!answer)
      terminal.line(Text({"{}:{}: {}", "{}:{} : {}"}, options.file, import.acts.lines[i],
                         ledger::message(answer.error()))
                        .in(options.language));
    else if (outcome.recorded)
      terminal.line(
          terminal.say(Text({"row {}: entry {}, {}", "ligne {} : écriture {}, {}"},
                            import.acts.lines[i], answer->number, answer->envelope.command_id)));
  }
  if (outcome.refused > 0)
    terminal.line(terminal.say(Text({"{} of {} rows refused; nothing was recorded",
                                     "{} lignes sur {} refusées ; rien n'a été enregistré"},
                                    outcome.refused, outcome.answers.size())));
  else if (options.dry_run)
    terminal.line(terminal.say(Text({"{} rows would be recorded; this was a dry run",
                                     "{} lignes seraient enregistrées ; c'était un essai"},
                                    outcome.answers.size())));
}

}  // namespace

int import_carp(const ImportCarpOptions& options) {
  const auto keys = journal::LogKeys([&] {
    auto store = storage::SqliteStore::open_read_only(options.journal);
    return own_keys(store);
  }());
  const auto known = open_file(options.journal, keys, options.language);
  const auto rows = carp_rows(options, keys, known.ledger);
  if (!rows) {
    fmt::print(stderr, "{}", rows.error().to_text(options.language));
    return kCannot;
  }
  const Import import = import_of(*rows, known.ledger, options);
  Terminal terminal(options.language);
  const RecordingOptions recording{options.journal, options.key,  options.dry_run,
                                   false,           options.json, options.language};
  const Outcome outcome = carry_out(recording, import.acts, terminal);
  if (options.json)
    terminal.line(outcome_json(recording, import.acts, outcome));
  else
    show(terminal, options, import, outcome);
  refresh_old_snapshot(recording, outcome);
  return exit_code(import.acts, outcome);
}

}  // namespace openitmo::cli
