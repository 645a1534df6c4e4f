#include "registry/group_writer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "journal/memory_store.h"
#include "registry/command_index.h"
#include "registry/entry_codec.h"
#include "registry/entry_reader.h"
#include "registry/local_registry.h"

// Long groups: stored by one thread while another goes on; and long journals, read by one thread
// for another.
namespace openitmo {
namespace {

using registry::GroupWriter;

constexpr std::uint64_t kMany = 5'000;  // several parts and batches

ledger::Envelope envelope(std::uint64_t entry) {
  ledger::Envelope envelope;
  envelope.effective_date = Date(2022, 1, 10);
  envelope.recorded_at = Instant(envelope.effective_date.days());
  envelope.actor = "a-1";
  envelope.command_id = fmt::format("c{}", entry);
  return envelope;
}

RecordParty party(std::uint64_t entry) {
  return {*PartyId::parse("XAA"), fmt::format("Land {}", entry), false};
}

std::string entry_bytes(std::uint64_t entry) {
  if (entry == 0)
    return registry::encode(envelope(0),
                            OpenRegistry{*RegistryId::parse("XAA01"), {*PartyId::parse("XAA")}});
  return registry::encode(envelope(entry), party(entry));
}

struct Written {
  journal::MerkleTree tree;
  journal::SavedCheckpoint checkpoint;
};

// Everything but the commit.
Written add_entries(GroupWriter& group, std::uint64_t count) {
  Written written;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string bytes = entry_bytes(i);
    const journal::Hash leaf = journal::leaf_hash(bytes);
    group.add(bytes, leaf);
    written.tree.append(leaf);
  }
  const auto key = testing::test_key("XAA01");
  written.checkpoint = {count, journal::sign_checkpoint(
                                   {key.verifier().name(), count, written.tree.root(), {}}, key)};
  return written;
}

std::filesystem::path new_journal(const TemporaryFolder& folder) {
  const auto path = folder.path() / "XAA01.itmo";
  const auto key = testing::test_key("XAA01");
  storage::SqliteStore::create(path, {key.verifier().name(), key.verifier().text()});
  return path;
}

TEST(GroupWriter, StoresShortAndLongGroupsWhole) {
  for (const std::uint64_t count : {std::uint64_t{1}, std::uint64_t{512}, kMany}) {
    TemporaryFolder folder;
    auto store = storage::SqliteStore::open(new_journal(folder));
    GroupWriter group(store, 0);
    const Written written = add_entries(group, count);
    EXPECT_EQ(group.bytes_of(count / 2), entry_bytes(count / 2));
    group.commit(written.checkpoint);
    EXPECT_EQ(store.size(), count);
    const auto verified = journal::verify_log(store, testing::test_key("XAA01").verifier());
    ASSERT_TRUE(verified) << verified.error().message().en;
    EXPECT_EQ(verified->root, written.tree.root());
  }
}

TEST(GroupWriter, LeavesNothingOfWhatIsNotCommitted) {
  TemporaryFolder folder;
  auto store = storage::SqliteStore::open(new_journal(folder));
  {
    GroupWriter group(store, 0);
    add_entries(group, kMany);
    group.pause();
  }
  EXPECT_EQ(store.size(), 0U);
  GroupWriter again(store, 0);
  again.commit(add_entries(again, 700).checkpoint);
  EXPECT_EQ(store.size(), 700U);
}

TEST(GroupWriter, ThrowsWhatTheStoreThrowsAndNothingIsStored) {
  TemporaryFolder folder;
  const auto path = new_journal(folder);
  auto store = storage::SqliteStore::open(path, {.page_count_max = 40, .vfs = {}});
  const auto write = [&] {
    GroupWriter group(store, 0);
    group.commit(add_entries(group, kMany).checkpoint);
  };
  EXPECT_THROW(write(), journal::StoreFull);
  EXPECT_EQ(store.size(), 0U);
}

TEST(GroupWriter, StoresNothingThatCannotBeReadBack) {
  for (const std::uint64_t bad : {std::uint64_t{3}, std::uint64_t{600}, kMany - 1}) {
    journal::MemoryStore store;
    const auto write = [&] {
      GroupWriter group(store, 0);
      for (std::uint64_t i = 0; i < kMany; ++i) {
        const std::string bytes = i == bad ? "{}" : entry_bytes(i);
        group.add(bytes, journal::leaf_hash(bytes));
      }
      group.commit({kMany, "note"});
    };
    EXPECT_THROW(write(), InvariantBroken);
    EXPECT_EQ(store.size(), 0U);
  }
}

TEST(Registry, RecordsALongGroupWithRetriesOfOldAndNewActs) {
  TemporaryFolder folder;
  auto local = testing::open_registry(folder.path(), "XAA01");
  ASSERT_TRUE(local->record(envelope(0),
                            OpenRegistry{*RegistryId::parse("XAA01"), {*PartyId::parse("XAA")}}));
  std::vector<registry::Request> requests;
  for (std::uint64_t i = 1; i < kMany; ++i) requests.push_back({envelope(i), party(i)});
  requests.push_back({envelope(7), party(7)});              // of this group, again
  requests.push_back({envelope(8), party(9)});              // of this group, with other content
  requests.insert(requests.begin() + 2'000, requests[10]);  // of this group, again
  const auto answers = local->record_each(requests);
  ASSERT_EQ(answers.size(), requests.size());
  EXPECT_EQ(answers[2'000]->number, 11U);
  EXPECT_EQ(answers[kMany]->number, 7U);
  EXPECT_EQ(answers[kMany + 1].error().code, ledger::RefusalCode::command_id_reused);
  EXPECT_EQ(local->tree().size(), kMany);
  // Stored by now; in the middle of the next long group.
  std::vector<registry::Request> more;
  for (std::uint64_t i = 0; i < 3'000; ++i)
    more.push_back({envelope(i == 2'500 ? 42 : kMany + i), party(i == 2'500 ? 42 : i)});
  const auto then = local->record_each(more);
  EXPECT_EQ(then[2'500]->number, 42U);
  EXPECT_EQ(then[2'999]->number, kMany + 2'998);
  const journal::Hash root = local->tree().root();
  local = {};
  EXPECT_EQ(testing::open_registry(folder.path(), "XAA01")->tree().root(), root);
}

TEST(CommandIndex, TellsWhereToLook) {
  registry::CommandIndex index;
  EXPECT_EQ(index.candidate("c1"), std::nullopt);
  for (std::uint64_t i = 0; i < 1'000; ++i) index.add(fmt::format("c{}", i), i);
  for (std::uint64_t i = 0; i < 1'000; ++i) EXPECT_EQ(index.candidate(fmt::format("c{}", i)), i);
  index.add("c5", 2'000);  // a journal from elsewhere may say an id twice
  EXPECT_EQ(index.candidate("c5"), 2'000U);
}

// A journal of `count` entries, the one at `bad` not an entry.
void fill(journal::MemoryStore& store, std::uint64_t count, std::uint64_t bad) {
  std::vector<std::string> bytes;
  journal::MerkleTree tree;
  for (std::uint64_t i = 0; i < count; ++i) {
    bytes.push_back(i == bad ? "{}" : entry_bytes(i));
    tree.append(journal::leaf_hash(bytes.back()));
  }
  const auto key = testing::test_key("XAA01");
  const std::vector<std::string_view> views(bytes.begin(), bytes.end());
  store.append_group(
      0, views,
      {count, journal::sign_checkpoint({key.verifier().name(), count, tree.root(), {}}, key)});
}

TEST(EntryReader, GivesALongJournalInOrder) {
  journal::MemoryStore store;
  fill(store, kMany, kMany);
  std::uint64_t next = 0;
  const auto verified = registry::read_entries(
      store, {testing::test_key("XAA01").verifier()}, "journal",
      [&](const ledger::Entry& entry, const journal::Hash& leaf) {
        ASSERT_EQ(entry.number, next++);
        ASSERT_EQ(leaf, journal::leaf_hash(registry::encode(entry.envelope, entry.event)));
      });
  ASSERT_TRUE(verified);
  EXPECT_EQ(next, kMany);
  EXPECT_EQ(verified->size, kMany);
}

TEST(EntryReader, NamesTheFirstEntryThatIsNone) {
  for (const std::uint64_t bad : {std::uint64_t{1}, std::uint64_t{300}, kMany - 1}) {
    journal::MemoryStore store;
    fill(store, kMany, bad);
    std::uint64_t seen = 0;
    try {
      static_cast<void>(
          registry::read_entries(store, {testing::test_key("XAA01").verifier()}, "journal",
                                 [&](const ledger::Entry&, const journal::Hash&) { ++seen; }));
      ADD_FAILURE() << "an entry that is none was read";
    } catch (const registry::JournalUnreadable& error) {
      EXPECT_NE(error.text().en.find(fmt::format("entry {} is not", bad)), std::string::npos);
    }
    EXPECT_EQ(seen, bad);
  }
}

TEST(EntryReader, EndsWhereTheVisitorThrows) {
  journal::MemoryStore store;
  fill(store, kMany, kMany);
  const auto read = [&] {
    static_cast<void>(registry::read_entries(store, {testing::test_key("XAA01").verifier()},
                                             "journal",
                                             [&](const ledger::Entry& entry, const journal::Hash&) {
                                               check(entry.number < 400, "a visitor may throw");
                                             }));
  };
  EXPECT_THROW(read(), InvariantBroken);
}

TEST(EntryReader, TellsOfACheckpointThatDoesNotFit) {
  journal::MemoryStore store;
  fill(store, kMany, kMany);
  const auto verified =
      registry::read_entries(store, {testing::test_key("XBB01").verifier()}, "journal",
                             [](const ledger::Entry&, const journal::Hash&) {});
  EXPECT_FALSE(verified);
}

// Whatever is accepted, by the fast reader or the JSON parser, is what encode() writes.
TEST(EntryCodec, NoChangedByteIsAcceptedAsAnotherSpelling) {
  for (const std::string& name : {std::string("Land"), std::string("Hôte \"A\" \\ \t x")}) {
    const std::string bytes =
        registry::encode(envelope(1), RecordParty{*PartyId::parse("XAA"), name, true});
    const auto plain = registry::decode(1, bytes);
    ASSERT_TRUE(plain) << plain.error().en;
    EXPECT_EQ(std::get<RecordParty>(plain->event).name, name);
    for (std::size_t at = 0; at < bytes.size(); ++at)
      for (int byte = 0; byte < 256; ++byte) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(byte);
        const auto entry = registry::decode(1, changed);
        if (entry) {
          ASSERT_EQ(registry::encode(entry->envelope, entry->event), changed);
        }
      }
  }
}

}  // namespace
}  // namespace openitmo
