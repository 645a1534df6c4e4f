#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"

namespace openitmo::cli {

int snapshot(const SnapshotOptions& options) {
  auto store = storage::SqliteStore::open_read_only(options.journal);
  const auto entries = refresh_snapshot(options.journal, store, signer_key_from(options.key));
  const Text written(
      {"{}: the first {} entries need not be replayed any more; the file may be deleted\n",
       "{} : les {} premières écritures n'ont plus à être rejouées ; le fichier peut être "
       "supprimé\n"},
      snapshot_path(options.journal).string(), entries);
  fmt::print("{}", written.in(options.language));
  return kDone;
}

}  // namespace openitmo::cli
