#include "cli/accounting_options.h"

#include <CLI/CLI.hpp>
#include <fmt/ranges.h>

#include "accounting/settings.h"
#include "cli/draws.h"
#include "cli/journal_options.h"
#include "cli/ndc_period.h"
#include "cli/page_options.h"
#include "cli/query_options.h"
#include "files/programme/field_values.h"

namespace openitmo::cli {

namespace {

// An option that takes a word of one of the rules.
template <NamedEnum Rule>
void add_rule(CLI::App& command, const std::string& name, std::string& word,
              const std::string& described) {
  std::vector<std::string> words(EnumNames<Rule>::names.begin(), EnumNames<Rule>::names.end());
  command.add_option(name, word, described)
      ->check(CLI::IsMember(words))
      ->option_text(fmt::format("{}", fmt::join(words, "|")));
}

}  // namespace

void add_overselling_options(CLI::App& command, OversellingOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal_or_export(command, options.journal, language);
  command
      .add_option("--party", options.party,
                  said({"Party whose NDC is looked at", "Partie dont la CDN est examinée"}))
      ->required()
      ->option_text(said({"PARTY", "PARTIE"}));
  command
      .add_option("--outlook", options.outlook,
                  said({"What the Party expects: projections and deliveries with their uncertainty",
                        "Ce que la Partie attend : projections et livraisons avec leur "
                        "incertitude"}))
      ->required()
      ->option_text(said({"FILE", "FICHIER"}));
  add_period_year(command, options.period_year, language);
  command
      .add_option("--confidence", options.confidences_percent,
                  said({"In so many of a hundred draws the NDC must be met (default: 50 80 90 95)",
                        "Dans tant de tirages sur cent la CDN doit être atteinte (par défaut : 50 "
                        "80 90 95)"}))
      ->check(CLI::Range(1, 99))
      ->option_text(said({"PERCENT ...", "POURCENT ..."}));
  add_draws(command, options.draws, language,
            {"So many Monte Carlo draws (default: 100000)",
             "Tant de tirages de Monte-Carlo (par défaut : 100000)"},
            kOversellingDrawsMax);
  add_page(command, options.format, options.output, language);
  add_keys(command, options.keys, language);
}

void add_replay_rules_options(CLI::App& command, ReplayRulesOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal_or_export(command, options.journal, language);
  command
      .add_option("--party", options.party,
                  said({"Party whose figures are replayed", "Partie dont on rejoue les chiffres"}))
      ->required()
      ->option_text(said({"PARTY", "PARTIE"}));
  add_rule<AdjustmentMethod>(
      command, "--method", options.method,
      said({"Method of corresponding adjustments", "Méthode des ajustements correspondants"}));
  add_rule<AveragingConvention>(command, "--convention", options.convention,
                                said({"Convention of averaging before the end of the period",
                                      "Convention de la moyenne avant la fin de la période"}));
  add_rule<accounting::NumeratorAxis>(command, "--numerator", options.numerator,
                                      said({"Year by which a quantity enters the average",
                                            "Année selon laquelle une quantité entre dans la "
                                            "moyenne"}));
  add_rule<accounting::ElapsedYears>(
      command, "--elapsed-years", options.elapsed_years,
      said({"Up to which year the period counts as elapsed",
            "Jusqu'à quelle année la période compte comme écoulée"}));
  const std::vector<std::string> sets(files::kGwpSetNames.begin(), files::kGwpSetNames.end());
  CLI::Option* gwp_set = command
                             .add_option("--gwp-set", options.gwp_set,
                                         said({"Count the reductions with this set of GWPs",
                                               "Compter les réductions avec ce jeu de PRP"}))
                             ->check(CLI::IsMember(sets))
                             ->option_text(fmt::format("{}", fmt::join(sets, "|")));
  for (const char* rule : {"--method", "--convention", "--numerator", "--elapsed-years"})
    gwp_set->excludes(command.get_option(rule));
  command
      .add_option("--programme", options.programme,
                  said({"For --gwp-set: programme folder, or folder that `itmo run` wrote",
                        "Pour --gwp-set : dossier de programme, ou dossier écrit par `itmo run`"}))
      ->option_text(said({"FOLDER", "DOSSIER"}));
  add_json(command, options.json, language);
  add_keys(command, options.keys, language);
}

void add_dashboard_options(CLI::App& command, DashboardOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal_or_export(command, options.journal, language);
  command
      .add_option("--party", options.party,
                  said({"Party whose page it is", "Partie dont c'est la page"}))
      ->required()
      ->option_text(said({"PARTY", "PARTIE"}));
  add_period_year(command, options.period_year, language);
  add_date(command, options.date, language,
           {"Day from which what is due is seen (default: today)",
            "Jour d'où l'on voit ce qui est dû (par défaut : aujourd'hui)"});
  add_output(command, options.output, language,
             {"HTML file to write (default: standard output)",
              "Fichier HTML à écrire (par défaut : sortie standard)"});
  add_keys(command, options.keys, language);
}

void add_public_page_options(CLI::App& command, PublicPageOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"journal", "journal"}), options.journals,
                  said({"Journal files or exports, each with its verifier key beside it",
                        "Fichiers de journaux ou exports, chacun avec sa clé de vérification à "
                        "côté"}))
      ->required();
  add_period_year(command, options.period_year, language);
  add_output(command, options.output, language,
             {"HTML file to write (default: standard output)",
              "Fichier HTML à écrire (par défaut : sortie standard)"});
}

}  // namespace openitmo::cli
