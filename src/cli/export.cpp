#include "journal/export.h"

#include <cstdio>
#include <fmt/format.h>

#include "cli/commands.h"
#include "files/output.h"
#include "registry/replay_export.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::cli {

namespace {

constexpr Words kRestore{"restore the journal from a copy that verifies",
                         "restaurez le journal depuis une copie qui se vérifie"};

[[noreturn]] void fail_writing() {
  throw files::FileError("-", Words("writing failed", "l'écriture a échoué"),
                         Words("give a file with -o", "donnez un fichier avec -o"));
}

journal::ExportHeader header_of(storage::SqliteStore& store, const ExportOptions& options) {
  journal::ExportHeader header;
  store.read(0, 1, [&](const journal::StoredEntry& stored) {
    header.registry = registry::registry_in(stored);
  });
  const auto key = journal::VerifierKey::parse(store.description().verifier_key);
  if (!key) throw registry::JournalUnreadable(key.error().message(), options.journal, kRestore);
  header.key_name = key->name();
  header.key_id = key->id();
  return header;
}

void to_standard_output(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail_writing();
}

}  // namespace

int export_journal(const ExportOptions& options) {
  auto store = storage::SqliteStore::open_read_only(options.journal);
  const journal::ExportHeader header = header_of(store, options);
  const auto produce = [&](const std::function<void(std::string_view)>& write) {
    if (const auto written = journal::write_export(store, header, write); !written)
      throw registry::JournalUnreadable(written.error().message(), options.journal, kRestore);
  };
  if (!options.output.empty()) {
    files::write_file_in_pieces(options.output, produce);
    return kDone;
  }
  produce(to_standard_output);
  if (std::fflush(stdout) != 0) fail_writing();
  return kDone;
}

}  // namespace openitmo::cli
