#include "cli/run_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"

namespace openitmo::cli {

void add_run_options(CLI::App& command, RunOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option("programme", options.programme,
                  said({"Programme folder", "Dossier du programme"}))
      ->required();
  command.add_option("-o,--output", options.output,
                     said({"Folder to write (default: out/<programme>)",
                           "Dossier à écrire (par défaut : out/<programme>)"}));
}

void add_verify_options(CLI::App& command, VerifyOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"folder", "dossier"}), options.folder,
                  said({"Folder that `itmo run` wrote, or a journal, or its export",
                        "Dossier écrit par `itmo run`, ou un journal, ou son export"}))
      ->required();
  add_keys(command, options.keys, language);
  command.add_option("--since", options.since,
                     said({"Checkpoint that somebody kept: did the journal only grow since?",
                           "Point de contrôle que quelqu'un a gardé : le journal n'a-t-il fait "
                           "que croître depuis ?"}));
  add_witnesses(command, options.witnesses, language);
  command.add_flag("!--without-recomputation", options.recompute_quantities,
                   said({"Do not recompute quantities from monitoring data",
                         "Ne pas recalculer les quantités à partir des données de suivi"}));
}

void add_trace_options(CLI::App& command, TraceOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"unit", "unité"}), options.unit,
                  said({"ITMO identifier, such as CA9999-SEN01-SEN-1-2023",
                        "Identifiant d'ITMO, comme CA9999-SEN01-SEN-1-2023"}))
      ->required();
  command
      .add_option(said({"folder", "dossier"}), options.folder,
                  said({"Folder that `itmo run` wrote", "Dossier écrit par `itmo run`"}))
      ->required();
  command.add_option("--levels", options.derivation_levels,
                     said({"How deep to show the derivation (default: 3)",
                           "Profondeur de la dérivation affichée (par défaut : 3)"}));
}

}  // namespace openitmo::cli
