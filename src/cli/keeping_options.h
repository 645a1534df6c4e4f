#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

// The options of the subcommands that keep a journal safe and readable: export, backup, restore,
// unlock, snapshot; described in `language`.
namespace openitmo::cli {

void add_export_options(CLI::App& command, ExportOptions& options, Language language);
void add_backup_options(CLI::App& command, BackupOptions& options, Language language);
void add_restore_options(CLI::App& command, RestoreOptions& options, Language language);
void add_unlock_options(CLI::App& command, UnlockOptions& options, Language language);
void add_snapshot_options(CLI::App& command, SnapshotOptions& options, Language language);

}  // namespace openitmo::cli
