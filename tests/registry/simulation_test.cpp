#include "registry/simulation.h"

#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>

// OPENITMO_SIMULATION_SEED plays one seed; OPENITMO_SIMULATIONS sets how many are played.
namespace openitmo {
namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::stoull(text) : otherwise;
}

TEST(Simulation, NothingAcknowledgedIsLostAndNoUnitHasTwoOwners) {
  const std::uint64_t only = number_from("OPENITMO_SIMULATION_SEED", 0);
  const std::uint64_t count = only > 0 ? 1 : number_from("OPENITMO_SIMULATIONS", 15);
  testing::SimulationOutcome total;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t seed = only > 0 ? only : 1 + i;
    const auto outcome = testing::simulate({.seed = seed});
    ASSERT_EQ(outcome.broken, "") << "replay with OPENITMO_SIMULATION_SEED=" << seed;
    total.acquired += outcome.acquired;
    total.declined += outcome.declined;
    total.restarts += outcome.restarts;
    total.failed_writes += outcome.failed_writes;
    total.messages_lost += outcome.messages_lost;
    total.messages_repeated += outcome.messages_repeated;
  }
  fmt::print(
      "{} acquired, {} declined, {} restarts, {} failed writes, {} messages lost, {} "
      "repeated\n",
      total.acquired, total.declined, total.restarts, total.failed_writes, total.messages_lost,
      total.messages_repeated);
  for (const std::uint64_t happened :
       {total.acquired, total.declined, total.restarts, total.failed_writes, total.messages_lost})
    EXPECT_GT(happened, 0u);
}

TEST(Simulation, SeesASenderThatTakesUnitsBackWithoutProof) {
  int seen = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed)
    seen += !testing::simulate({.seed = seed, .careless_sender = true}).broken.empty();
  EXPECT_GT(seen, 0);
}

}  // namespace
}  // namespace openitmo
