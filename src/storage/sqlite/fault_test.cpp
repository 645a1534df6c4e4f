#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/sqlite/fault_vfs_test.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/store_sample_test.h"

// The disk fails or loses power at each of the calls that SQLite makes of it in turn.
namespace openitmo::storage {
namespace {

constexpr int kGroups = 6;

struct Outcome {
  std::uint64_t acknowledged = 0;
  bool unknown = false;
};

// Appends groups until one fails or all are in, then closes the store.
Outcome append_with_fault(const std::filesystem::path& path, FaultVfs::Mode mode,
                          std::uint64_t call) {
  SqliteStore store = SqliteStore::open(path, {.page_count_max = {}, .vfs = FaultVfs::name()});
  SampleWriter writer(store);
  Outcome outcome{.acknowledged = store.size()};
  FaultVfs::instance().arm(mode, call);
  try {
    for (int i = 0; i < kGroups; ++i) outcome.acknowledged = writer.append();
  } catch (const journal::OutcomeUnknown&) {
    outcome.unknown = true;
    EXPECT_THROW(writer.append(), journal::OutcomeUnknown) << "until it is opened again";
  } catch (const journal::StoreError&) {
    EXPECT_EQ(store.size(), outcome.acknowledged);
  }
  return outcome;
}

void verify_and_go_on(const std::filesystem::path& path, std::uint64_t least, std::uint64_t most) {
  SqliteStore store = SqliteStore::open(path);
  const std::uint64_t size = store.size();
  EXPECT_TRUE(size == least || size == most) << size << " " << least << " " << most;
  const auto verified = verify_sample(store);
  ASSERT_TRUE(verified) << verified.error().message().en;
  EXPECT_EQ(verified->size, size);
  EXPECT_TRUE(store.integrity_problems().empty());
  EXPECT_EQ(SampleWriter(store).append(1), size + 1);
}

void fail_at_each_call(FaultVfs::Mode mode) {
  std::uint64_t call = 1;
  std::uint64_t unknown = 0;
  for (bool fired = true; fired; ++call) {
    SCOPED_TRACE(call);
    const JournalFolder folder;
    make_sample(folder.journal(), 2);
    FaultVfs::instance().arm(FaultVfs::Mode::off, 0);
    const Outcome outcome = append_with_fault(folder.journal(), mode, call);
    fired = FaultVfs::instance().fired();
    unknown += outcome.unknown;
    verify_and_go_on(folder.journal(), outcome.acknowledged,
                     outcome.unknown
                         ? outcome.acknowledged + sample_group_size(outcome.acknowledged)
                         : outcome.acknowledged);
  }
  EXPECT_GT(call, 2u * kGroups) << "each group writes and syncs";
  EXPECT_GE(unknown, 1u) << "a failed sync leaves the outcome open";
}

TEST(Fault, ACallThatFailsWithoutBeingDone) { fail_at_each_call(FaultVfs::Mode::fail_before); }

TEST(Fault, ACallThatFailsAlthoughItWasDone) { fail_at_each_call(FaultVfs::Mode::fail_after); }

// The child's acknowledgements come through a file that the parent reads after its end.
TEST(Fault, APowerCutLosesNothingAcknowledged) {
  std::uint64_t cuts = 0;
  for (std::uint64_t round = 0; round < 160; ++round) {
    SCOPED_TRACE(round);
    const JournalFolder folder;
    make_sample(folder.journal(), 2);
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      SqliteStore store =
          SqliteStore::open(folder.journal(), {.page_count_max = {}, .vfs = FaultVfs::name()});
      SampleWriter writer(store);
      FaultVfs::instance().arm(FaultVfs::Mode::cut_power, 1 + round % 80, round);
      for (int i = 0; i < kGroups; ++i) {
        const std::uint64_t size = writer.append();
        if (write(ends[1], &size, sizeof size) != sizeof size) _exit(1);
      }
      _exit(0);
    }
    close(ends[1]);
    std::uint64_t acknowledged = sample_group_size(0);
    acknowledged += sample_group_size(acknowledged);
    for (std::uint64_t size; read(ends[0], &size, sizeof size) == sizeof size;) acknowledged = size;
    close(ends[0]);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status) &&
                (WEXITSTATUS(status) == FaultVfs::kPowerCutExit || WEXITSTATUS(status) == 0));
    cuts += WEXITSTATUS(status) == FaultVfs::kPowerCutExit;
    std::filesystem::remove(folder.journal().string() + "-shm");  // memory does not survive
    verify_and_go_on(folder.journal(), acknowledged,
                     acknowledged + sample_group_size(acknowledged));
  }
  EXPECT_GT(cuts, 40u);
}

}  // namespace
}  // namespace openitmo::storage
