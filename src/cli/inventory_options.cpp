#include "cli/inventory_options.h"

#include <CLI/CLI.hpp>

#include "cli/draws.h"
#include "cli/page_options.h"
#include "cli/query_options.h"

namespace openitmo::cli {

void add_inventory_options(CLI::App& command, InventoryOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"folder", "dossier"}), options.folder,
                  said({"Inventory folder", "Dossier de l'inventaire"}))
      ->required();
  command
      .add_option("--year", options.year,
                  said({"This year alone, line by line (default: every year)",
                        "Cette année seule, ligne par ligne (par défaut : chaque année)"}))
      ->option_text(said({"YEAR", "ANNÉE"}));
  add_draws(command, options.draws, language,
            {"Also make Monte Carlo draws: at most so many",
             "Faire aussi des tirages de Monte-Carlo : tant au plus"},
            kInventoryDrawsMax);
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
  add_page(command, options.format, options.output, language);
}

}  // namespace openitmo::cli
