#include "cli/overselling_options.h"

#include "cli/draws.h"
#include "cli/journal_options.h"

namespace openitmo::cli {

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
  command
      .add_option(
          "--format", options.format,
          said({"How to show it (default: text)", "Comment le montrer (par défaut : text)"}))
      ->check(CLI::IsMember({"text", "html", "json"}))
      ->option_text("text|html|json");
  command
      .add_option("-o,--output", options.output,
                  said({"File to write; of html and json (default: standard output)",
                        "Fichier à écrire ; de html et json (par défaut : sortie standard)"}))
      ->option_text(said({"FILE", "FICHIER"}));
  add_keys(command, options.keys, language);
}

}  // namespace openitmo::cli
