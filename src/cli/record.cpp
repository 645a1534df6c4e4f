#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/recording.h"

namespace openitmo::cli {

namespace {

// Of more acts than this, the first and last entry are named and not each.
constexpr std::size_t kNamedMax = 20;

void show_wrong_lines(Terminal& terminal, const RecordOptions& options, const ActFile& acts) {
  for (const WrongLine& wrong : acts.wrong) {
    const std::string place = wrong.column > 0 ? fmt::format("{}:{}", wrong.line, wrong.column)
                                               : fmt::format("{}", wrong.line);
    terminal.line(
        Text({"{}:{}: {}", "{}:{} : {}"}, options.acts, place, wrong.text).in(options.language));
  }
}

void show_refusals(Terminal& terminal, const RecordOptions& options, const ActFile& acts,
                   const Outcome& outcome) {
  for (std::size_t i = 0; i < outcome.answers.size(); ++i)
    if (!outcome.answers[i])
      terminal.line(Text({"{}:{}: {}", "{}:{} : {}"}, options.acts, acts.lines[i],
                         ledger::message(outcome.answers[i].error()))
                        .in(options.language));
}

void show_entries(Terminal& terminal, const ActFile& acts, const Outcome& outcome) {
  std::size_t recorded = 0, before = 0;
  std::uint64_t last = 0;
  for (const auto& answer : outcome.answers)
    if (answer && answer->number >= outcome.entry_count_before) {
      ++recorded;
      last = answer->number;
    } else if (answer) {
      ++before;
    }
  if (outcome.answers.size() <= kNamedMax) {
    for (std::size_t i = 0; i < outcome.answers.size(); ++i)
      if (const auto& answer = outcome.answers[i])
        terminal.line(
            terminal.say(Text({"line {}: entry {}, {}", "ligne {} : écriture {}, {}"},
                              acts.lines[i], answer->number, answer->envelope.command_id)));
    return;
  }
  if (recorded > 0)
    terminal.line(terminal.say(
        Text({"{} acts recorded as entries {} to {}", "{} actes enregistrés, écritures {} à {}"},
             tonnes_text(static_cast<std::int64_t>(recorded)), outcome.entry_count_before, last)));
  if (before > 0)
    terminal.line(terminal.say(Text({"{} acts were recorded before", "{} actes l'étaient déjà"},
                                    tonnes_text(static_cast<std::int64_t>(before)))));
}

Text wrong_lines(std::size_t wrong) {
  if (wrong == 1) return Words("1 wrong line; ", "1 ligne fautive ; ");
  return {{"{} wrong lines; ", "{} lignes fautives ; "}, wrong};
}

Text refused_of(std::size_t refused, std::size_t acts) {
  if (refused < 2) return {{"{} of {} acts refused; ", "{} acte sur {} refusé ; "}, refused, acts};
  return {{"{} of {} acts refused; ", "{} actes sur {} refusés ; "}, refused, acts};
}

// The last line: how many acts there were and what became of them.
Text summary(const RecordOptions& options, const ActFile& acts, const Outcome& outcome) {
  const std::size_t wrong = acts.wrong.size();
  const std::size_t good = acts.requests.size() - outcome.refused;
  if (wrong + outcome.refused == 0) {
    if (!options.dry_run) return {};
    return {{"{} acts would be recorded; this was a dry run",
             "{} actes seraient enregistrés ; c'était un essai"},
            tonnes_text(static_cast<std::int64_t>(good))};
  }
  Text said;
  if (wrong > 0) said += wrong_lines(wrong);
  if (outcome.answers.size() < acts.requests.size())
    return said += Text({"the {} others were not tried (--keep-going tries them); nothing was "
                         "recorded",
                         "les {} autres n'ont pas été essayés (--keep-going les essaie) ; rien "
                         "n'a été enregistré"},
                        acts.requests.size());
  said += refused_of(outcome.refused, acts.requests.size());
  if (outcome.recorded)
    return said += Text({"the other {} were recorded", "les {} autres ont été enregistrés"}, good);
  if (options.dry_run && options.keep_going)
    return said += Text({"the other {} would be recorded; this was a dry run",
                         "les {} autres seraient enregistrés ; c'était un essai"},
                        good);
  return said += Text({"nothing was recorded", "rien n'a été enregistré"});
}

void show(Terminal& terminal, const RecordOptions& options, const ActFile& acts,
          const Outcome& outcome) {
  if (outcome.demonstration) terminal.banner(terminal.say(words::kDemonstration));
  show_wrong_lines(terminal, options, acts);
  show_refusals(terminal, options, acts, outcome);
  const bool all_good = acts.wrong.empty() && outcome.refused == 0;
  if (all_good || options.keep_going) {
    show_effect(terminal, outcome.effect);
    show_unheard_of(terminal, outcome);
  }
  if (outcome.recorded) show_entries(terminal, acts, outcome);
  const Text said = summary(options, acts, outcome);
  if (!said.empty()) terminal.line(terminal.say(said));
}

}  // namespace

int record(const RecordOptions& options) {
  Terminal terminal(options.language);
  const ActFile acts = read_act_file(options.acts, options.act, terminal);
  const RecordingOptions recording{options.journal,    options.key,  options.dry_run,
                                   options.keep_going, options.json, options.language};
  // Lines that are no acts stop everything before the journal is opened.
  const bool stop = !acts.wrong.empty() && !options.keep_going;
  const Outcome outcome = stop ? Outcome{} : carry_out(recording, acts, terminal);
  if (options.json)
    terminal.line(outcome_json(recording, acts, outcome));
  else
    show(terminal, options, acts, outcome);
  refresh_old_snapshot(recording, outcome);
  return exit_code(acts, outcome);
}

}  // namespace openitmo::cli
