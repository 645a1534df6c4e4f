#include "storage/sqlite/sqlite_store.h"

#include <algorithm>
#include <fmt/format.h>
#include <sqlite3.h>

#include "quantity/check.h"
#include "storage/sqlite/schema.h"

namespace openitmo::storage {
namespace {

using journal::Hash;
using journal::NewEntry;
using journal::OutcomeUnknown;
using journal::SavedCheckpoint;
using journal::StoreDamaged;
using journal::StoredEntry;
using journal::StoreError;
using journal::StoreFull;

constexpr Words kRestore{"restore the file from a backup and verify it",
                         "restaurez le fichier depuis une sauvegarde et vérifiez-le"};

// A reader that stays in one query keeps SQLite from recycling its write-ahead log.
constexpr std::uint64_t kBatchEntries = 16'384;

std::string_view bytes_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

void require_journal_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    throw StoreError({{"there is no such file", "ce fichier n'existe pas"}}, path.string(),
                     {{"give the path of a journal, or make a new one",
                       "donnez le chemin d'un journal, ou créez-en un"}});
  if (std::filesystem::file_size(path, error) == 0)
    throw StoreDamaged({{"the file is empty", "le fichier est vide"}}, path.string(), kRestore);
}

std::uint64_t natural(const Database& database, std::int64_t number, const Words& what) {
  if (number >= 0) return static_cast<std::uint64_t>(number);
  throw StoreDamaged({{"{} is {}", "{} vaut {}"}, what, number}, database.path(), kRestore);
}

// Everything is there already: one part.
class WholeGroup final : public journal::GroupParts {
 public:
  WholeGroup(std::span<const std::string_view> entries, const SavedCheckpoint& checkpoint)
      : checkpoint_(checkpoint) {
    for (const std::string_view entry : entries)
      entries_.push_back({.bytes = entry, .leaf = journal::leaf_hash(entry)});
  }
  std::span<const NewEntry> next() override {
    return std::exchange(given_, true) ? std::span<const NewEntry>() : entries_;
  }
  SavedCheckpoint checkpoint() override { return checkpoint_; }

 private:
  const SavedCheckpoint& checkpoint_;
  std::vector<NewEntry> entries_;
  bool given_ = false;
};

}  // namespace

SqliteStore::Insert::Insert(Database& database)
    : entry(database, "INSERT INTO entry (number, leaf_hash, bytes) VALUES (?1, ?2, ?3)"),
      checkpoint(database, "INSERT INTO checkpoint (size, note) VALUES (?1, ?2)"),
      commit(database, "COMMIT") {}

SqliteStore::SqliteStore(const std::filesystem::path& path, const OpenMode& mode,
                         const SqliteFaults& faults) {
  require_journal_file(path);
  if (mode.access == Access::write) lock_ = std::make_unique<WriterLock>(path);
  database_ = std::make_unique<Database>(path, mode);
  verify_schema(*database_);
  if (mode.access == Access::read) return;
  if (locked())
    throw StoreError(
        {{"the journal was restored from a copy and is locked: later entries may exist",
          "le journal a été restauré depuis une copie et il est verrouillé : des écritures plus "
          "récentes existent peut-être"}},
        path.string(),
        {{"compare it with the newest checkpoint that others have: itmo unlock {} --witnessed "
          "CHECKPOINT",
          "comparez-le au dernier point de contrôle que d'autres détiennent : itmo unlock {} "
          "--witnessed POINT_DE_CONTROLE"},
         path.string()});
  database_->execute("PRAGMA synchronous = FULL");
  if (faults.page_count_max)
    database_->execute(fmt::format("PRAGMA max_page_count = {}", *faults.page_count_max));
  insert_ = std::make_unique<Insert>(*database_);
}

SqliteStore SqliteStore::open(const std::filesystem::path& path, const SqliteFaults& faults) {
  return {path, {.access = Access::write, .vfs = faults.vfs}, faults};
}

SqliteStore SqliteStore::open_read_only(const std::filesystem::path& path,
                                        const SqliteFaults& faults) {
  return {path, {.access = Access::read, .vfs = faults.vfs}, faults};
}

bool SqliteStore::locked() {
  return database_->number("PRAGMA application_id") == kLockedApplicationId;
}

void SqliteStore::unlock(const std::filesystem::path& path) {
  require_journal_file(path);
  const WriterLock lock(path);
  Database database(path, {.access = Access::write, .vfs = {}});
  verify_schema(database);
  database.execute("PRAGMA synchronous = FULL");
  database.execute(fmt::format("PRAGMA application_id = {}", kApplicationId));
}

JournalDescription SqliteStore::description() {
  Statement statement(*database_, "SELECT value FROM meta WHERE name = ?1");
  const auto value = [&](std::string_view name) {
    statement.bind_text(1, name);
    if (!statement.step())
      throw StoreDamaged(
          {{"the journal does not say its {}", "le journal ne dit pas son {}"}, name},
          database_->path(), kRestore);
    std::string text(statement.text(0));
    statement.reset();
    return text;
  };
  return {.origin = value("origin"), .verifier_key = value("verifier_key")};
}

void SqliteStore::append_group(std::uint64_t first, std::span<const std::string_view> entries,
                               const SavedCheckpoint& checkpoint) {
  WholeGroup group(entries, checkpoint);
  append_parts(first, group);
}

void SqliteStore::append_parts(std::uint64_t first, journal::GroupParts& parts) {
  check(insert_ != nullptr, "only a store that was opened for writing appends");
  if (outcome_unknown_)
    throw OutcomeUnknown({{"an earlier group may or may not have been written",
                           "un groupe précédent a peut-être été écrit, ou non"}},
                         database_->path(),
                         {{"open the journal again before appending",
                           "rouvrez le journal avant d'ajouter des écritures"}});
  check(first == size(), "a group starts where the journal ends");
  database_->execute("BEGIN IMMEDIATE");
  try {
    insert(first, parts);
  } catch (...) {
    roll_back();  // uncommitted, so lost in any case
    throw;
  }
  commit();
}

void SqliteStore::insert(std::uint64_t first, journal::GroupParts& parts) {
  std::uint64_t number = first;
  for (auto part = parts.next(); !part.empty(); part = parts.next())
    for (const NewEntry& entry : part) {
      check(entry.bytes.size() <= journal::kEntryBytesMax, "an entry has at most 60,000 bytes");
      insert_->entry.bind(1, number++)
          .bind_blob(2, bytes_of(entry.leaf))
          .bind_blob(3, entry.bytes)
          .run();
    }
  const SavedCheckpoint checkpoint = parts.checkpoint();
  check(checkpoint.size == number, "a group's checkpoint covers its last entry");
  insert_->checkpoint.bind(1, checkpoint.size).bind_text(2, checkpoint.note).run();
}

// A commit that finds no room stops before the frame that completes it in the write-ahead log.
// After any other error that frame may stand there, and the next to open the file would honour it.
void SqliteStore::commit() {
  const int code = insert_->commit.try_step();
  insert_->commit.reset();
  if (code == SQLITE_DONE) return;
  const bool full = database_->is_full(code);
  const std::string message = sqlite3_errmsg(database_->handle());
  if (roll_back() && full)
    throw StoreFull({{"no room on the disk or up to a limit of the file's size",
                      "plus de place sur le disque, ou limite de taille du fichier atteinte"}},
                    database_->path(),
                    {{"nothing was written; make room and try again",
                      "rien n'a été écrit ; libérez de la place et réessayez"}});
  outcome_unknown_ = true;
  throw OutcomeUnknown(
      {{"SQLite reports '{}' (code {}) while committing",
        "SQLite signale « {} » (code {}) pendant la validation"},
       message,
       code},
      database_->path(),
      {{"check the disk, then open the journal again to see what it holds",
        "vérifiez le disque, puis rouvrez le journal pour voir ce qu'il contient"}});
}

bool SqliteStore::roll_back() {
  if (!database_->in_transaction()) return true;
  return sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::uint64_t SqliteStore::size() {
  Statement statement(*database_, "SELECT max(number) FROM entry");
  statement.step();
  if (statement.is_null(0)) return 0;
  return natural(*database_, statement.number(0),
                 {"the last entry's number", "le numéro de la dernière écriture"}) +
         1;
}

void SqliteStore::read(std::uint64_t first, std::uint64_t count,
                       const std::function<void(const StoredEntry&)>& visit) {
  const std::uint64_t last = size();
  const std::uint64_t end = first < last ? first + std::min(count, last - first) : first;
  while (first < end) first = read_batch(first, std::min(end, first + kBatchEntries), visit);
}

std::uint64_t SqliteStore::read_batch(std::uint64_t first, std::uint64_t end,
                                      const std::function<void(const StoredEntry&)>& visit) {
  const auto damaged = [&](std::uint64_t number, const Words& what) {
    return StoreDamaged({{"entry {} {}", "l'écriture {} {}"}, number, what}, database_->path(),
                        kRestore, number);
  };
  Statement rows(*database_,
                 "SELECT number, leaf_hash, bytes FROM entry "
                 "WHERE number >= ?1 AND number < ?2 ORDER BY number");
  rows.bind(1, first).bind(2, end);
  for (std::uint64_t number = first; number < end; ++number) {
    const int code = rows.try_step();
    if (code != SQLITE_ROW && code != SQLITE_DONE)
      database_->fail(code, {{"reading entry {}", "la lecture de l'écriture {}"}, number}, number);
    if (code == SQLITE_DONE || natural(*database_, rows.number(0),
                                       {"an entry's number", "le numéro d'une écriture"}) != number)
      throw damaged(number, {"is missing", "manque"});
    if (!rows.is_blob(1) || !rows.is_blob(2))
      throw damaged(number, {"does not read back as bytes", "ne se relit pas comme des octets"});
    const std::string_view bytes = rows.blob(2);
    const Hash leaf = journal::leaf_hash(bytes);
    if (rows.blob(1) != bytes_of(leaf))
      throw damaged(
          number, {"does not match its leaf hash: one of the two was altered",
                   "ne correspond pas à son empreinte de feuille : l'une des deux a été altérée"});
    visit({.number = number, .bytes = bytes, .leaf = leaf});
  }
  return end;
}

std::optional<SavedCheckpoint> SqliteStore::latest_checkpoint() {
  Statement row(*database_, "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1");
  if (!row.step()) return std::nullopt;
  return SavedCheckpoint{
      .size = natural(*database_, row.number(0),
                      {"a checkpoint's size", "la taille d'un point de contrôle"}),
      .note = std::string(row.text(1))};
}

std::optional<SavedCheckpoint> SqliteStore::checkpoint_from(std::uint64_t size) {
  Statement row(*database_,
                "SELECT size, note FROM checkpoint WHERE size >= ?1 ORDER BY size LIMIT 1");
  if (!row.bind(1, size).step()) return std::nullopt;
  return SavedCheckpoint{
      .size = natural(*database_, row.number(0),
                      {"a checkpoint's size", "la taille d'un point de contrôle"}),
      .note = std::string(row.text(1))};
}

std::vector<SavedCheckpoint> SqliteStore::checkpoints(std::uint64_t from) {
  Statement rows(*database_, "SELECT size, note FROM checkpoint WHERE size >= ?1 ORDER BY size");
  rows.bind(1, from);
  std::vector<SavedCheckpoint> checkpoints;
  while (rows.step())
    checkpoints.push_back(
        {.size = natural(*database_, rows.number(0),
                         {"a checkpoint's size", "la taille d'un point de contrôle"}),
         .note = std::string(rows.text(1))});
  return checkpoints;
}

}  // namespace openitmo::storage
