#include "registry/group_commit.h"

#include <atomic>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <random>

#include "accounting/world.h"
#include "ledger/invariants.h"
#include "registry/market_world.h"

namespace openitmo {
namespace {

using ledger::RefusalCode;
using registry::GroupCommit;
using registry::Request;
using testing::kMarketUnits;
using testing::market_noon;
using testing::market_request;
using testing::market_world;
using testing::open_with_history;
using testing::random_act;
using testing::World;

TEST(GroupCommit, ParallelClientsNeverCreateOrLoseAUnit) {
  TemporaryFolder folder;
  const World world = market_world();
  auto local = open_with_history(folder.path(), "XXA01", world);
  const std::uint64_t before = local->tree().size();
  std::atomic<std::uint64_t> accepted = 0;
  {
    GroupCommit front(*local.registry, market_noon);
    std::vector<std::thread> clients;
    for (unsigned client = 0; client < 8; ++client)
      clients.emplace_back([&, client] {
        std::mt19937_64 random(client);
        for (int act = 0; act < 150; ++act) {
          const auto id = fmt::format("{}-{}", client, act);
          accepted += front.submit(market_request(id, random_act(world, random))).get().has_value();
        }
      });
    for (std::thread& client : clients) client.join();
  }
  EXPECT_GT(accepted, 100u);
  EXPECT_EQ(local->tree().size(), before + accepted);
  ledger::check_invariants(local->ledger());
  const ledger::Ledger* ledgers[] = {&local->ledger()};
  const auto units = accounting::check_world(ledgers);
  EXPECT_EQ(units.first_transferred_t_co2eq, TonnesCo2eq(kMarketUnits));
  EXPECT_EQ(units.unused() + units.used_ndc_t_co2eq, TonnesCo2eq(kMarketUnits));

  const auto root = local->tree().root();
  local = {};
  EXPECT_EQ(testing::open_registry(folder.path(), "XXA01")->tree().root(), root);
}

TEST(GroupCommit, ARefusalLeavesTheOthersOfItsGroup) {
  TemporaryFolder folder;
  const World world = market_world();
  auto local = open_with_history(folder.path(), "XXA01", world);
  const std::vector<Request> requests{
      market_request("a", world.use("XBB", 2024, 4'000, 2025)),
      market_request("b", world.use("XBB", 2024, 7'000, 2025)),  // 6,000 are left
      market_request("a", world.use("XBB", 2024, 4'000, 2025)),  // a retry in the same group
      market_request("a", world.use("XBB", 2024, 1, 2025)),
      market_request("c", world.use("XBB", 2024, 6'000, 2025))};
  auto stamped = requests;
  for (Request& one : stamped) one.envelope.recorded_at = market_noon();
  const auto answers = local->record_each(stamped);
  ASSERT_TRUE(answers[0] && answers[2] && answers[4]);
  EXPECT_EQ(answers[0]->number, answers[2]->number);
  EXPECT_EQ(answers[1].error().code, RefusalCode::holdings_insufficient);
  EXPECT_EQ(answers[3].error().code, RefusalCode::command_id_reused);
  EXPECT_EQ(local.store->checkpoints().size(), 2u);  // of the history, and of the group
}

TEST(GroupCommit, AFailedGroupIsNotThereAndTheNextIs) {
  TemporaryFolder folder;
  const World world = market_world();
  {
    auto filled = open_with_history(folder.path(), "XXA01", world);
  }
  auto local = testing::open_registry(folder.path(), "XXA01", {.page_count_max = 40, .vfs = ""});
  const auto root = local->tree().root();
  GroupCommit front(*local.registry, market_noon);
  std::vector<std::future<GroupCommit::Answer>> answers;
  for (int act = 0; act < 400; ++act)
    answers.push_back(front.submit(
        market_request(fmt::format("{}", act),
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
  const World world = market_world();
  auto local = open_with_history(folder.path(), "XXA01", world);
  std::vector<std::future<GroupCommit::Answer>> answers;
  {
    GroupCommit front(*local.registry, market_noon, {.group_max = 7, .queue_max = 20});
    for (int act = 0; act < 100; ++act)
      answers.push_back(
          front.submit(market_request(fmt::format("{}", act), world.use("XBB", 2024, 1, 2025))));
  }
  for (auto& answer : answers) EXPECT_TRUE(answer.get());
  EXPECT_EQ(local->tree().size(), world.entries().size() + 100);
}

}  // namespace
}  // namespace openitmo
