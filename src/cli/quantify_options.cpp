#include "cli/quantify_options.h"

#include <CLI/CLI.hpp>

#include "cli/draws.h"
#include "cli/query_options.h"

namespace openitmo::cli {

void add_quantify_options(CLI::App& command, QuantifyOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option("programme", options.programme,
                  said({"Programme folder", "Dossier du programme"}))
      ->required();
  command.add_option(said({"component", "composant"}), options.component,
                     said({"One component (default: all)", "Un composant (par défaut : tous)"}));
  add_draws(command, options.draws, language,
            {"Also make Monte Carlo draws: at most so many, fewer where the percentiles settle "
             "before",
             "Faire aussi des tirages de Monte-Carlo : tant au plus, moins si les percentiles sont "
             "établis avant"},
            kDrawsMax);
  add_json(command, options.json, language);
}

}  // namespace openitmo::cli
