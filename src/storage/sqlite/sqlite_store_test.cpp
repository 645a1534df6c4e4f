#include "storage/sqlite/sqlite_store.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "quantity/check.h"
#include "storage/sqlite/store_sample_test.h"

namespace openitmo::storage {
namespace {

using testing::HasSubstr;

std::string sqlite_error(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  char* message = nullptr;
  sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
  const std::string text = message != nullptr ? message : "";
  sqlite3_free(message);
  sqlite3_close(handle);
  return text;
}

template <class Error, class F>
std::string message_of(F&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  ADD_FAILURE() << "nothing was thrown";
  return "";
}

TEST(SqliteStore, WhatIsAppendedIsThereAfterReopening) {
  const JournalFolder folder;
  const std::uint64_t size = make_sample(folder.journal(), 50);
  for (const bool write : {false, true}) {
    SqliteStore store =
        write ? SqliteStore::open(folder.journal()) : SqliteStore::open_read_only(folder.journal());
    EXPECT_EQ(store.size(), size);
    EXPECT_EQ(store.description(), sample_description());
    std::uint64_t next = 0;
    store.read(0, size + 10, [&](const journal::StoredEntry& entry) {
      EXPECT_EQ(entry.number, next++);
      EXPECT_EQ(entry.bytes, sample_entry(entry.number));
      EXPECT_EQ(entry.leaf, journal::leaf_hash(entry.bytes));
    });
    EXPECT_EQ(next, size);
    const auto verified = verify_sample(store);
    ASSERT_TRUE(verified) << verified.error().message().en;
    EXPECT_EQ(verified->size, size);
    EXPECT_EQ(verified->checkpoint_count, 50u);
    EXPECT_EQ(store.checkpoints().size(), 50u);
    EXPECT_EQ(store.checkpoints().back(), store.latest_checkpoint());
    EXPECT_TRUE(store.integrity_problems().empty());
  }
}

TEST(SqliteStore, ReadsAnyRange) {
  const JournalFolder folder;
  SqliteStore::create(folder.journal(), sample_description());
  SqliteStore store = SqliteStore::open(folder.journal());
  EXPECT_EQ(store.size(), 0u);
  EXPECT_FALSE(store.latest_checkpoint());
  store.read(0, 10, [](const journal::StoredEntry&) { FAIL(); });
  SampleWriter(store).append(40'000);  // more than one batch
  const std::pair<std::uint64_t, std::uint64_t> ranges[] = {
      {0, 1}, {16'380, 10}, {39'999, 5}, {40'000, 1}, {50'000, 1}, {5, ~0ULL}, {7, 0}};
  for (const auto& [first, count] : ranges) {
    std::vector<std::uint64_t> numbers;
    store.read(first, count,
               [&](const journal::StoredEntry& entry) { numbers.push_back(entry.number); });
    const std::uint64_t expected =
        first >= 40'000 ? 0 : std::min<std::uint64_t>(count, 40'000 - first);
    ASSERT_EQ(numbers.size(), expected) << first << " " << count;
    if (!numbers.empty()) {
      EXPECT_EQ(numbers.front(), first);
    }
  }
}

TEST(SqliteStore, KeepsEntriesOfEverySize) {
  const JournalFolder folder;
  SqliteStore::create(folder.journal(), sample_description());
  SqliteStore store = SqliteStore::open(folder.journal());
  const std::string nul(3, '\0');
  const std::string longest(journal::kEntryBytesMax, 'x');
  const std::vector<std::string_view> entries{"", nul, longest, "\xff\xfe"};
  store.append_group(0, entries, {.size = 4, .note = "note\n"});
  std::vector<std::string> read;
  store.read(0, 4, [&](const journal::StoredEntry& entry) { read.emplace_back(entry.bytes); });
  EXPECT_THAT(read, testing::ElementsAreArray(entries));
}

TEST(SqliteStore, ACallersMistakeWritesNothing) {
  const JournalFolder folder;
  const std::uint64_t size = make_sample(folder.journal(), 3);
  SqliteStore store = SqliteStore::open(folder.journal());
  const std::vector<std::string_view> one{"entry"};
  const std::string longer(journal::kEntryBytesMax + 1, 'x');
  const std::vector<std::string_view> too_long{"fits", longer};
  EXPECT_THROW(store.append_group(size - 1, one, {size, "n"}), InvariantBroken);
  EXPECT_THROW(store.append_group(size + 1, one, {size + 2, "n"}), InvariantBroken);
  EXPECT_THROW(store.append_group(size, one, {size, "n"}), InvariantBroken);
  EXPECT_THROW(store.append_group(size, too_long, {size + 2, "n"}), InvariantBroken);
  // No entries, and a checkpoint of this size is there.
  EXPECT_THROW(store.append_group(size, {}, {size, "n"}), journal::StoreError);
  EXPECT_EQ(store.size(), size);
  EXPECT_TRUE(verify_sample(store));
  EXPECT_EQ(SampleWriter(store).append(2), size + 2);
  SqliteStore reader = SqliteStore::open_read_only(folder.journal());
  EXPECT_THROW(reader.append_group(size + 2, one, {size + 3, "n"}), InvariantBroken);
}

TEST(SqliteStore, NothingIsEverChangedOrDeleted) {
  const JournalFolder folder;
  const std::uint64_t size = make_sample(folder.journal(), 5);
  const std::pair<const char*, const char*> cases[] = {
      {"UPDATE entry SET bytes = x'00'", "entries never change"},
      {"DELETE FROM entry", "entries are never deleted"},
      {"UPDATE checkpoint SET note = ''", "checkpoints never change"},
      {"DELETE FROM checkpoint", "checkpoints are never deleted"},
      {"UPDATE meta SET value = ''", "never changes"},
      {"DELETE FROM meta", "never changes"},
      {"REPLACE INTO entry VALUES (0, zeroblob(32), x'00')", "numbered without gaps"},
      {"INSERT INTO entry VALUES (1000, zeroblob(32), x'00')", "numbered without gaps"},
      {"REPLACE INTO checkpoint VALUES (1, '')", "only grow"},
      {"UPDATE OR REPLACE entry SET number = 1 WHERE number = 0", "entries never change"}};
  for (const auto& [sql, message] : cases)
    EXPECT_THAT(sqlite_error(folder.journal(), sql), HasSubstr(message)) << sql;
  SqliteStore store = SqliteStore::open_read_only(folder.journal());
  EXPECT_EQ(verify_sample(store)->size, size);
}

TEST(SqliteStore, AReaderFollowsTheWriter) {
  const JournalFolder folder;
  SqliteStore::create(folder.journal(), sample_description());
  SqliteStore store = SqliteStore::open(folder.journal());
  SqliteStore reader = SqliteStore::open_read_only(folder.journal());
  SampleWriter writer(store);
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(reader.size(), store.size());
    const std::uint64_t size = writer.append();
    EXPECT_EQ(reader.size(), size);
    EXPECT_EQ(verify_sample(reader)->size, size);
  }
}

TEST(SqliteStore, OnlyOneWriter) {
  const JournalFolder folder;
  make_sample(folder.journal(), 1);
  {
    SqliteStore store = SqliteStore::open(folder.journal());
    EXPECT_THAT(message_of<journal::StoreError>([&] { SqliteStore::open(folder.journal()); }),
                HasSubstr("process " + std::to_string(getpid()) + " is writing this journal"));
  }
  EXPECT_NO_THROW(SqliteStore::open(folder.journal()));
  EXPECT_EQ(SqliteStore::open_read_only(folder.journal()).size(), sample_group_size(0));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1)
      << "an orderly end leaves one file";
}

TEST(SqliteStore, CreatingNeverOverwrites) {
  const JournalFolder folder;
  const std::uint64_t size = make_sample(folder.journal(), 2);
  EXPECT_THAT(message_of<journal::StoreError>(
                  [&] { SqliteStore::create(folder.journal(), sample_description()); }),
              HasSubstr("exists already"));
  EXPECT_EQ(SqliteStore::open_read_only(folder.journal()).size(), size);
  EXPECT_THROW(SqliteStore::create(folder.path() / "no" / "such.db", sample_description()),
               journal::StoreError);
  std::ofstream(folder.path() / "other.db.new") << "left by an interrupted attempt";
  EXPECT_NO_THROW(SqliteStore::create(folder.path() / "other.db", sample_description()));
}

TEST(SqliteStore, OtherFilesAreRefusedByName) {
  const JournalFolder folder;
  const auto opening = [&](const std::string& name) {
    return message_of<journal::StoreError>(
        [&] { SqliteStore::open_read_only(folder.path() / name); });
  };
  EXPECT_THAT(opening("missing.db"), HasSubstr("no such file"));
  EXPECT_THAT(opening("."), HasSubstr("no such file"));
  std::ofstream(folder.path() / "empty.db").flush();
  EXPECT_THAT(opening("empty.db"), HasSubstr("the file is empty"));
  std::ofstream(folder.path() / "text.db") << std::string(5000, 'x');
  EXPECT_THAT(opening("text.db"), HasSubstr("not a database"));
  sqlite_error(folder.path() / "foreign.db", "CREATE TABLE t (x)");
  EXPECT_THAT(opening("foreign.db"), HasSubstr("not an OpenITMO journal"));
  make_sample(folder.path() / "later.db", 1);
  sqlite_error(folder.path() / "later.db", "PRAGMA user_version = 2");
  EXPECT_THAT(opening("later.db"), HasSubstr("format version 2; this program reads version 1"));
}

TEST(SqliteStore, AnAlteredSchemaIsRefused) {
  const std::pair<const char*, const char*> cases[] = {
      {"DROP TRIGGER entry_no_delete", "'entry_no_delete' is missing"},
      {"CREATE TABLE extra (x)", "'extra' in the schema does not belong"},
      {"CREATE VIEW more AS SELECT 1", "'more' in the schema does not belong"},
      {"DROP TRIGGER entry_no_update; CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry "
       "BEGIN SELECT 1; END",
       "'entry_no_update' in the schema was altered"}};
  for (const auto& [sql, message] : cases) {
    const JournalFolder folder;
    make_sample(folder.journal(), 1);
    ASSERT_EQ(sqlite_error(folder.journal(), sql), "");
    EXPECT_THAT(
        message_of<journal::StoreDamaged>([&] { SqliteStore::open_read_only(folder.journal()); }),
        HasSubstr(message));
  }
}

}  // namespace
}  // namespace openitmo::storage
