#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <thread>

#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/store_sample_test.h"

// Backups, and journals that are restored from them.
namespace openitmo::storage {
namespace {

using testing::HasSubstr;
using Copy = SqliteStore::Copy;

std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const journal::StoreError& error) {
    return error.what();
  }
  ADD_FAILURE() << "nothing was thrown";
  return "";
}

void copy(const std::filesystem::path& from, const std::filesystem::path& to, Copy as) {
  SqliteStore::open_read_only(from).copy_to(to, as);
}

void expect_whole(const std::filesystem::path& path, std::uint64_t size) {
  SqliteStore store = SqliteStore::open_read_only(path);
  const auto verified = verify_sample(store);
  ASSERT_TRUE(verified) << verified.error().message().en;
  EXPECT_EQ(verified->size, size);
  EXPECT_EQ(store.description(), sample_description());
  EXPECT_TRUE(store.integrity_problems().empty());
}

TEST(Copy, IsAJournalOfItsOwn) {
  const JournalFolder folder;
  const std::uint64_t size = make_sample(folder.journal(), 30);
  const auto to = folder.path() / "copy.itmo";
  copy(folder.journal(), to, Copy::same);
  expect_whole(to, size);
  for (const char* suffix : {".new", "-wal", "-shm", ".writer"})
    EXPECT_FALSE(std::filesystem::exists(to.string() + suffix)) << suffix;
  SqliteStore store = SqliteStore::open(to);
  SampleWriter(store).append();
  EXPECT_GT(store.size(), size);
  expect_whole(folder.journal(), size);
}

TEST(Copy, IsNeverMadeOverAnotherFile) {
  const JournalFolder folder;
  make_sample(folder.journal(), 3);
  EXPECT_THAT(error_of([&] { copy(folder.journal(), folder.journal(), Copy::same); }),
              HasSubstr("exists already"));
}

// Every copy is the journal at the end of some group, though groups are written all the time.
TEST(Copy, MayBeMadeWhileTheJournalIsWritten) {
  const JournalFolder folder;
  make_sample(folder.journal(), 5);
  std::atomic<bool> enough = false;
  std::jthread writer([&] {
    SqliteStore store = SqliteStore::open(folder.journal());
    SampleWriter groups(store);
    while (!enough) groups.append();
  });
  std::set<std::uint64_t> sizes;
  for (int round = 0; sizes.size() < 8; ++round) {
    const auto to = folder.path() / ("copy-" + std::to_string(round));
    copy(folder.journal(), to, Copy::same);
    const std::uint64_t size = SqliteStore::open_read_only(to).size();
    expect_whole(to, size);
    EXPECT_GE(size, sizes.empty() ? 0 : *sizes.rbegin());
    sizes.insert(size);
  }
  enough = true;
}

TEST(LockedCopy, IsReadAndNotWrittenUntilItIsUnlocked) {
  const JournalFolder folder;
  const std::uint64_t size = make_sample(folder.journal(), 10);
  const auto to = folder.path() / "restored.itmo";
  copy(folder.journal(), to, Copy::locked);
  expect_whole(to, size);
  EXPECT_THAT(error_of([&] { SqliteStore::open(to); }),
              testing::AllOf(HasSubstr("is locked"), HasSubstr("itmo unlock")));
  EXPECT_TRUE(SqliteStore::open_read_only(to).locked());
  SqliteStore::unlock(to);
  EXPECT_FALSE(SqliteStore::open_read_only(to).locked());
  SqliteStore store = SqliteStore::open(to);
  SampleWriter(store).append();
  EXPECT_GT(store.size(), size);
}

TEST(LockedCopy, StaysLockedWhereverItIsCopied) {
  const JournalFolder folder;
  make_sample(folder.journal(), 4);
  copy(folder.journal(), folder.path() / "restored", Copy::locked);
  copy(folder.path() / "restored", folder.path() / "again", Copy::same);
  std::filesystem::copy_file(folder.path() / "restored", folder.path() / "by-hand");
  for (const char* name : {"again", "by-hand"})
    EXPECT_TRUE(SqliteStore::open_read_only(folder.path() / name).locked()) << name;
}

TEST(LockedCopy, IsNotUnlockedWhileAnotherProcessWrites) {
  const JournalFolder folder;
  make_sample(folder.journal(), 4);
  const SqliteStore writer = SqliteStore::open(folder.journal());
  EXPECT_NE(error_of([&] { SqliteStore::unlock(folder.journal()); }), "");
}

}  // namespace
}  // namespace openitmo::storage
