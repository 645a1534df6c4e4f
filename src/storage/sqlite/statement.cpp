#include "storage/sqlite/statement.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "journal/store.h"
#include "quantity/check.h"
#include "storage/sqlite/database.h"

namespace openitmo::storage {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(Database& database, const std::string& sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) database.fail(code, Text::name(sql));
}

void Statement::require_ok(int code) const {
  if (code != SQLITE_OK) database_->fail(code, Text::name(sqlite3_sql(statement_.get())));
}

Statement& Statement::bind(int parameter, std::uint64_t number) {
  check(number <= INT64_MAX, "numbers in the database are below 2^63");
  require_ok(sqlite3_bind_int64(statement_.get(), parameter, static_cast<std::int64_t>(number)));
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  // A null pointer would bind NULL instead of no bytes.
  const char* const start = bytes.data() != nullptr ? bytes.data() : "";
  require_ok(sqlite3_bind_blob64(statement_.get(), parameter, start, bytes.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view text) {
  const char* const start = text.data() != nullptr ? text.data() : "";
  require_ok(sqlite3_bind_text64(statement_.get(), parameter, start, text.size(), SQLITE_STATIC,
                                 SQLITE_UTF8));
  return *this;
}

int Statement::try_step() { return sqlite3_step(statement_.get()); }

bool Statement::step() {
  const int code = try_step();
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->fail(code, Text::name(sqlite3_sql(statement_.get())));
  return false;
}

// The result repeats the error of the last step, which has been reported already.
void Statement::reset() { sqlite3_reset(statement_.get()); }

void Statement::run() {
  struct Resets {
    Statement& statement;
    ~Resets() { statement.reset(); }
  } resets{*this};
  while (step()) {
  }
}

void Statement::require_type(int column, int type) const {
  if (sqlite3_column_type(statement_.get(), column) == type) return;
  throw journal::StoreDamaged({{"column {} of '{}' holds a value of the wrong type",
                                "la colonne {} de « {} » contient une valeur du mauvais type"},
                               column,
                               sqlite3_sql(statement_.get())},
                              database_->path(),
                              {{"restore the file from a backup and verify it",
                                "restaurez le fichier depuis une sauvegarde et vérifiez-le"}});
}

std::int64_t Statement::number(int column) const {
  require_type(column, SQLITE_INTEGER);
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::blob(int column) const {
  require_type(column, SQLITE_BLOB);
  const void* const bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (size == 0) return "";
  if (bytes == nullptr)
    database_->fail(SQLITE_NOMEM, {{"reading a value", "la lecture d'une valeur"}});
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::string_view Statement::text(int column) const {
  require_type(column, SQLITE_TEXT);
  const unsigned char* const start = sqlite3_column_text(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (start == nullptr)
    database_->fail(SQLITE_NOMEM, {{"reading a value", "la lecture d'une valeur"}});
  return {reinterpret_cast<const char*>(start), static_cast<std::size_t>(size)};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Statement::is_blob(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_BLOB;
}

}  // namespace openitmo::storage
