#include <fmt/format.h>
#include <gtest/gtest.h>
#include <optional>
#include <random>
#include <signal.h>
#include <sys/wait.h>
#include <thread>

#include "accounting/world.h"
#include "ledger/invariants.h"
#include "registry/group_commit.h"
#include "registry/market_world.h"

// A real registry process with many submitters, killed at any moment, again and again.
// OPENITMO_KILLS sets how often.
namespace openitmo {
namespace {

using registry::GroupCommit;

using testing::market_request;
using testing::market_world;
using testing::random_act;

constexpr unsigned kClients = 16;
constexpr std::uint64_t kUnits = 1'000'000'000;  // more than all rounds take
constexpr std::uint32_t kRoundsAJournal = 20;    // then a new one, so that rounds stay short

// What a client was answered, as it goes through the pipe: one write, so never in parts.
struct Acknowledged {
  std::uint32_t round, client, act;
  std::uint64_t entry;  // UINT64_MAX: refused
};

std::string command_id(const Acknowledged& of) {
  return fmt::format("{}-{}-{}", of.round, of.client, of.act);
}

ledger::Command act_of(const testing::World& world, const Acknowledged& of) {
  std::mt19937_64 random((std::uint64_t{of.round} << 40) + (std::uint64_t{of.client} << 24) +
                         of.act);
  return random_act(world, random);
}

// Never returns.
[[noreturn]] void serve(const std::filesystem::path& folder, const testing::World& world,
                        std::uint32_t round, int pipe) {
  auto local = testing::open_registry(folder, "XXA01");
  GroupCommit front(*local.registry, testing::market_noon);
  std::vector<std::thread> clients;
  for (std::uint32_t client = 0; client < kClients; ++client)
    clients.emplace_back([&, client] {
      for (std::uint32_t number = 0;; ++number) {
        Acknowledged of{round, client, number, UINT64_MAX};
        const auto answer = front.submit(market_request(command_id(of), act_of(world, of))).get();
        if (answer) of.entry = answer->number;
        if (write(pipe, &of, sizeof of) != sizeof of) _exit(4);
      }
    });
  for (;;) pause();
}

// Runs the process for a while, kills it, and says what it acknowledged.
std::vector<Acknowledged> killed_after(std::chrono::microseconds time,
                                       const std::filesystem::path& folder,
                                       const testing::World& world, std::uint32_t round) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t process = fork();
  if (process == 0) {
    close(ends[0]);
    try {
      serve(folder, world, round, ends[1]);
    } catch (const std::exception& error) {
      fmt::print(stderr, "registry process: {}\n", error.what());
      _exit(3);
    }
  }
  close(ends[1]);
  std::vector<Acknowledged> answers;
  Acknowledged of{};
  const auto next = [&] { return read(ends[0], &of, sizeof of) == sizeof of; };
  if (next()) answers.push_back(of);  // it is at work
  std::thread killer([&] {
    std::this_thread::sleep_for(time);
    kill(process, SIGKILL);
  });
  while (next()) answers.push_back(of);
  killer.join();
  close(ends[0]);
  int status = 0;
  waitpid(process, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << status;
  return answers;
}

void expect_whole(const registry::Registry& registry) {
  ledger::check_invariants(registry.ledger());
  const ledger::Ledger* ledgers[] = {&registry.ledger()};
  const auto units = accounting::check_world(ledgers);
  ASSERT_EQ(units.unused() + units.used_ndc_t_co2eq, TonnesCo2eq(kUnits));
}

TEST(Kill, WhatWasAcknowledgedStandsAndNoUnitIsLostOrMade) {
  const char* asked = std::getenv("OPENITMO_KILLS");
  const std::uint32_t rounds = asked ? static_cast<std::uint32_t>(std::stoul(asked)) : 12;
  const testing::World world = market_world(kUnits);
  std::optional<TemporaryFolder> folder;
  std::mt19937_64 random(20261123);
  std::uint64_t acknowledged = 0, refused = 0, unanswered = 0, size = 0;
  for (std::uint32_t round = 0; round < rounds; ++round) {
    if (round % kRoundsAJournal == 0) {
      folder.emplace();
      size = testing::open_with_history(folder->path(), "XXA01", world)->tree().size();
    }
    const auto answers =
        killed_after(std::chrono::microseconds(random() % 60'000), folder->path(), world, round);
    ASSERT_FALSE(answers.empty());
    auto local = testing::open_registry(folder->path(), "XXA01");  // verifies every checkpoint
    ASSERT_NO_FATAL_FAILURE(expect_whole(*local.registry));
    const std::uint64_t before = std::exchange(size, local->tree().size());
    std::uint64_t recorded = 0;
    for (const Acknowledged& of : answers) {
      if (of.entry == UINT64_MAX) {
        ++refused;
        continue;
      }
      ++recorded;
      // Asked again, it is the same entry, and no second one.
      auto again = market_request(command_id(of), act_of(world, of));
      again.envelope.recorded_at = testing::market_noon();
      const auto entry = local->record(again.envelope, again.command);
      ASSERT_TRUE(entry) << command_id(of);
      ASSERT_EQ(entry->number, of.entry);
    }
    ASSERT_EQ(local->tree().size(), size);
    acknowledged += recorded;
    unanswered += size - before - recorded;
  }
  EXPECT_GT(acknowledged, rounds);
  fmt::print("{} kills: {} acts acknowledged and there, {} durable without an answer, {} refused\n",
             rounds, acknowledged, unanswered, refused);
}

}  // namespace
}  // namespace openitmo
