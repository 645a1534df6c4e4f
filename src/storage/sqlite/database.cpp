#include "storage/sqlite/database.h"

#include <cerrno>
#include <fmt/format.h>
#include <sqlite3.h>

#include "journal/store.h"
#include "storage/sqlite/statement.h"

namespace openitmo::storage {
namespace {

constexpr int kWaitForOtherProcessMs = 5000;

bool is_damage(int code) {
  const int primary = code & 0xFF;
  return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || code == SQLITE_IOERR_SHORT_READ ||
         code == SQLITE_IOERR_CORRUPTFS || code == SQLITE_IOERR_DATA;
}

Words remedy_for(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"another process holds the file: wait for it to end and try again",
              "un autre processus tient le fichier : attendez sa fin et réessayez"};
    case SQLITE_CANTOPEN:
      return {"check that the folder exists and that its permissions allow this",
              "vérifiez que le dossier existe et que ses droits le permettent"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {"check the permissions of the file and its folder",
              "vérifiez les droits du fichier et de son dossier"};
    case SQLITE_NOMEM:
      return {"free memory and try again", "libérez de la mémoire et réessayez"};
    case SQLITE_CONSTRAINT:
      return {"another writer has appended: open the journal again",
              "un autre écrivain a ajouté des écritures : rouvrez le journal"};
    default:
      return {"check the disk and the system's log, then open the journal again",
              "vérifiez le disque et le journal du système, puis rouvrez le journal"};
  }
}

// What SQLite finds, in its own words, which are English.
Text quoted(std::string_view said) { return {{"{}", "SQLite signale « {} »"}, said}; }

// A reader of a journal at rest may remove the two files that SQLite puts beside it for reading, if
// the system lets it write at all. Where a write-ahead log waits, a reader leaves everything as is.
int open_flags(const std::string& path, Access access) {
  if (access == Access::create) return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  std::error_code no_log;
  const std::uintmax_t log_size = std::filesystem::file_size(path + "-wal", no_log);
  const bool at_rest = no_log || log_size == 0;
  return access == Access::write || at_rest ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
}

int last_error_of(sqlite3* handle, int which_file) {
  sqlite3_file* file = nullptr;
  int error = 0;
  if (sqlite3_file_control(handle, "main", which_file, static_cast<void*>(&file)) == SQLITE_OK &&
      file != nullptr && file->pMethods != nullptr)
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
  return error;
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::filesystem::path& path, const OpenMode& mode) : path_(path.string()) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path_.c_str(), &handle, open_flags(path_, mode.access) | SQLITE_OPEN_NOMUTEX,
                      mode.vfs.empty() ? nullptr : mode.vfs.c_str());
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code, {{"opening it", "l'ouverture"}});
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kWaitForOtherProcessMs);
  // A journal may come from anyone: nothing in its schema is trusted and cells are checked on load.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  execute("PRAGMA trusted_schema = OFF");
  execute("PRAGMA cell_size_check = ON");
  if (mode.access == Access::read) execute("PRAGMA query_only = ON");
}

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code, Text::name(sql));
}

std::int64_t Database::number(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

std::vector<Text> Database::integrity_problems() {
  std::vector<Text> problems;
  try {
    Statement check(*this, "PRAGMA integrity_check(100)");
    while (check.step())
      if (check.text(0) != "ok") problems.push_back(quoted(check.text(0)));
  } catch (const journal::StoreDamaged& damaged) {
    problems.push_back(damaged.text());
  }
  return problems;
}

bool Database::is_full(int code) const {
  if ((code & 0xFF) == SQLITE_FULL) return true;
  if (code != SQLITE_IOERR_WRITE) return false;
  // SQLite calls only ENOSPC "full"; the files remember what else the system said.
  for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    const int system = last_error_of(handle(), which);
    if (system == EFBIG || system == EDQUOT) return true;
  }
  return false;
}

void Database::fail(int code, const Text& doing, std::optional<std::uint64_t> entry) const {
  const char* const message = handle() != nullptr ? sqlite3_errmsg(handle()) : sqlite3_errstr(code);
  const Text what =
      Text({"SQLite reports '{}' (code {}) while {}", "SQLite signale « {} » (code {}) pendant {}"},
           message, code, doing);
  if (handle() != nullptr && is_full(code))
    throw journal::StoreFull(
        {{"no room on the disk or up to a limit of the file's size",
          "plus de place sur le disque, ou limite de taille du fichier atteinte"}},
        path_,
        {{"nothing was written; make room and try again",
          "rien n'a été écrit ; libérez de la place et réessayez"}});
  if (is_damage(code))
    throw journal::StoreDamaged(what, path_,
                                {{"restore the file from a backup and verify it",
                                  "restaurez le fichier depuis une sauvegarde et vérifiez-le"}},
                                entry);
  throw journal::StoreError(what, path_, remedy_for(code));
}

}  // namespace openitmo::storage
