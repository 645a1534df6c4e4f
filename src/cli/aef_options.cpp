#include "cli/aef_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"
#include "cli/query_options.h"

namespace openitmo::cli {

namespace {

// "--profile" of any subcommand about AEF files.
void add_profile(CLI::App& command, std::string& profile, const Words& described,
                 Language language) {
  command.add_option("--profile", profile, std::string(described.in(language)))
      ->check(CLI::IsMember({"xlsx_checker", "nomenclature_2026", "cad_trust"}))
      ->option_text("xlsx_checker|nomenclature_2026|cad_trust");
}

std::string file_word(Language language) { return language == Language::fr ? "fichier" : "file"; }

}  // namespace

void add_draw_aef_options(CLI::App& command, DrawAefOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal_or_export(command, options.journal, language);
  command.add_option("--party", options.party, said({"Party that reports", "Partie qui déclare"}))
      ->required()
      ->option_text(said({"PARTY", "PARTIE"}));
  command
      .add_option("--year", options.year,
                  said({"Reported year: 1 January to 31 December",
                        "Année déclarée : du 1er janvier au 31 décembre"}))
      ->required()
      ->check(CLI::Range(2021, 9999))
      ->option_text(said({"YEAR", "ANNÉE"}));
  command
      .add_option("--version-number", options.version,
                  said({"Version (default: the one after those that were sent); of one that was "
                        "sent, the tables as they were then",
                        "Version (par défaut : celle qui suit les envoyées) ; d'une version "
                        "envoyée, les tableaux d'alors"}))
      ->option_text("X.Y");
  add_date(
      command, options.date, language,
      {"Date of submission (default: today)", "Date de soumission (par défaut : aujourd'hui)"});
  add_at_entry(command, options.at_entry, language);
  command.add_flag("--with-issued", options.with_issued,
                   said({"Holdings also of units without a first transfer",
                         "Détentions aussi d'unités sans premier transfert"}));
  command.add_flag("--without-earlier-authorizations", options.without_earlier_authorizations,
                   said({"Do not repeat authorizations of earlier years in Table 2",
                         "Ne pas répéter au tableau 2 les autorisations des années précédentes"}));
  add_profile(command, options.profile,
              {"Spelling to write (default: xlsx_checker)",
               "Orthographe à écrire (par défaut : xlsx_checker)"},
              language);
  command
      .add_option("--format", options.format,
                  said({"Carrier (default: xlsx)", "Support (par défaut : xlsx)"}))
      ->check(CLI::IsMember({"xlsx", "csv", "json"}))
      ->option_text("xlsx|csv|json");
  add_output(
      command, options.output, language,
      {"Folder to write into (default: this one)", "Dossier où écrire (par défaut : celui-ci)"});
  add_keys(command, options.keys, language);
}

void add_convert_aef_options(CLI::App& command, ConvertAefOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(file_word(language), options.file,
                  said({"Submission: .xlsx, .csv or .json", "Soumission : .xlsx, .csv ou .json"}))
      ->required();
  add_output(command, options.output, language,
             {"File to write; its ending says the carrier",
              "Fichier à écrire ; sa terminaison dit le support"})
      ->required();
  add_profile(command, options.profile,
              {"Spelling to write (default: that of the file)",
               "Orthographe à écrire (par défaut : celle du fichier)"},
              language);
}

void add_compare_aef_options(CLI::App& command, CompareAefOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"before", "avant"}), options.before,
                  said({"The earlier version", "La version antérieure"}))
      ->required();
  command
      .add_option(said({"after", "après"}), options.after,
                  said({"The later one", "La version ultérieure"}))
      ->required();
  add_json(command, options.json, language);
}

void add_import_carp_options(CLI::App& command, ImportCarpOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal(command, options.journal, language);
  command
      .add_option(file_word(language), options.file,
                  said({"Identifiers, results and statuses: .csv or .json; or a submission that "
                        "the platform gave back, with its results: .xlsx",
                        "Identifiants, résultats et statuts : .csv ou .json ; ou une soumission "
                        "que la plateforme a rendue, avec ses résultats : .xlsx"}))
      ->required();
  command
      .add_option("--date", options.date,
                  said({"Day on which the platform gave the submission back",
                        "Jour où la plateforme a rendu la soumission"}))
      ->option_text(said({"DAY", "JOUR"}));
  add_signer_key(command, options.key, language)->required();
  command
      .add_option("--actor", options.actor,
                  said({"Who acts: a random id, never a person's name",
                        "Qui agit : un identifiant aléatoire, jamais le nom d'une personne"}))
      ->option_text(said({"TEXT", "TEXTE"}));
  command.add_flag(
      "--dry-run", options.dry_run,
      said({"Only say what would be recorded", "Dire seulement ce qui serait enregistré"}));
  add_json(command, options.json, language);
}

void add_check_aef_options(CLI::App& command, CheckAefOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"submissions", "soumissions"}), options.path,
                  said({"Folder with submissions, or one file: .xlsx, .csv or .json",
                        "Dossier de soumissions, ou un fichier : .xlsx, .csv ou .json"}))
      ->required();
  add_profile(command, options.profile,
              {"Spelling that the files follow (default: told by their columns)",
               "Orthographe que suivent les fichiers (par défaut : d'après leurs colonnes)"},
              language);
  command
      .add_option("--lines", options.lines_max,
                  said({"Show at most so many findings (default: 50)",
                        "Afficher au plus tant de constats (par défaut : 50)"}))
      ->option_text(said({"NUMBER", "NOMBRE"}));
  command
      .add_option("-o", options.output,
                  said({"Also write pages, a workbook and JSON into this folder",
                        "Écrire aussi des pages, un classeur et du JSON dans ce dossier"}))
      ->option_text(said({"FOLDER", "DOSSIER"}));
  add_json(command, options.json, language);
}

}  // namespace openitmo::cli
