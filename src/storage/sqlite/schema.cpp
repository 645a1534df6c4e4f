#include "storage/sqlite/schema.h"

#include <array>
#include <fmt/format.h>
#include <map>
#include <string_view>

#include "journal/store.h"
#include "storage/sqlite/statement.h"

namespace openitmo::storage {
namespace {

struct Part {
  std::string_view name;
  std::string_view sql;
};

// SQLite keeps these texts in the file, so they are compared when it is opened. The triggers guard
// against accidents; against intent stand the tree and the signed checkpoints.
constexpr std::array<Part, 11> kParts{{
    {"meta",
     "CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT "
     "ROWID"},
    {"entry",
     "CREATE TABLE entry (number INTEGER PRIMARY KEY NOT NULL CHECK (number >= 0), "
     "leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32), "
     "bytes BLOB NOT NULL CHECK (length(bytes) <= 60000)) STRICT"},
    {"checkpoint",
     "CREATE TABLE checkpoint (size INTEGER PRIMARY KEY NOT NULL CHECK (size >= 0), "
     "note TEXT NOT NULL) STRICT"},
    {"entry_without_gaps",
     "CREATE TRIGGER entry_without_gaps BEFORE INSERT ON entry "
     "WHEN NEW.number <> (SELECT coalesce(max(number) + 1, 0) FROM entry) "
     "BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps'); END"},
    {"checkpoint_grows",
     "CREATE TRIGGER checkpoint_grows BEFORE INSERT ON checkpoint "
     "WHEN EXISTS (SELECT 1 FROM checkpoint WHERE size >= NEW.size) "
     "BEGIN SELECT RAISE(ABORT, 'checkpoints only grow'); END"},
    {"entry_no_update",
     "CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry "
     "BEGIN SELECT RAISE(ABORT, 'entries never change'); END"},
    {"entry_no_delete",
     "CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry "
     "BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END"},
    {"checkpoint_no_update",
     "CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint "
     "BEGIN SELECT RAISE(ABORT, 'checkpoints never change'); END"},
    {"checkpoint_no_delete",
     "CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint "
     "BEGIN SELECT RAISE(ABORT, 'checkpoints are never deleted'); END"},
    {"meta_no_update",
     "CREATE TRIGGER meta_no_update BEFORE UPDATE ON meta "
     "BEGIN SELECT RAISE(ABORT, 'the description of a journal never changes'); END"},
    {"meta_no_delete",
     "CREATE TRIGGER meta_no_delete BEFORE DELETE ON meta "
     "BEGIN SELECT RAISE(ABORT, 'the description of a journal never changes'); END"},
}};

[[noreturn]] void damaged(const Database& database, const Text& what) {
  throw journal::StoreDamaged(what, database.path(),
                              {{"restore the file from a backup and verify it",
                                "restaurez le fichier depuis une sauvegarde et vérifiez-le"}});
}

void verify_identity(Database& database) {
  const std::int64_t application = database.number("PRAGMA application_id");
  if (application != kApplicationId && application != kLockedApplicationId)
    throw journal::StoreError(
        {{"this SQLite file is not an OpenITMO journal (application id {}, not {})",
          "ce fichier SQLite n'est pas un journal OpenITMO (application id {}, non {})"},
         application,
         kApplicationId},
        database.path(), {{"give the path of a journal", "donnez le chemin d'un journal"}});
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version != kFormatVersion)
    throw journal::StoreError(
        {{"the journal has format version {}; this program reads version {}",
          "le journal a la version de format {} ; ce programme lit la version {}"},
         version,
         kFormatVersion},
        database.path(),
        {{"use the program version that wrote it, or a later one",
          "prenez la version du programme qui l'a écrit, ou une version ultérieure"}});
}

}  // namespace

void create_schema(Database& database) {
  database.execute("BEGIN IMMEDIATE");
  for (const Part& part : kParts) database.execute(std::string(part.sql));
  database.execute(fmt::format("PRAGMA application_id = {}", kApplicationId));
  database.execute(fmt::format("PRAGMA user_version = {}", kFormatVersion));
  database.execute("COMMIT");
}

void verify_schema(Database& database) {
  verify_identity(database);
  std::map<std::string_view, std::string_view> expected;
  for (const Part& part : kParts) expected.emplace(part.name, part.sql);
  Statement rows(database, "SELECT name, sql FROM sqlite_schema");
  while (rows.step()) {
    const std::string name(rows.text(0));
    const auto part = expected.find(name);
    if (part == expected.end())
      damaged(database, {{"'{}' in the schema does not belong to a journal",
                          "« {} » dans le schéma n'appartient pas à un journal"},
                         name});
    if (rows.is_null(1) || rows.text(1) != part->second)
      damaged(database,
              {{"'{}' in the schema was altered", "« {} » dans le schéma a été altéré"}, name});
    expected.erase(part);
  }
  if (!expected.empty())
    damaged(database, {{"'{}' is missing from the schema", "« {} » manque dans le schéma"},
                       expected.begin()->first});
}

}  // namespace openitmo::storage
