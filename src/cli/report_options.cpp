#include "cli/report_options.h"

#include "cli/journal_options.h"

namespace openitmo::cli {

void add_draw_report_options(CLI::App& command, DrawReportOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(
          said({"kind", "genre"}), options.kind,
          said({"initial, updated-initial or regular", "initial, updated-initial ou regular"}))
      ->required()
      ->check(CLI::IsMember({"initial", "updated-initial", "regular"}));
  add_journal_or_export(command, options.journal, language);
  command.add_option("--party", options.party, said({"Party that reports", "Partie qui déclare"}))
      ->required()
      ->option_text(said({"PARTY", "PARTIE"}));
  command
      .add_option(
          "--statements", options.statements,
          said({"Programme folder with parties/PARTY/statements.toml: what the Party states",
                "Dossier de programme avec parties/PARTIE/statements.toml : ce que déclare "
                "la Partie"}))
      ->option_text(said({"FOLDER", "DOSSIER"}));
  command
      .add_option("--language", options.report_language,
                  said({"Language of the report (default: that of this command)",
                        "Langue du rapport (par défaut : celle de cette commande)"}))
      ->check(CLI::IsMember({"en", "fr", "es"}))
      ->option_text("en|fr|es");
  command
      .add_option("--date", options.date,
                  said({"Date of the report (default: today)",
                        "Date du rapport (par défaut : aujourd'hui)"}))
      ->option_text(said({"DAY", "JOUR"}));
  command
      .add_option("--at-entry", options.at_entry,
                  said({"As known at so many entries of the journal",
                        "Tel que connu à tant d'écritures du journal"}))
      ->option_text(said({"NUMBER", "NOMBRE"}));
  command
      .add_option("--approach", options.approach,
                  said({"Cooperative approach of an updated initial report",
                        "Démarche concertée d'un rapport initial mis à jour"}))
      ->option_text("CA9999");
  command
      .add_option("--from-year", options.first_year,
                  said({"First year of regular information (default: the one before the last)",
                        "Première année des informations régulières (par défaut : celle d'avant la "
                        "dernière)"}))
      ->check(CLI::Range(2021, 9999))
      ->option_text(said({"YEAR", "ANNÉE"}));
  command
      .add_option("--to-year", options.last_year,
                  said({"Last year of regular information (default: the year before the date)",
                        "Dernière année des informations régulières (par défaut : l'année d'avant "
                        "la date)"}))
      ->check(CLI::Range(2021, 9999))
      ->option_text(said({"YEAR", "ANNÉE"}));
  command.add_flag(
      "--with-confidential", options.with_confidential,
      said({"Confidential texts stand in annex II: for the review, not for the public",
            "Les textes confidentiels figurent à l'annexe II : pour l'examen, non pour "
            "le public"}));
  add_output(command, options.output, language,
             {"File to write: .html", "Fichier à écrire : .html"})
      ->required();
  add_keys(command, options.keys, language);
}

}  // namespace openitmo::cli
