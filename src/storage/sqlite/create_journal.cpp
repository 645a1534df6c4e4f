#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <functional>
#include <sqlite3.h>
#include <unistd.h>

#include "storage/sqlite/schema.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::storage {
namespace {

using journal::StoreError;

// A new name in a folder survives a power cut only once the folder is synced.
void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0 || fsync(descriptor) != 0) {
    const Text cause = system_cause(errno);
    if (descriptor >= 0) close(descriptor);
    throw StoreError(
        {{"the folder cannot be synced: {}", "le dossier ne peut pas être mis sur disque : {}"},
         cause},
        folder.string(), {{"check the disk", "vérifiez le disque"}});
  }
  close(descriptor);
}

void remove_with_logs(const std::filesystem::path& path) {
  std::error_code error;  // what cannot be removed shows when the file is made
  for (const char* suffix : {"", "-journal", "-wal", "-shm"})
    std::filesystem::remove(path.string() + suffix, error);
}

void fill(const std::filesystem::path& path, const JournalDescription& description) {
  Database database(path, {.access = Access::create, .vfs = {}});
  database.execute("PRAGMA synchronous = FULL");
  create_schema(database);
  Statement insert(database, "INSERT INTO meta (name, value) VALUES (?1, ?2)");
  insert.bind_text(1, "origin").bind_text(2, description.origin).run();
  insert.bind_text(1, "verifier_key").bind_text(2, description.verifier_key).run();
  // Kept in the file: whoever opens it later writes ahead too.
  database.execute("PRAGMA journal_mode = WAL");
}

// One step, so that what is copied is one state of the journal.
void copy_pages(const Database& from, Database& to) {
  sqlite3_backup* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (backup == nullptr)
    to.fail(sqlite3_extended_errcode(to.handle()),
            Words("starting the copy", "le début de la copie"));
  sqlite3_backup_step(backup, -1);
  if (const int code = sqlite3_backup_finish(backup); code != SQLITE_OK)
    to.fail(code, Words("copying", "la copie"));
}

// Made under another name, so that an interrupted attempt leaves no half journal behind.
void make_whole(const std::filesystem::path& path,
                const std::function<void(const std::filesystem::path&)>& make) {
  const WriterLock lock(path);
  if (std::filesystem::exists(path))
    throw StoreError(
        {{"the file exists already", "le fichier existe déjà"}}, path.string(),
        {{"a journal is never overwritten: give another path, or open this one",
          "un journal n'est jamais écrasé : donnez un autre chemin, ou ouvrez celui-ci"}});
  const std::filesystem::path unfinished = path.string() + ".new";
  remove_with_logs(unfinished);
  try {
    make(unfinished);
  } catch (...) {
    remove_with_logs(unfinished);
    throw;
  }
  if (std::rename(unfinished.c_str(), path.c_str()) != 0)
    throw StoreError({{"the new journal cannot be renamed: {}",
                       "le nouveau journal ne peut pas être renommé : {}"},
                      system_cause(errno)},
                     unfinished.string(),
                     {{"check the folder's permissions", "vérifiez les droits du dossier"}});
  const std::filesystem::path folder = path.parent_path();
  sync_folder(folder.empty() ? std::filesystem::path(".") : folder);
}

}  // namespace

void SqliteStore::create(const std::filesystem::path& path, const JournalDescription& description) {
  make_whole(path, [&](const auto& unfinished) { fill(unfinished, description); });
}

void SqliteStore::copy_to(const std::filesystem::path& path, Copy as) {
  make_whole(path, [&](const auto& unfinished) {
    Database copy(unfinished, {.access = Access::create, .vfs = {}});
    copy.execute("PRAGMA synchronous = FULL");
    copy_pages(*database_, copy);
    copy.execute("PRAGMA journal_mode = WAL");
    if (as == Copy::locked)
      copy.execute(fmt::format("PRAGMA application_id = {}", kLockedApplicationId));
  });
}

}  // namespace openitmo::storage
