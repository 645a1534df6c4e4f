#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <functional>

#include "cli/commands.h"
#include "cli/recording.h"
#include "journal/hash.h"
#include "registry/request_texts.h"

namespace openitmo::cli {

namespace {

using registry::GivenText;

std::string date_of(const ActOptions& options) {
  return options.effective_date.empty() ? recording_time().date().to_string()
                                        : options.effective_date;
}

// Made from what is asked: the same act asked for twice on one day is recorded once.
std::string command_id_of(const ActOptions& options, const std::string& date) {
  if (!options.command_id.empty()) return options.command_id;
  std::string asked = options.act + "\n" + date + "\n";
  for (const auto& [key, text] : options.values) asked += key + "=" + text + "\n";
  return fmt::format("{}-{}-{}", options.act, date,
                     journal::to_hex(journal::sha256(asked)).substr(0, 12));
}

ActFile act_file(const ActOptions& options) {
  const std::string date = date_of(options);
  const std::string id = command_id_of(options, date);
  std::vector<GivenText> given{
      {"act", options.act}, {"command_id", id}, {"effective_date", date}, {"actor", options.actor}};
  for (const auto& [key, text] : options.values) given.push_back({key, text});
  ActFile file;
  auto request = registry::parse_act_texts(
      given, [](std::string_view path) { return hash_of_file(std::filesystem::path(path)); });
  if (request) {
    request->envelope.recorded_at = recording_time();
    file.requests.push_back(*std::move(request));
    file.lines.push_back(1);
  } else {
    file.wrong.push_back({1, 0, request.error().key, request.error().text});
  }
  return file;
}

void show_units(Terminal& terminal, const ledger::Entry& entry) {
  for (const ledger::ItmoRange& range : registry::ranges_of(entry))
    terminal.line(
        terminal.say(Text({"  {} t CO2 eq: {} to {}", "  {} t éq. CO2 : {} à {}"},
                          tonnes_text(static_cast<std::int64_t>(range.quantity_t_co2eq().value())),
                          range.first_id.to_string(), range.last_id.to_string())));
}

Text result_text(const ActOptions& options, const Outcome& outcome, const ledger::Entry& entry) {
  const std::string& id = entry.envelope.command_id;
  if (entry.number < outcome.entry_count_before)
    return {{"This act was recorded before, as entry {} ({}); to record it once more, give another "
             "--command-id",
             "Cet acte a déjà été enregistré, écriture {} ({}) ; pour l'enregistrer encore une "
             "fois, donnez un autre --command-id"},
            entry.number,
            id};
  if (options.dry_run)
    return Words("This was a dry run; nothing was recorded",
                 "C'était un essai ; rien n'a été enregistré");
  return {{"Recorded as entry {} ({})", "Enregistré, écriture {} ({})"}, entry.number, id};
}

void show(Terminal& terminal, const ActOptions& options, const ActFile& file,
          const Outcome& outcome) {
  for (const WrongLine& wrong : file.wrong) {
    terminal.line(terminal.say(wrong.text));
    return;
  }
  const auto& answer = outcome.answers.front();
  if (!answer) {
    terminal.line(terminal.say(ledger::message(answer.error())));
    terminal.line(terminal.say(Words("Nothing was recorded", "Rien n'a été enregistré")));
    return;
  }
  show_units(terminal, *answer);
  show_effect(terminal, outcome.effect);
  terminal.line(terminal.say(result_text(options, outcome, *answer)));
}

}  // namespace

int act(const ActOptions& options) {
  Terminal terminal(options.language);
  const ActFile file = act_file(options);
  const RecordingOptions recording{options.journal, options.key,  options.dry_run,
                                   false,           options.json, options.language};
  const Outcome outcome = file.wrong.empty() ? carry_out(recording, file, terminal) : Outcome{};
  if (options.json)
    terminal.line(outcome_json(recording, file, outcome));
  else
    show(terminal, options, file, outcome);
  return exit_code(file, outcome);
}

}  // namespace openitmo::cli
