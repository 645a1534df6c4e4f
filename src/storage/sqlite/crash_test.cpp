#include <chrono>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/store_sample_test.h"

// Real processes that are really killed, and files that really cannot grow.
namespace openitmo::storage {
namespace {

using testing::HasSubstr;

// A child process that runs `work`, which writes to the pipe's end it is given; exit code 0 when it
// returns.
class Child {
 public:
  template <class F>
  explicit Child(F work) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) {
      close(ends[0]);
      int code = 0;
      try {
        work(ends[1]);
      } catch (const std::exception& error) {
        fprintf(stderr, "child: %s\n", error.what());
        code = 3;
      }
      _exit(code);
    }
    close(ends[1]);
    pipe_ = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { close(pipe_); }

  std::optional<std::uint64_t> next_number() {
    std::uint64_t number = 0;
    if (read(pipe_, &number, sizeof number) != sizeof number) return std::nullopt;
    return number;
  }
  void kill_now() { kill(process_, SIGKILL); }
  int wait() {
    int status = 0;
    waitpid(process_, &status, 0);
    return status;
  }

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
};

void tell(int pipe, std::uint64_t number) {
  if (write(pipe, &number, sizeof number) != sizeof number) _exit(4);
}

// Whether a group of the sample log ends at `size`.
bool is_group_end(std::uint64_t size) {
  std::uint64_t end = 0;
  while (end < size) end += sample_group_size(end);
  return end == size;
}

TEST(Crash, WhatWasAcknowledgedBeforeAKillIsThereAndNothingHalf) {
  const JournalFolder folder;
  SqliteStore::create(folder.journal(), sample_description());
  std::mt19937_64 random(20261122);
  std::uint64_t acknowledged = 0;
  std::size_t killed_with_more = 0;
  for (int round = 0; round < 24; ++round) {
    Child child([&](int pipe) {
      SqliteStore store = SqliteStore::open(folder.journal());
      SampleWriter writer(store);
      tell(pipe, store.size());
      for (;;) tell(pipe, writer.append());
    });
    // The first number says that the child is writing.
    ASSERT_TRUE(child.next_number());
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
    child.kill_now();
    while (const std::optional<std::uint64_t> number = child.next_number()) acknowledged = *number;
    const int status = child.wait();
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);

    SqliteStore store = SqliteStore::open_read_only(folder.journal());
    const std::uint64_t size = store.size();
    ASSERT_GE(size, acknowledged);
    ASSERT_LE(size, acknowledged + sample_group_size(acknowledged));
    ASSERT_TRUE(is_group_end(size)) << size;
    killed_with_more += size > acknowledged;
    const auto verified = verify_sample(store);
    ASSERT_TRUE(verified) << verified.error().message().en;
    ASSERT_EQ(verified->size, size);
    ASSERT_TRUE(store.integrity_problems().empty());
    store.read(0, size, [](const journal::StoredEntry& entry) {
      ASSERT_EQ(entry.bytes, sample_entry(entry.number));
    });
    acknowledged = size;
  }
  EXPECT_GT(acknowledged, 24u) << "the children must have come to write";
  RecordProperty("entries", static_cast<int>(acknowledged));
  RecordProperty("committed_but_not_acknowledged", static_cast<int>(killed_with_more));
}

TEST(Crash, AKillWhileCreatingLeavesNoHalfJournal) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 20; ++round) {
    const JournalFolder folder;
    Child child([&](int pipe) {
      tell(pipe, 0);
      SqliteStore::create(folder.journal(), sample_description());
      tell(pipe, 1);
      pause();
    });
    ASSERT_TRUE(child.next_number());
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    child.kill_now();
    const bool acknowledged = child.next_number().has_value();
    child.wait();
    if (!std::filesystem::exists(folder.journal())) {
      EXPECT_FALSE(acknowledged);
      SqliteStore::create(folder.journal(), sample_description());
    }
    EXPECT_EQ(SqliteStore::open(folder.journal()).description(), sample_description());
  }
}

TEST(Crash, ASecondWriterInAnotherProcessIsRefused) {
  const JournalFolder folder;
  make_sample(folder.journal(), 2);
  Child child([&](int pipe) {
    SqliteStore store = SqliteStore::open(folder.journal());
    tell(pipe, static_cast<std::uint64_t>(getpid()));
    pause();
  });
  const std::optional<std::uint64_t> holder = child.next_number();
  ASSERT_TRUE(holder);
  try {
    SqliteStore::open(folder.journal());
    ADD_FAILURE() << "a second writer was let in";
  } catch (const journal::StoreError& error) {
    EXPECT_THAT(error.what(),
                HasSubstr("process " + std::to_string(*holder) + " is writing this journal"));
    EXPECT_THAT(error.what(), HasSubstr("one writer at a time"));
  }
  EXPECT_NO_THROW(SqliteStore::open_read_only(folder.journal()));
  child.kill_now();
  child.wait();
  EXPECT_NO_THROW(SqliteStore::open(folder.journal())) << "the lock ends with its process";
}

// Appends until the store is full; then what was acknowledged is there, and with room again the
// same store goes on.
std::uint64_t append_until_full(SqliteStore& store) {
  SampleWriter writer(store);
  std::uint64_t size = store.size();
  for (int groups = 0; groups < 100'000; ++groups) try {
      size = writer.append();
    } catch (const journal::StoreFull& full) {
      EXPECT_THAT(full.what(), HasSubstr("nothing was written"));
      EXPECT_EQ(store.size(), size);
      return size;
    }
  ADD_FAILURE() << "the store never got full";
  return size;
}

TEST(Crash, AFullDatabaseRefusesWholeGroups) {
  const JournalFolder folder;
  make_sample(folder.journal(), 5);
  std::uint64_t size = 0;
  {
    SqliteStore store = SqliteStore::open(folder.journal(), {.page_count_max = 40, .vfs = {}});
    size = append_until_full(store);
    EXPECT_EQ(append_until_full(store), size) << "full stays full";
    EXPECT_TRUE(verify_sample(store));
  }
  SqliteStore store = SqliteStore::open(folder.journal());
  EXPECT_EQ(store.size(), size);
  EXPECT_EQ(SampleWriter(store).append(3), size + 3);
  EXPECT_EQ(verify_sample(store)->size, size + 3);
}

TEST(Crash, AFullDiskRefusesWholeGroups) {
  const JournalFolder folder;
  make_sample(folder.journal(), 5);
  Child child([&](int pipe) {
    signal(SIGXFSZ, SIG_IGN);  // the write fails instead, as on a full disk
    const rlimit limit{.rlim_cur = 300'000, .rlim_max = RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(5);
    SqliteStore store = SqliteStore::open(folder.journal());
    tell(pipe, append_until_full(store));
    const rlimit none{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &none) != 0) _exit(6);
    tell(pipe, SampleWriter(store).append(3));
    _exit(testing::Test::HasFailure() ? 7 : 0);
  });
  const std::optional<std::uint64_t> full = child.next_number();
  const std::optional<std::uint64_t> more = child.next_number();
  EXPECT_EQ(child.wait(), 0);
  ASSERT_TRUE(full && more);
  EXPECT_EQ(*more, *full + 3);
  SqliteStore store = SqliteStore::open_read_only(folder.journal());
  const auto verified = verify_sample(store);
  ASSERT_TRUE(verified) << verified.error().message().en;
  EXPECT_EQ(verified->size, *more);
}

}  // namespace
}  // namespace openitmo::storage
