#include "cli/review_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"

namespace openitmo::cli {

namespace {

std::string in(Language language, const Words& words) { return std::string(words.in(language)); }

void add_party(CLI::App& command, std::string& party, Language language) {
  command.add_option("--party", party, in(language, {"Party under review", "Partie examinée"}))
      ->required()
      ->option_text(in(language, {"PARTY", "PARTIE"}));
}

CLI::Option* add_statements(CLI::App& command, std::string& statements, Language language) {
  return command
      .add_option("--statements", statements,
                  in(language, {"Programme folder with what the Party states and the logs of its "
                                "reviews: parties/PARTY/statements.toml and reviews/",
                                "Dossier de programme avec ce que déclare la Partie et le suivi "
                                "de ses examens : parties/PARTIE/statements.toml et "
                                "reviews/"}))
      ->option_text(in(language, {"FOLDER", "DOSSIER"}));
}

void add_confidential(CLI::App& command, bool& with_confidential, Language language) {
  command.add_flag("--with-confidential", with_confidential,
                   in(language, {"Confidential texts stand in it: for the review team alone",
                                 "Les textes confidentiels y figurent : pour la seule équipe "
                                 "d'examen"}));
}

}  // namespace

void add_review_case_options(CLI::App& command, ReviewCaseOptions& options, Language language) {
  add_journal_or_export(command, options.journal, language);
  add_party(command, options.party, language);
  add_statements(command, options.statements, language)->required();
  command
      .add_option("--review", options.review,
                  in(language, {"Code of the review (default: the last one)",
                                "Code de l'examen (par défaut : le dernier)"}))
      ->option_text(in(language, {"CODE", "CODE"}));
  command
      .add_option("--language", options.report_language,
                  in(language, {"Language of the page (default: that of this command)",
                                "Langue de la page (par défaut : celle de cette commande)"}))
      ->check(CLI::IsMember({"en", "fr", "es"}))
      ->option_text("en|fr|es");
  add_date(command, options.date, language,
           {"Day for which it is shown (default: today)",
            "Jour pour lequel c'est montré (par défaut : aujourd'hui)"});
  add_at_entry(command, options.at_entry, language);
  add_confidential(command, options.with_confidential, language);
  command.add_flag("--json", options.json, in(language, {"As JSON", "En JSON"}));
  add_output(command, options.output, language,
             {"Also write the page: .html, .pdf (needs weasyprint) or .docx (needs pandoc)",
              "Écrire aussi la page : .html, .pdf (demande weasyprint) ou .docx (demande pandoc)"});
  add_keys(command, options.keys, language);
}

void add_review_package_options(CLI::App& command, ReviewPackageOptions& options,
                                Language language) {
  add_journal_or_export(command, options.journal, language);
  add_party(command, options.party, language);
  add_statements(command, options.statements, language)->required();
  command
      .add_option("--language", options.report_languages,
                  in(language, {"Language of the documents, once for each (default: that of this "
                                "command)",
                                "Langue des documents, une fois pour chacune (par défaut : celle "
                                "de cette commande)"}))
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"en", "fr", "es"}))
      ->option_text("en|fr|es");
  command
      .add_option("--submitted", options.submitted,
                  in(language, {"A file that was sent, once for each; it is found by its hash. "
                                "Those in documents/ of the folder are found without",
                                "Un fichier envoyé, une fois pour chacun ; il est reconnu à son "
                                "empreinte. Ceux de documents/ du dossier sont trouvés sans cela"}))
      ->allow_extra_args(false)
      ->option_text(in(language, {"FILE", "FICHIER"}));
  command
      .add_option(
          "--submitted-is-public", options.submitted_is_public,
          in(language,
             {"Entry of a report, once for each: what was sent cannot be made again but holds "
              "nothing confidential, and may stand in a package without --with-confidential",
              "Écriture d'un rapport, une fois pour chacun : ce qui fut envoyé ne peut être refait "
              "mais n'a rien de confidentiel, et peut figurer dans un dossier sans "
              "--with-confidential"}))
      ->allow_extra_args(false)
      ->option_text(in(language, {"ENTRY", "ÉCRITURE"}));
  add_date(command, options.date, language,
           {"Day on which it is made (default: today)",
            "Jour de l'établissement (par défaut : aujourd'hui)"});
  add_at_entry(command, options.at_entry, language);
  add_confidential(command, options.with_confidential, language);
  add_output(command, options.output, language, {"Folder to write", "Dossier à écrire"})
      ->required();
  add_keys(command, options.keys, language);
}

void add_check_package_options(CLI::App& command, CheckPackageOptions& options, Language language) {
  command
      .add_option(
          in(language, {"folder", "dossier"}), options.folder,
          in(language, {"Folder that review-package wrote", "Dossier écrit par review-package"}))
      ->required();
  command
      .add_option("--journal", options.journal,
                  in(language, {"Journal or its export, to make the package again",
                                "Journal ou son export, pour refaire le dossier"}))
      ->option_text(in(language, {"FILE", "FICHIER"}));
  add_statements(command, options.statements, language);
  add_keys(command, options.keys, language);
}

}  // namespace openitmo::cli
