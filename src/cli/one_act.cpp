#include "cli/one_act.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "registry/quantity_in.h"

namespace openitmo::cli {

namespace {

void show_units(Terminal& terminal, const ledger::Entry& entry, const Outcome& outcome) {
  for (const ledger::ItmoRange& range : registry::ranges_of(entry)) {
    const auto metric = outcome.metrics.find(range.series().approach);
    terminal.line(terminal.say(
        Text({"  {}: {} to {}", "  {} : {} à {}"},
             registry::quantity_in(metric == outcome.metrics.end() ? std::string() : metric->second,
                                   range.quantity_t_co2eq()),
             range.first_id.to_string(), range.last_id.to_string())));
  }
}

Text result_text(const RecordingOptions& options, const Outcome& outcome,
                 const ledger::Entry& entry, const Text& once_more) {
  const std::string& id = entry.envelope.command_id;
  if (entry.number < outcome.entry_count_before)
    return Text({"This act was recorded before, as entry {} ({})",
                 "Cet acte a déjà été enregistré, écriture {} ({})"},
                entry.number, id) += once_more;
  if (options.dry_run)
    return Words("This was a dry run; nothing was recorded",
                 "C'était un essai ; rien n'a été enregistré");
  return {{"Recorded as entry {} ({})", "Enregistré, écriture {} ({})"}, entry.number, id};
}

void show(Terminal& terminal, const RecordingOptions& options, const ActFile& file,
          const Outcome& outcome, const Text& once_more) {
  for (const WrongLine& wrong : file.wrong) {
    terminal.line(terminal.say(wrong.text));
    return;
  }
  if (outcome.demonstration) terminal.banner(terminal.say(words::kDemonstration));
  const auto& answer = outcome.answers.front();
  if (!answer) {
    terminal.line(terminal.say(ledger::message(answer.error())));
    terminal.line(terminal.say(Words("Nothing was recorded", "Rien n'a été enregistré")));
    return;
  }
  show_units(terminal, *answer, outcome);
  show_effect(terminal, outcome.effect);
  show_unheard_of(terminal, outcome);
  terminal.line(terminal.say(result_text(options, outcome, *answer, once_more)));
}

}  // namespace

int record_one(const RecordingOptions& options, const ActFile& file, const Text& once_more) {
  Terminal terminal(options.language);
  const Outcome outcome = file.wrong.empty() ? carry_out(options, file, terminal) : Outcome{};
  if (options.json)
    terminal.line(outcome_json(options, file, outcome));
  else
    show(terminal, options, file, outcome, once_more);
  refresh_old_snapshot(options, outcome);
  return exit_code(file, outcome);
}

}  // namespace openitmo::cli
