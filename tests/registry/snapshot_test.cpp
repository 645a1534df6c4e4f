#include "registry/snapshot/snapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "journal/memory_store.h"
#include "registry/key_change.h"
#include "registry/market_world.h"
#include "registry/snapshot_bytes.h"
#include "registry/statement.h"

namespace openitmo {
namespace {

using registry::OpenedJournal;
using registry::Registry;
using registry::SnapshotFile;
using testing::document;
using testing::market_world;
using testing::snapshot_bytes;
using testing::test_key;
using testing::World;

constexpr const char* kName = "XXA01";
constexpr const char* kProgram = "0123abcd";

journal::SignerKey next_key() {
  return {"openitmo.example/XXA01", journal::KeyType::note, journal::Seed{7}};
}

registry::Request request(const std::string& id, ledger::Command command) {
  registry::Request made = testing::market_request(id, std::move(command));
  made.envelope.recorded_at = testing::market_noon();
  return made;
}

// A file that a test can spoil.
class FileInMemory {
 public:
  SnapshotFile file(const std::string& program = kProgram) const {
    return {.open = [this]() -> std::unique_ptr<std::istream> {
              if (bytes.empty()) return nullptr;
              return std::make_unique<std::istringstream>(bytes);
            },
            .program = program};
  }
  std::string bytes;
};

class SnapshotTest : public ::testing::Test {
 protected:
  SnapshotTest() : world_(market_world()) {
    auto local = testing::open_with_history(folder_.path(), kName, world_);
    store_ = std::move(local.store);
  }

  OpenedJournal open(const SnapshotFile& file, const journal::SignerKey& key = test_key(kName)) {
    return registry::open_journal(*store_, key.verifier(), kName, file,
                                  {.commands = true, .history = true});
  }
  void write(const journal::SignerKey& key = test_key(kName)) {
    const OpenedJournal opened = open({}, key);
    file_.bytes.clear();
    registry::write_snapshot([&](std::string_view piece) { file_.bytes += piece; }, opened.now,
                             kProgram, key);
  }
  Registry registry() { return {*store_, test_key(kName), kName, {}, file_.file()}; }
  void record(int count) {
    Registry writer = registry();
    for (int i = 0; i < count; ++i) {
      const auto id = fmt::format("later-{}", ++acts_);
      ASSERT_TRUE(writer.record_all({request(id, world_.use("XBB", 2024, 7, 2025))}));
    }
  }
  // Opened with the file and without, all is the same.
  void expect_same_state(const SnapshotFile& file) {
    const OpenedJournal quick = open(file), whole = open({});
    EXPECT_EQ(snapshot_bytes(quick.now.state.ledger), snapshot_bytes(whole.now.state.ledger));
    EXPECT_EQ(quick.now.state.tree.root(), whole.now.state.tree.root());
    EXPECT_EQ(quick.now.state.tree.inclusion_proof(1, 3),
              whole.now.state.tree.inclusion_proof(1, 3));
    EXPECT_EQ(quick.now.state.checkpoint_count, whole.now.state.checkpoint_count);
    EXPECT_EQ(quick.now.state.newest_checkpoint, whole.now.state.newest_checkpoint);
    EXPECT_EQ(quick.now.state.keys.back(), whole.now.state.keys.back());
    EXPECT_EQ(statement(quick.now), statement(whole.now));
  }
  std::string reason_with(const SnapshotFile& file,
                          const journal::SignerKey& key = test_key(kName)) {
    const OpenedJournal opened = open(file, key);
    EXPECT_EQ(opened.snapshot_entries, 0u);
    return opened.not_used ? opened.not_used->en : "";
  }

  TemporaryFolder folder_;
  World world_;
  std::unique_ptr<storage::SqliteStore> store_;
  FileInMemory file_;

 private:
  // The account's movements, as far as history knows them.
  std::string statement(const registry::Snapshot& now) {
    const auto made = registry::statement(
        now.state.ledger, now.history,
        [&](std::uint64_t number) { return registry::read_entry(*store_, number, kName); },
        {registry::SubjectKind::account, World::account_of("XBB")}, {});
    std::string text;
    for (const auto& table : made->tables)
      for (const auto& row : table.rows)
        for (const auto& cell : row)
          text += cell.code + cell.text.en + fmt::format("{}|", cell.number.value_or(0));
    return text;
  }
  int acts_ = 0;
};

TEST_F(SnapshotTest, NothingIsReplayedThatItHas) {
  write();
  const auto opened = open(file_.file());
  EXPECT_EQ(opened.snapshot_entries, store_->size());
  EXPECT_FALSE(opened.not_used);
  expect_same_state(file_.file());
}

TEST_F(SnapshotTest, WhatCameLaterIsReplayed) {
  write();
  const std::uint64_t before = store_->size();
  record(3);
  const auto opened = open(file_.file());
  EXPECT_EQ(opened.snapshot_entries, before);
  EXPECT_EQ(opened.now.state.ledger.entry_count(), before + 3);
  expect_same_state(file_.file());
}

TEST_F(SnapshotTest, ALongTailIsReadByAnotherThread) {
  write();
  Registry writer = registry();
  std::vector<registry::Request> requests;
  for (int i = 0; i < 3'000; ++i)
    requests.push_back(request(fmt::format("l{}", i), world_.use("XBB", 2024, 1, 2025)));
  ASSERT_TRUE(writer.record_all(requests));
  expect_same_state(file_.file());
}

TEST_F(SnapshotTest, TheWriterGoesOnFromIt) {
  record(2);
  write();
  Registry writer = registry();
  EXPECT_EQ(writer.snapshot_entries(), store_->size());
  const std::uint64_t size = store_->size();
  const auto again = writer.record_all({request("later-1", world_.use("XBB", 2024, 7, 2025))});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->front().number, size - 2) << "a command id from before the snapshot is known";
  EXPECT_EQ(store_->size(), size);
  const auto other = writer.record_all({request("later-1", world_.use("XBB", 2024, 8, 2025))});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ledger::RefusalCode::command_id_reused);
}

TEST_F(SnapshotTest, WithoutOneAllIsReplayed) { EXPECT_EQ(reason_with(file_.file()), ""); }

TEST_F(SnapshotTest, AnyAlteredByteIsSeen) {
  write();
  const std::string good = file_.bytes;
  const auto whole = snapshot_bytes(open({}).now.state.ledger);
  const std::size_t step = good.size() / 211;
  for (std::size_t at = 0; at < good.size(); at += at + 400 < good.size() ? step : 1) {
    file_.bytes = good;
    file_.bytes[at] = static_cast<char>(file_.bytes[at] ^ 1);
    const OpenedJournal opened = open(file_.file());
    EXPECT_EQ(opened.snapshot_entries, 0u) << "byte " << at;
    EXPECT_TRUE(opened.not_used) << "byte " << at;
    ASSERT_EQ(snapshot_bytes(opened.now.state.ledger), whole);
  }
}

TEST_F(SnapshotTest, AFileThatEndsEarlyIsSeen) {
  write();
  const std::string good = file_.bytes;
  for (const std::size_t left :
       {std::size_t{1}, std::size_t{20}, good.size() / 2, good.size() - 1}) {
    file_.bytes = good.substr(0, left);
    EXPECT_THAT(reason_with(file_.file()), ::testing::HasSubstr("altered")) << left;
  }
}

TEST_F(SnapshotTest, AnotherBuildReplays) {
  write();
  EXPECT_THAT(reason_with(file_.file("another")), ::testing::HasSubstr("build"));
  EXPECT_THAT(reason_with(file_.file("")), ::testing::HasSubstr("build"));
}

// Whoever can write the file cannot make the registry believe it.
TEST_F(SnapshotTest, AnotherKeyIsNotBelieved) {
  OpenedJournal opened = open({});
  const auto forger = test_key("XXB01");
  opened.now.state.keys = {forger.verifier()};
  registry::write_snapshot([&](std::string_view piece) { file_.bytes += piece; }, opened.now,
                           kProgram, forger);
  EXPECT_THAT(reason_with(file_.file()), ::testing::HasSubstr("key"));
}

TEST_F(SnapshotTest, AnotherJournalOfTheSameKeyIsNotBelieved) {
  record(1);
  write();
  World shorter = market_world();
  const TemporaryFolder other;
  store_ = testing::open_with_history(other.path(), kName, shorter).store;
  EXPECT_THAT(reason_with(file_.file()), ::testing::HasSubstr("no such checkpoint"))
      << "the journal was restored from an older copy";
  Registry writer = registry();
  ASSERT_TRUE(writer.record_all({request("else", world_.use("XBB", 2024, 9, 2025))}));
  EXPECT_THAT(reason_with(file_.file()), ::testing::HasSubstr("no such checkpoint"))
      << "as many entries, but others";
}

TEST_F(SnapshotTest, AfterTheKeyChangedTheNextKeyReplaysAndThenSigns) {
  write();
  const auto next = next_key();
  const auto old = test_key(kName);
  const ledger::Envelope envelope = request("new key", {}).envelope;
  ASSERT_TRUE(registry::change_key(*store_, old.verifier(), &old, next,
                                   {envelope, ledger::KeyChangeReason::rotation, document("KEY")},
                                   kName));
  expect_same_state(file_.file());  // by the first key, on to the next
  EXPECT_GT(open(file_.file()).snapshot_entries, 0u);
  const auto opened = registry::open_journal(*store_, old.verifier(), kName, {}, {});
  EXPECT_EQ(opened.now.state.keys.back(), next.verifier());
  const journal::LogKeys both({old.verifier(), next.verifier()});
  EXPECT_EQ(registry::open_journal(*store_, both, kName, file_.file(), {}).snapshot_entries, 0u)
      << "whoever stole the first key could have signed it";
  Registry writer(
      *store_, next_key(), kName, [&] { return std::vector{old.verifier()}; }, file_.file());
  EXPECT_EQ(writer.snapshot_entries(), 0u) << "signed by a key whose turn is over";
}

// Random acts on parts of one block, with snapshots in between and a registry that opens from them.
TEST_F(SnapshotTest, RandomHistoriesGoOnTheSame) {
  std::mt19937_64 random(5);
  for (int round = 0; round < 12; ++round) {
    if (round % 3 == 0) write();
    Registry writer = registry();
    EXPECT_GT(writer.snapshot_entries(), 0u);
    const std::uint64_t before = store_->size();
    for (int i = 0; i < 40; ++i)
      static_cast<void>(writer.record_each(
          {request(fmt::format("r{}-{}", round, i), testing::random_act(world_, random))}));
    EXPECT_GT(store_->size(), before);
    expect_same_state(file_.file());
  }
}

}  // namespace
}  // namespace openitmo
