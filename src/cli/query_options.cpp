#include "cli/query_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"

namespace openitmo::cli {

namespace {

std::string what(Language language) { return language == Language::fr ? "quoi" : "what"; }

}  // namespace

void add_holdings_options(CLI::App& command, HoldingsOptions& options, Language language) {
  add_journal_or_export(command, options.journal, language);
  add_keys(command, options.keys, language);
}

void add_find_options(CLI::App& command, FindOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal_or_export(command, options.journal, language);
  command
      .add_option(what(language), options.asked,
                  said({"ITMO identifier, serial, code or part of a code",
                        "Identifiant d'ITMO, numéro de série, code ou partie d'un code"}))
      ->required();
  add_json(command, options.json, language);
  add_keys(command, options.keys, language);
}

void add_statement_options(CLI::App& command, StatementOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal(command, options.journal, language);
  command
      .add_option(what(language), options.asked,
                  said({"ITMO identifier, serial, or code of the account, component or activity",
                        "Identifiant d'ITMO, numéro de série, ou code du compte, du composant ou "
                        "de l'activité"}))
      ->required();
  command
      .add_option("--kind", options.kind,
                  said({"Which one, where several have the name",
                        "Lequel, quand plusieurs portent ce nom"}))
      ->check(CLI::IsMember({"unit", "account", "component", "activity"}))
      ->option_text("unit|account|component|activity");
  command
      .add_option("--from", options.from,
                  said({"Movements of an account from this day on",
                        "Mouvements d'un compte à partir de ce jour"}))
      ->option_text(said({"DAY", "JOUR"}));
  command
      .add_option("--to", options.to, said({"... and up to this day", "... et jusqu'à ce jour"}))
      ->option_text(said({"DAY", "JOUR"}));
  command
      .add_option("--lines", options.lines_max,
                  said({"List at most so many entries, the last ones (default: 50)",
                        "Lister au plus tant d'écritures, les dernières (par défaut : 50)"}))
      ->option_text(said({"NUMBER", "NOMBRE"}));
  add_json(command, options.json, language);
  add_keys(command, options.keys, language);
}

void add_json(CLI::App& command, bool& json, Language language) {
  constexpr Words kJson("Answer in JSON, for programs", "Répondre en JSON, pour les programmes");
  command.add_flag("--json", json, std::string(kJson.in(language)));
}

}  // namespace openitmo::cli
