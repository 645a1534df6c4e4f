#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/invariants.h"
#include "registry/entry_codec.h"
#include "registry/local_registry.h"

namespace openitmo {
namespace {

using ledger::RefusalCode;
using testing::open_registry;

ledger::Envelope envelope(const std::string& command_id, int minute) {
  ledger::Envelope envelope;
  envelope.effective_date = Date(2022, 1, 10);
  envelope.recorded_at = Instant(envelope.effective_date.days() + std::chrono::minutes(minute));
  envelope.actor = "a-1";
  envelope.command_id = command_id;
  return envelope;
}

OpenRegistry opening() { return {*RegistryId::parse("XAA01"), {*PartyId::parse("XAA")}}; }
RecordParty party(const std::string& code, const std::string& name) {
  return {*PartyId::parse(code), name, false};
}

TEST(Registry, WhatWasAcknowledgedIsThereAfterReopening) {
  TemporaryFolder folder;
  journal::Hash root;
  {
    auto local = open_registry(folder.path(), "XAA01");
    ASSERT_TRUE(local->record(envelope("c1", 0), opening()));
    ASSERT_TRUE(local->record(envelope("c2", 1), party("XAA", "Host Land")));
    root = local->tree().root();
  }
  auto reopened = open_registry(folder.path(), "XAA01");
  EXPECT_EQ(reopened->tree().size(), 2u);
  EXPECT_EQ(reopened->tree().root(), root);
  EXPECT_EQ(reopened->ledger().find_party(*PartyId::parse("XAA"))->record.name, "Host Land");
}

TEST(Registry, ARetryIsAnsweredAsBeforeAndOtherContentIsRefused) {
  TemporaryFolder folder;
  auto local = open_registry(folder.path(), "XAA01");
  ASSERT_TRUE(local->record(envelope("c1", 0), opening()));
  const auto first = local->record(envelope("c2", 1), party("XAA", "Host Land"));
  const auto again = local->record(envelope("c2", 9), party("XAA", "Host Land"));
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->number, again->number);
  EXPECT_EQ(again->envelope.recorded_at, first->envelope.recorded_at);
  EXPECT_EQ(local->tree().size(), 2u);
  const auto other = local->record(envelope("c2", 1), party("XAA", "Other Land"));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, RefusalCode::command_id_reused);
}

TEST(Registry, ARetryIsRecognisedAfterReopening) {
  TemporaryFolder folder;
  {
    auto local = open_registry(folder.path(), "XAA01");
    ASSERT_TRUE(local->record(envelope("c1", 0), opening()));
  }
  auto reopened = open_registry(folder.path(), "XAA01");
  EXPECT_TRUE(reopened->record(envelope("c1", 5), opening()));
  EXPECT_EQ(reopened->tree().size(), 1u);
}

TEST(Registry, ABatchIsRecordedWholeOrNotAtAll) {
  TemporaryFolder folder;
  auto local = open_registry(folder.path(), "XAA01");
  ASSERT_TRUE(local->record(envelope("c1", 0), opening()));
  const auto root = local->tree().root();
  const auto refused = local->record_all(
      {{envelope("c2", 1), party("XAA", "Host Land")}, {envelope("c3", 2), party("XBB", "")}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, RefusalCode::value_not_valid);
  EXPECT_EQ(local->tree().root(), root);
  EXPECT_EQ(local->ledger().find_party(*PartyId::parse("XAA")), nullptr);
  const auto recorded = local->record_all(
      {{envelope("c2", 1), party("XAA", "Host Land")}, {envelope("c3", 2), party("XBB", "B")}});
  ASSERT_TRUE(recorded);
  EXPECT_EQ(local->tree().size(), 3u);
  EXPECT_EQ(local.store->checkpoints().size(), 2u);
}

TEST(Registry, AFullDiskLosesNothingAndLeavesNothingHalf) {
  TemporaryFolder folder;
  {
    auto local = open_registry(folder.path(), "XAA01");
    ASSERT_TRUE(local->record(envelope("c1", 0), opening()));
  }
  auto local = open_registry(folder.path(), "XAA01", {.page_count_max = 20, .vfs = {}});
  std::uint64_t acknowledged = 1;
  bool full = false;
  for (int i = 0; i < 400 && !full; ++i) try {
      if (local->record(envelope(fmt::format("p{}", i), i + 1),
                        party("XAA", std::string(400, 'n'))))
        ++acknowledged;
    } catch (const journal::StoreFull&) {
      full = true;
    }
  ASSERT_TRUE(full) << "the limit of 20 pages was never met";
  EXPECT_EQ(local->tree().size(), acknowledged);
  EXPECT_EQ(local->ledger().entry_count(), acknowledged);
  local.registry.reset();
  local.store.reset();
  EXPECT_EQ(open_registry(folder.path(), "XAA01")->tree().size(), acknowledged);
}

TEST(Registry, ATooLargeNumberOrEntryIsRefusedAndTheWriterGoesOn) {
  TemporaryFolder folder;
  auto local = open_registry(folder.path(), "XAA01");
  ASSERT_TRUE(local->record(envelope("c1", 0), opening()));
  const auto long_name = local->record(envelope("c2", 1), party("XAA", std::string(70'000, 'n')));
  ASSERT_FALSE(long_name);
  EXPECT_EQ(long_name.error().code, RefusalCode::value_not_valid);
  ASSERT_TRUE(local->record(envelope("c3", 1), party("XAA", "Host Land")));
  RecordInventory inventory;
  inventory.party = *PartyId::parse("XAA");
  inventory.year = CalendarYear(2022);
  inventory.gwp_set = "AR5";
  inventory.emissions_kg_co2eq = KilogramsCo2eq(9'100'000'000'000'000);
  const auto large = local->record(envelope("c4", 2), inventory);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, RefusalCode::value_not_valid);
  EXPECT_EQ(local->tree().size(), 2u);
}

TEST(EntryCodec, RefusesWhatItWouldNotWrite) {
  const std::string bytes = registry::encode(envelope("c1", 0), opening());
  ASSERT_TRUE(registry::decode(0, bytes));
  const std::pair<const char*, const char*> changes[] = {{"\"version\":1", "\"version\":2"},
                                                         {"\"version\":1", "\"version\": 1"},
                                                         {"\"XAA01\"", "\"XAA1\""},
                                                         {"registry_opened", "registry_closed"},
                                                         {"\"actor\":\"a-1\",", ""},
                                                         {"2022-01-10T", "2022-02-30T"},
                                                         {"\"body\":", "\"extra\":1,\"body\":"},
                                                         {"[\"XAA\"]", "[\"XAA\",5]"},
                                                         {"[\"XAA\"]", "\"XAA\""},
                                                         {"\"a-1\"", "\"a-\\u0031\""}};
  for (const auto& [from, to] : changes) {
    std::string changed = bytes;
    const auto at = changed.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    changed.replace(at, std::string_view(from).size(), to);
    EXPECT_FALSE(registry::decode(0, changed)) << changed;
  }
}

TEST(EntryCodec, EveryTruncationIsRefused) {
  const std::string bytes = registry::encode(envelope("c1", 0), party("XAA", "Hôte"));
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(registry::decode(0, bytes.substr(0, size))) << size;
}

}  // namespace
}  // namespace openitmo
