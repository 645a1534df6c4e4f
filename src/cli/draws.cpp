#include "cli/draws.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/on_threads.h"

namespace openitmo::cli {

namespace {

// Below this the percentiles of any result jump about.
constexpr std::size_t kDrawsMin = 10'000;

}  // namespace

void add_draws(CLI::App& command, DrawsOptions& options, Language language, const Words& described,
               std::size_t draws_max) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  const std::string number = said({"NUMBER", "NOMBRE"});
  command.add_option("--draws", options.draws_max, said(described))
      ->check(CLI::Range(std::size_t{100}, draws_max))
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
}

mrv::SamplingRequest sampling_of(const DrawsOptions& options) {
  mrv::SamplingRequest request;
  request.options.seed = options.seed;
  request.options.draws_max = options.draws_max;
  request.options.draws_min = std::min(kDrawsMin, options.draws_max);
  request.for_each = on_threads(options.threads);
  return request;
}

}  // namespace openitmo::cli
