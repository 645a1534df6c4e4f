#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "files/output.h"
#include "journal/export.h"
#include "registry/replay_export.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::cli {

namespace {

using storage::SqliteStore;

// A journal made of an export, beside the one to be made of it; removed again.
class ImportedExport {
 public:
  ImportedExport(const std::filesystem::path& from, const journal::LogKeys& keys,
                 const std::filesystem::path& beside)
      : path_(beside.string() + ".import"), removed_(path_) {
    std::filesystem::remove(path_);
    SqliteStore::create(path_, {keys.first().name(), keys.first().text()});
    SqliteStore store = SqliteStore::open(path_);
    append_groups(store, from, keys);
  }
  ImportedExport(const ImportedExport&) = delete;
  ImportedExport& operator=(const ImportedExport&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  static void append_groups(SqliteStore& store, const std::filesystem::path& from,
                            const journal::LogKeys& keys) {
    std::vector<std::string> group;
    const auto append = [&](const journal::SavedCheckpoint& checkpoint) {
      const std::vector<std::string_view> entries(group.begin(), group.end());
      store.append_group(checkpoint.size - group.size(), entries, checkpoint);
      group.clear();
    };
    journal::ExportVerifier verifier(
        keys, {.entry = [&](const auto& entry) { group.emplace_back(entry.bytes); },
               .checkpoint = append});
    registry::read_export([&](const auto& take) { read_pieces(from, take); }, verifier,
                          from.filename().string());
  }

  std::filesystem::path path_;
  files::RemovedOnFailure removed_;  // never kept: also when the export turns out damaged
};

void make_locked(const RestoreOptions& options, const journal::LogKeys& keys) {
  if (!is_export(options.copy))
    return SqliteStore::open_read_only(options.copy)
        .copy_to(options.journal, SqliteStore::Copy::locked);
  const ImportedExport imported(options.copy, keys, options.journal);
  SqliteStore::open_read_only(imported.path()).copy_to(options.journal, SqliteStore::Copy::locked);
}

// Those given; else the one beside the journal to be made, where it is kept; else beside the copy.
journal::LogKeys keys_of(const RestoreOptions& options) {
  const auto beside = key_beside(options.journal);
  if (options.keys.empty() && beside) return key_from(beside->string());
  return keys_of_journal(options.copy, options.keys);
}

}  // namespace

int restore(const RestoreOptions& options) {
  const auto keys = keys_of(options);
  make_locked(options, keys);
  const Text restored({"{}: restored and locked until it is compared with the newest checkpoint\n",
                       "{} : restauré, et verrouillé jusqu'à sa comparaison avec le dernier point "
                       "de contrôle\n"},
                      options.journal);
  fmt::print("{}", restored.in(options.language));
  if (!options.witnessed.empty())
    return unlock({options.journal, options.witnessed,
                   options.keys.empty() ? std::vector{keys.first().text()} : options.keys,
                   options.language});
  const Words checkpoint("CHECKPOINT", "POINT_DE_CONTROLE");
  fmt::print("itmo unlock {} --witnessed {}\n", options.journal, checkpoint.in(options.language));
  return kDone;
}

}  // namespace openitmo::cli
