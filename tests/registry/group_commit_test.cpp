#include "registry/group_commit.h"

#include <atomic>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <random>

#include "accounting/world.h"
#include "ledger/invariants.h"
#include "registry/local_registry.h"

namespace openitmo {
namespace {

using ledger::RefusalCode;
using registry::GroupCommit;
using registry::Request;
using testing::open_with_history;
using testing::TemporaryFolder;
using testing::World;

constexpr std::uint64_t kUnits = 10'000;

Instant noon() { return *Instant::parse("2026-06-01T12:00:00Z"); }

// XAA first transferred 10,000 units to XBB, which holds them in one block.
World one_block() {
  World world({"XAA", "XBB"});
  for (const char* code : {"XAA", "XBB"}) world.must(World::ndc(code, 2021, 2030));
  world.at(Date(2025, 2, 1));
  const auto units = world.issue({.host = "XAA", .quantity_t_co2eq = kUnits});
  world.must(world.first_transfer(units, kUnits, "XBB"));
  world.must(ledger::OpenAccount{"SECOND", *PartyId::parse("XBB"), ""});
  return world;
}

Request request(const std::string& id, ledger::Command command) {
  ledger::Envelope envelope;
  envelope.effective_date = noon().date();
  envelope.actor = "a-1";
  envelope.command_id = id;
  return {envelope, std::move(command)};
}

// A part of the block of one of the accounts, taken by one of four acts.
ledger::Command random_act(const World& world, std::mt19937_64& random) {
  const auto pick = [&](std::uint64_t n) { return random() % n; };
  const std::uint64_t quantity = 1 + pick(50);
  switch (pick(4)) {
    case 0:
      return world.transfer("XBB", 2024, quantity, "XAA");
    case 1:
      return world.use("XBB", 2024, quantity, 2025);
    case 2:
      return world.cancel("XBB", 2024, quantity, ledger::CancellationKind::other);
    default: {
      const bool there = pick(2) == 0;
      ledger::MoveUnits move;
      move.units = world.units_of("XBB", 2024, quantity);
      if (!there) move.units.account = "SECOND";
      move.to_account = there ? "SECOND" : World::account_of("XBB");
      return move;
    }
  }
}

TEST(GroupCommit, ParallelClientsNeverCreateOrLoseAUnit) {
  TemporaryFolder folder;
  const World world = one_block();
  auto local = open_with_history(folder.path(), "XXA01", world);
  const std::uint64_t before = local->tree().size();
  std::atomic<std::uint64_t> accepted = 0;
  {
    GroupCommit front(*local.registry, noon);
    std::vector<std::thread> clients;
    for (unsigned client = 0; client < 8; ++client)
      clients.emplace_back([&, client] {
        std::mt19937_64 random(client);
        for (int act = 0; act < 150; ++act) {
          const auto id = fmt::format("{}-{}", client, act);
          accepted += front.submit(request(id, random_act(world, random))).get().has_value();
        }
      });
    for (std::thread& client : clients) client.join();
  }
  EXPECT_GT(accepted, 100u);
  EXPECT_EQ(local->tree().size(), before + accepted);
  ledger::check_invariants(local->ledger());
  const ledger::Ledger* ledgers[] = {&local->ledger()};
  const auto units = accounting::check_world(ledgers);
  EXPECT_EQ(units.first_transferred_t_co2eq, TonnesCo2eq(kUnits));
  EXPECT_EQ(units.unused() + units.used_ndc_t_co2eq, TonnesCo2eq(kUnits));

  const auto root = local->tree().root();
  local = {};
  EXPECT_EQ(testing::open_registry(folder.path(), "XXA01")->tree().root(), root);
}

TEST(GroupCommit, ARefusalLeavesTheOthersOfItsGroup) {
  TemporaryFolder folder;
  const World world = one_block();
  auto local = open_with_history(folder.path(), "XXA01", world);
  const std::vector<Request> requests{
      request("a", world.use("XBB", 2024, 4'000, 2025)),
      request("b", world.use("XBB", 2024, 7'000, 2025)),  // 6,000 are left
      request("a", world.use("XBB", 2024, 4'000, 2025)),  // a retry in the same group
      request("a", world.use("XBB", 2024, 1, 2025)),
      request("c", world.use("XBB", 2024, 6'000, 2025))};
  auto stamped = requests;
  for (Request& one : stamped) one.envelope.recorded_at = noon();
  const auto answers = local->record_each(stamped);
  ASSERT_TRUE(answers[0] && answers[2] && answers[4]);
  EXPECT_EQ(answers[0]->number, answers[2]->number);
  EXPECT_EQ(answers[1].error().code, RefusalCode::holdings_insufficient);
  EXPECT_EQ(answers[3].error().code, RefusalCode::command_id_reused);
  EXPECT_EQ(local.store->checkpoints().size(), 2u);  // of the history, and of the group
}

TEST(GroupCommit, AFailedGroupIsNotThereAndTheNextIs) {
  TemporaryFolder folder;
  const World world = one_block();
  {
    auto filled = open_with_history(folder.path(), "XXA01", world);
  }
  auto local = testing::open_registry(folder.path(), "XXA01", {.page_count_max = 40, .vfs = ""});
  const auto root = local->tree().root();
  GroupCommit front(*local.registry, noon);
  std::vector<std::future<GroupCommit::Answer>> answers;
  for (int act = 0; act < 400; ++act)
    answers.push_back(
        front.submit(request(fmt::format("{}", act),
                             RecordParty{*PartyId::parse("XAA"), std::string(900, 'n'), false})));
  std::uint64_t stored = 0, failed = 0;
  for (auto& answer : answers) {
    try {
      stored += answer.get().has_value();
    } catch (const journal::StoreError&) {
      ++failed;
    }
  }
  EXPECT_GT(failed, 0u);
  EXPECT_EQ(stored + failed, answers.size());
  front.ask([&](const registry::Registry& registry) {
    EXPECT_EQ(registry.tree().size(), world.entries().size() + stored);
    EXPECT_EQ(stored == 0, registry.tree().root() == root);
  });
}

TEST(GroupCommit, EverythingSubmittedIsAnsweredBeforeTheEnd) {
  TemporaryFolder folder;
  const World world = one_block();
  auto local = open_with_history(folder.path(), "XXA01", world);
  std::vector<std::future<GroupCommit::Answer>> answers;
  {
    GroupCommit front(*local.registry, noon, {.group_max = 7, .queue_max = 20});
    for (int act = 0; act < 100; ++act)
      answers.push_back(
          front.submit(request(fmt::format("{}", act), world.use("XBB", 2024, 1, 2025))));
  }
  for (auto& answer : answers) EXPECT_TRUE(answer.get());
  EXPECT_EQ(local->tree().size(), world.entries().size() + 100);
}

}  // namespace
}  // namespace openitmo
