#include "cli/act_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command_line.h"
#include "cli/query_options.h"
#include "files/programme/read_command.h"
#include "registry/act_shape.h"

namespace openitmo::cli {

namespace {

using registry::ActShape;
using registry::FieldShape;

// "to_account" as an option: "--to-account".
std::string option_name(std::string_view key) {
  std::string name = "--" + std::string(key);
  std::ranges::replace(name, '_', '-');
  return name;
}

// What programme files ask for, and what every line of JSON has.
bool is_required(std::string_view act, const FieldShape& field) {
  if (field.may_be_null) return false;
  return !field.may_be_left_out || !files::may_be_left_out(act, field.key);
}

void add_journal(CLI::App& command, std::string& journal, Language language) {
  constexpr Words kJournal("Journal file, such as SEN01.itmo",
                           "Fichier du journal, comme SEN01.itmo");
  command.add_option("journal", journal, std::string(kJournal.in(language)))->required();
}

void add_signer_key(CLI::App& command, std::string& key, Language language) {
  constexpr Words kKey("File with the registry's signer key",
                       "Fichier de la clé de signature du registre");
  constexpr Words kForm("FILE (required)", "FICHIER (obligatoire)");
  command.add_option("--key", key, std::string(kKey.in(language)))
      ->required()
      ->option_text(std::string(kForm.in(language)));
}

class ActAdder {
 public:
  ActAdder(CLI::App& command, ActOptions& options, Language& language)
      : command_(command), options_(options), language_(language) {}

  CLI::App* add(const ActShape& shape) {
    CLI::App* act = command_.add_subcommand(
        std::string(shape.act),
        shape.words ? std::string(shape.words->sentence.in(language_)) : std::string());
    if (shape.words) act->group(heading(shape.words->subject));
    add_language(*act, language_);
    add_common(*act);
    for (const FieldShape& field : shape.fields)
      add_field(*act, field, is_required(shape.act, field));
    return act;
  }

 private:
  std::string said(const Words& words) const { return std::string(words.in(language_)); }

  // The parser puts a colon behind; in French a space stands before it.
  std::string heading(registry::ActSubject subject) const {
    return said(registry::words_of(subject)) + (language_ == Language::fr ? " " : "");
  }

  void add_field(CLI::App& act, const FieldShape& field, bool required) {
    auto* option = act.add_option_function<std::string>(
        option_name(field.key),
        [&options = options_, key = std::string(field.key)](const std::string& text) {
          options.values[key] = text;
        },
        field.words ? said(field.words->sentence) : std::string());
    std::string form = registry::written_form(field, language_);
    if (required) {
      option->required();
      form += said({" (required)", " (obligatoire)"});
    }
    option->option_text(form);
    option->group(said({"What the act says", "Ce que dit l'acte"}));
  }

  void add_common(CLI::App& act) {
    add_journal(act, options_.journal, language_);
    add_signer_key(act, options_.key, language_);
    act.add_option("--effective-date", options_.effective_date,
                   said({"Day on which the act takes effect (default: today)",
                         "Jour où l'acte prend effet (par défaut : aujourd'hui)"}))
        ->option_text(said({"DAY", "JOUR"}));
    act.add_option("--command-id", options_.command_id,
                   said({"Name of this act's own: asked for again, it is not recorded twice "
                         "(default: made from the act and its day)",
                         "Nom propre à cet acte : redemandé, il n'est pas enregistré deux fois "
                         "(par défaut : tiré de l'acte et de son jour)"}))
        ->option_text(said({"TEXT", "TEXTE"}));
    act.add_option("--actor", options_.actor,
                   said({"Who acts: a random id, never a person's name",
                         "Qui agit : un identifiant aléatoire, jamais le nom d'une personne"}))
        ->option_text(said({"TEXT", "TEXTE"}));
    act.add_flag("--dry-run", options_.dry_run,
                 said({"Only show what would change in accounts and balances",
                       "Montrer seulement ce qui changerait dans les comptes et les bilans"}));
    add_json(act, options_.json, language_);
  }

  CLI::App& command_;
  ActOptions& options_;
  Language& language_;
};

}  // namespace

void add_acts(CLI::App& command, ActOptions& options, Language& language,
              const std::function<void()>& carry_out) {
  ActAdder adder(command, options, language);
  for (const registry::ActWords& words : registry::act_words()) {
    const ActShape* shape = registry::find_act_shape(words.act);
    if (!shape) continue;
    adder.add(*shape)->callback([&options, carry_out, name = std::string(words.act)] {
      options.act = name;
      carry_out();
    });
  }
}

void add_record_options(CLI::App& command, RecordOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal(command, options.journal, language);
  command
      .add_option(said({"acts", "actes"}), options.acts,
                  said({"Acts: a line of JSON each, or a table that ends in .csv",
                        "Actes : une ligne de JSON chacun, ou un tableau qui finit en .csv"}))
      ->required();
  command.add_option("--act", options.act,
                     said({"The act of every row, for a table without a column \"act\"",
                           "L'acte de chaque ligne, pour un tableau sans colonne « act »"}));
  add_signer_key(command, options.key, language);
  command.add_flag("--dry-run", options.dry_run,
                   said({"Only show what would be refused, and how accounts and balances would "
                         "change",
                         "Montrer seulement ce qui serait refusé, et comment les comptes et les "
                         "bilans changeraient"}));
  command.add_flag("--keep-going", options.keep_going,
                   said({"Record the good acts though others are wrong or refused",
                         "Enregistrer les bons actes même si d'autres sont fautifs ou refusés"}));
  add_json(command, options.json, language);
}

}  // namespace openitmo::cli
