#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/store_sample_test.h"

// What was altered behind the journal's back is named; nothing crashes.
namespace openitmo::storage {
namespace {

using journal::FailureCode;
using testing::HasSubstr;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}
void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}
void flip(std::string& bytes, std::size_t at) { bytes[at] = static_cast<char>(bytes[at] ^ 1); }

// What an operator would be told: nothing when the journal verifies.
struct Finding {
  std::string text;
  std::optional<FailureCode> code;
  std::optional<std::uint64_t> entry;
  bool damaged = false;
};

Finding inspect(const std::filesystem::path& path) {
  Finding finding;
  try {
    SqliteStore store = SqliteStore::open_read_only(path);
    const auto verified = verify_sample(store);
    if (verified) return finding;
    finding.code = verified.error().code;
    finding.text = verified.error().message().en;
  } catch (const journal::StoreDamaged& damaged) {
    finding.damaged = true;
    finding.entry = damaged.entry;
    finding.text = damaged.what();
  } catch (const journal::StoreError& error) {
    finding.text = error.what();
  }
  return finding;
}

class Damage : public testing::Test {
 protected:
  void SetUp() override {
    size_ = make_sample(folder_.journal(), 40);
    bytes_ = read_file(folder_.journal());
    ASSERT_EQ(inspect(folder_.journal()).text, "");
  }
  std::size_t find(std::string_view text) const {
    const std::size_t at = bytes_.find(text);
    EXPECT_NE(at, std::string::npos);
    EXPECT_EQ(bytes_.find(text, at + 1), std::string::npos) << "the place must be unambiguous";
    return at;
  }
  Finding with_flip(std::size_t at) {
    write_file(folder_.journal(), bytes_);
    std::fstream file(folder_.journal(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(bytes_[at] ^ 1));
    file.close();
    return inspect(folder_.journal());
  }

  JournalFolder folder_;
  std::uint64_t size_ = 0;
  std::string bytes_;
};

TEST_F(Damage, AFlippedByteOfAnEntryNamesTheEntry) {
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{17}, size_ - 1}) {
    const Finding finding = with_flip(find("\"entry\":" + std::to_string(number) + ",") + 4);
    EXPECT_TRUE(finding.damaged);
    EXPECT_EQ(finding.entry, number);
    EXPECT_THAT(finding.text,
                HasSubstr("entry " + std::to_string(number) + " does not match its leaf hash"));
  }
}

TEST_F(Damage, AFlippedByteOfALeafHashNamesTheEntry) {
  const journal::Hash leaf = journal::leaf_hash(sample_entry(23));
  const Finding finding =
      with_flip(find({reinterpret_cast<const char*>(leaf.data()), leaf.size()}) + 31);
  EXPECT_TRUE(finding.damaged);
  EXPECT_EQ(finding.entry, 23u);
}

TEST_F(Damage, AFlippedByteOfACheckpointNamesItsSize) {
  SqliteStore store = SqliteStore::open_read_only(folder_.journal());
  const journal::SavedCheckpoint saved = store.checkpoints()[20];
  const std::size_t at = find(saved.note);
  for (std::size_t i = 0; i < saved.note.size(); ++i) {
    const Finding finding = with_flip(at + i);
    EXPECT_FALSE(finding.damaged) << finding.text;
    EXPECT_TRUE(finding.code.has_value()) << i;
    EXPECT_THAT(finding.text, HasSubstr("checkpoint at size " + std::to_string(saved.size)));
  }
}

// An entry and its leaf hash altered together agree with each other: the signed root does not.
TEST_F(Damage, AForgedEntryWithItsLeafHashBreaksTheSignedRoot) {
  const std::string entry = sample_entry(11);
  std::string forged_entry = entry;
  flip(forged_entry, forged_entry.size() - 3);
  const journal::Hash leaf = journal::leaf_hash(entry);
  const journal::Hash forged_leaf = journal::leaf_hash(forged_entry);
  std::string altered = bytes_;
  altered.replace(find(entry), entry.size(), forged_entry);
  altered.replace(find({reinterpret_cast<const char*>(leaf.data()), 32}), 32,
                  std::string(forged_leaf.begin(), forged_leaf.end()));
  write_file(folder_.journal(), altered);
  const Finding finding = inspect(folder_.journal());
  EXPECT_EQ(finding.code, FailureCode::root_differs) << finding.text;
  EXPECT_THAT(finding.text, HasSubstr("not those that were signed"));
}

TEST_F(Damage, ATruncatedFileIsNamedAtEveryPage) {
  for (std::size_t size = 0; size < bytes_.size(); size += size % 4096 == 0 ? 1000u : 3096u) {
    write_file(folder_.journal(), bytes_.substr(0, size));
    EXPECT_NE(inspect(folder_.journal()).text, "") << size;
  }
}

// Any byte of the file: either the journal verifies in full, or something is said. Never a crash,
// and never a journal that verifies with other entries than those written.
TEST_F(Damage, AFlippedByteAnywhereIsNamedOrHarmless) {
  constexpr int kRounds = 800;
  std::mt19937_64 random(20261122);
  int harmless = 0;
  for (int round = 0; round < kRounds; ++round) {
    const std::size_t at = random() % bytes_.size();
    const Finding finding = with_flip(at);
    if (!finding.text.empty()) continue;
    ++harmless;
    SqliteStore store = SqliteStore::open_read_only(folder_.journal());
    EXPECT_EQ(store.size(), size_);
    store.read(0, size_, [&](const journal::StoredEntry& entry) {
      ASSERT_EQ(entry.bytes, sample_entry(entry.number)) << at;
    });
    store.integrity_problems();
  }
  EXPECT_LT(harmless, kRounds / 2);
}

TEST_F(Damage, OverwrittenPagesAreNamed) {
  for (std::size_t page = 0; page < bytes_.size() / 4096; ++page) {
    std::string altered = bytes_;
    altered.replace(page * 4096, 4096, std::string(4096, '\0'));
    write_file(folder_.journal(), altered);
    const Finding finding = inspect(folder_.journal());
    // A page of a table's index may be spare; then the entries are proven intact.
    if (finding.text.empty()) {
      SqliteStore store = SqliteStore::open_read_only(folder_.journal());
      EXPECT_FALSE(store.integrity_problems().empty()) << page;
    }
  }
}

// The triggers can be taken off and put back by anyone who can write the file.
void delete_behind_the_triggers(const std::filesystem::path& path, const std::string& table,
                                const std::string& condition) {
  Database database(path, {.access = Access::write, .vfs = {}});
  const std::string trigger = "'" + table + "_no_delete'";
  std::string text;
  {
    Statement row(database, "SELECT sql FROM sqlite_schema WHERE name = " + trigger);
    ASSERT_TRUE(row.step());
    text = row.text(0);
  }
  database.execute("DROP TRIGGER " + table + "_no_delete");
  database.execute("DELETE FROM " + table + " WHERE " + condition);
  database.execute(text);
}

TEST_F(Damage, ARemovedEntryIsNamed) {
  delete_behind_the_triggers(folder_.journal(), "entry", "number = 31");
  const Finding finding = inspect(folder_.journal());
  EXPECT_EQ(finding.entry, 31u);
  EXPECT_THAT(finding.text, HasSubstr("entry 31 is missing"));
}

TEST_F(Damage, RemovedLastEntriesAreFoundByTheCheckpoints) {
  delete_behind_the_triggers(folder_.journal(), "entry", "number >= " + std::to_string(size_ - 2));
  EXPECT_EQ(inspect(folder_.journal()).code, FailureCode::checkpoint_beyond_entries);
}

TEST_F(Damage, ARemovedLastCheckpointIsFoundByTheEntries) {
  delete_behind_the_triggers(folder_.journal(), "checkpoint", "size = " + std::to_string(size_));
  EXPECT_EQ(inspect(folder_.journal()).code, FailureCode::entries_not_covered);
}

}  // namespace
}  // namespace openitmo::storage
