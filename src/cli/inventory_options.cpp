#include "cli/inventory_options.h"

#include "cli/query_options.h"

namespace openitmo::cli {

void add_inventory_options(CLI::App& command, InventoryOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  const std::string number = said({"NUMBER", "NOMBRE"});
  command
      .add_option(said({"folder", "dossier"}), options.folder,
                  said({"Inventory folder", "Dossier de l'inventaire"}))
      ->required();
  command
      .add_option("--year", options.year,
                  said({"This year alone, line by line (default: every year)",
                        "Cette année seule, ligne par ligne (par défaut : chaque année)"}))
      ->option_text(said({"YEAR", "ANNÉE"}));
  command
      .add_option("--draws", options.draws_max,
                  said({"Also make Monte Carlo draws: at most so many",
                        "Faire aussi des tirages de Monte-Carlo : tant au plus"}))
      ->check(CLI::Range(std::size_t{100}, kInventoryDrawsMax))
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
  command.add_flag("--csv", options.csv,
                   said({"Print a table for programs", "Afficher un tableau pour les programmes"}));
}

void add_inventory_bridge_options(CLI::App& command, InventoryBridgeOptions& options,
                                  Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(
          said({"inventory", "inventaire"}), options.inventory,
          said({"Inventory folder of the host Party", "Dossier de l'inventaire de la Partie hôte"}))
      ->required();
  command
      .add_option(said({"programme", "programme"}), options.programme,
                  said({"Programme folder, or folder that `itmo run` wrote",
                        "Dossier de programme, ou dossier écrit par `itmo run`"}))
      ->required();
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
}

}  // namespace openitmo::cli
