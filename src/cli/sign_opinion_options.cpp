#include "cli/sign_opinion_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"

namespace openitmo::cli {

namespace {

void add_conclusion(CLI::App& command, SignOpinionOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command.add_option("--report", options.report, said({"Monitoring report", "Rapport de suivi"}))
      ->required();
  command
      .add_option("--verifier", options.verifier,
                  said({"Entity that verified", "Entité qui a vérifié"}))
      ->required();
  command
      .add_option("--conclusion", options.conclusion,
                  said({"The conclusion: positive or negative",
                        "La conclusion : positive ou négative (negative)"}))
      ->required()
      ->check(CLI::IsMember({"positive", "negative"}));
  command
      .add_option("--statement", options.statement,
                  said({"Verification statement, as REFERENCE=FILE",
                        "Déclaration de vérification, sous la forme CODE=FICHIER"}))
      ->required();
  command.add_option("--materiality", options.materiality_threshold,
                     said({"Materiality threshold in % of the emission reductions, such as 5",
                           "Seuil de signification en % des réductions d'émissions, comme 5"}));
  command.add_option("--extrapolated-error", options.extrapolated_error,
                     said({"Error that the samples give for all, in % of the emission reductions",
                           "Erreur que les échantillons donnent pour le tout, en % des réductions "
                           "d'émissions"}));
}

}  // namespace

void add_sign_opinion_options(CLI::App& command, SignOpinionOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal_or_export(command, options.journal, language);
  add_conclusion(command, options, language);
  command
      .add_option("--key", options.key,
                  said({"File with the verifier's signer key",
                        "Fichier de la clé de signature du vérificateur"}))
      ->required();
  command.add_option("--registry-key", options.registry_keys, said(kKeysBesideJournal));
  command.add_option(
      "--effective-date", options.effective_date,
      said({"Day from which the conclusion counts (default: today)",
            "Jour à partir duquel la conclusion compte (par défaut : aujourd'hui)"}));
  command.add_flag("--note", options.note,
                   said({"Write the signed note alone (default: the act, for itmo record)",
                         "Écrire seulement la note signée (par défaut : l'acte, pour itmo "
                         "record)"}));
  add_output(command, options.output, language,
             {"File to write (default: standard output)",
              "Fichier à écrire (par défaut : sortie standard)"});
}

}  // namespace openitmo::cli
