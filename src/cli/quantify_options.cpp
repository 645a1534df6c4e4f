#include "cli/quantify_options.h"

#include "cli/query_options.h"

namespace openitmo::cli {

void add_quantify_options(CLI::App& command, QuantifyOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  const std::string number = said({"NUMBER", "NOMBRE"});
  command
      .add_option("programme", options.programme,
                  said({"Programme folder", "Dossier du programme"}))
      ->required();
  command.add_option(said({"component", "composant"}), options.component,
                     said({"One component (default: all)", "Un composant (par défaut : tous)"}));
  command
      .add_option("--draws", options.draws_max,
                  said({"Also make Monte Carlo draws: at most so many, fewer where the percentiles "
                        "settle before",
                        "Faire aussi des tirages de Monte-Carlo : tant au plus, moins si les "
                        "percentiles sont établis avant"}))
      ->check(CLI::Range(std::size_t{100}, kDrawsMax))
      ->option_text(number);
  command
      .add_option("--seed", options.seed,
                  said({"Which draws: the same seed, the same draws (default: 1)",
                        "Quels tirages : même graine, mêmes tirages (par défaut : 1)"}))
      ->option_text(number);
  command
      .add_option("--threads", options.threads,
                  said({"On so many threads (default: one a core); changes no figure",
                        "Sur tant de fils d'exécution (par défaut : un par cœur) ; ne change aucun "
                        "chiffre"}))
      ->check(CLI::Range(1, 1024))
      ->option_text(number);
  add_json(command, options.json, language);
}

}  // namespace openitmo::cli
