#include "cli/report_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"
#include "cli/ndc_period.h"

namespace openitmo::cli {

namespace {

// Of letters, statements and certificates.
void add_document_options(CLI::App& command, DrawReportOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option("--authorization", options.authorization,
                  said({"Authorization of a letter or statement (default: the first one)",
                        "Autorisation d'une lettre ou d'un relevé (par défaut : la première)"}))
      ->option_text(said({"AUTHORIZATION", "AUTORISATION"}));
  command
      .add_option("--version-number", options.authorization_version,
                  said({"Version of the authorization in a letter (default: the last one)",
                        "Version de l'autorisation d'une lettre (par défaut : la dernière)"}))
      ->option_text(said({"NUMBER", "NOMBRE"}));
  command
      .add_option("--entry", options.entry,
                  said({"Entry of the use or cancellation that a certificate is about",
                        "Écriture de l'utilisation ou de l'annulation d'un certificat"}))
      ->option_text(said({"NUMBER", "NOMBRE"}));
}

}  // namespace

void add_draw_report_options(CLI::App& command, DrawReportOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  const std::vector<std::string> kinds(kReportKinds.begin(), kReportKinds.end());
  std::string listed;
  for (const std::string& kind : kinds) listed += (listed.empty() ? "" : ", ") + kind;
  command.add_option(said({"kind", "genre"}), options.kind, listed)
      ->required()
      ->check(CLI::IsMember(kinds));
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
  add_date(command, options.date, language,
           {"Date of the report (default: today)", "Date du rapport (par défaut : aujourd'hui)"});
  add_at_entry(command, options.at_entry, language);
  add_period_year(command, options.period_year, language);
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
      .add_option(
          "--to-year", options.last_year,
          said({"Last year of regular information, or year of annual information (default: the "
                "year before the date)",
                "Dernière année des informations régulières, ou année des informations "
                "annuelles (par défaut : l'année d'avant la date)"}))
      ->check(CLI::Range(2021, 9999))
      ->option_text(said({"YEAR", "ANNÉE"}));
  add_document_options(command, options, language);
  command.add_flag(
      "--with-confidential", options.with_confidential,
      said({"Confidential texts stand in annex II: for the review, not for the public",
            "Les textes confidentiels figurent à l'annexe II : pour l'examen, non pour "
            "le public"}));
  add_output(command, options.output, language,
             {"File to write: .html, .pdf (needs weasyprint) or .docx (needs pandoc); .xlsx for "
              "table-4",
              "Fichier à écrire : .html, .pdf (demande weasyprint) ou .docx (demande pandoc) ; "
              ".xlsx pour table-4"})
      ->required();
  add_keys(command, options.keys, language);
}

void add_check_certificate_options(CLI::App& command, CheckCertificateOptions& options,
                                   Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option("code", options.code,
                  said({"Verification code, as the certificate prints it",
                        "Code de vérification, tel qu'imprimé sur le certificat"}))
      ->required();
  command
      .add_option(said({"proof", "preuve"}), options.proof,
                  said({"Proof file that came with the certificate",
                        "Fichier de preuve joint au certificat"}))
      ->required();
  add_keys(command, options.keys, language, kKeys)->required();
}

}  // namespace openitmo::cli
