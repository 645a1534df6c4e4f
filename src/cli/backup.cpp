#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "files/output.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::cli {

int backup(const BackupOptions& options) {
  auto store = storage::SqliteStore::open_read_only(options.journal);
  store.copy_to(options.copy, storage::SqliteStore::Copy::same);
  files::RemovedOnFailure unverified(options.copy);
  const ReplayedFile copy = replay_file(options.copy, journal::LogKeys(own_keys(store)));
  for (const Text& problem : copy.file_problems)
    throw registry::JournalUnreadable(
        problem, options.copy, Words("check the journal itself", "contrôlez le journal lui-même"));
  unverified.keep();
  const Text copied({"{}: {} entries copied and verified, tree head {}\n",
                     "{} : {} écritures copiées et vérifiées, tête de l'arbre {}\n"},
                    options.copy, copy.state.tree.size(), journal::to_hex(copy.state.tree.root()));
  fmt::print("{}", copied.in(options.language));
  return kDone;
}

}  // namespace openitmo::cli
