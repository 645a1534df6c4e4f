#include "cli/keeping_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"

namespace openitmo::cli {

void add_export_options(CLI::App& command, ExportOptions& options, Language language) {
  add_journal(command, options.journal, language);
  add_output(command, options.output, language,
             {"File to write (default: standard output)",
              "Fichier à écrire (par défaut : sortie standard)"});
}

void add_backup_options(CLI::App& command, BackupOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal(command, options.journal, language);
  command
      .add_option(said({"copy", "copie"}), options.copy, said({"File to make", "Fichier à créer"}))
      ->required();
}

void add_restore_options(CLI::App& command, RestoreOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"copy", "copie"}), options.copy,
                  said({"Backup, or export", "Sauvegarde, ou export"}))
      ->required();
  command
      .add_option("journal", options.journal,
                  said({"Journal file to make", "Fichier du journal à créer"}))
      ->required();
  add_witnessed(command, options.witnessed, language);
  add_keys(command, options.keys, language);
}

void add_unlock_options(CLI::App& command, UnlockOptions& options, Language language) {
  add_journal(command, options.journal, language);
  add_witnessed(command, options.witnessed, language)->required();
  add_keys(command, options.keys, language);
}

void add_snapshot_options(CLI::App& command, SnapshotOptions& options, Language language) {
  add_journal(command, options.journal, language);
  add_signer_key(command, options.key, language)->required();
}

}  // namespace openitmo::cli
