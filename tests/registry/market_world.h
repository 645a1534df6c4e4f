#pragma once

#include <fmt/format.h>
#include <random>

#include "registry/local_registry.h"

// One block that many clients want, and what they may do with parts of it.
namespace openitmo::testing {

inline constexpr std::uint64_t kMarketUnits = 10'000;

inline Instant market_noon() { return *Instant::parse("2026-06-01T12:00:00Z"); }

// XAA first transferred so many units to XBB, which holds them in one block.
inline World market_world(std::uint64_t units_t_co2eq = kMarketUnits) {
  World world({"XAA", "XBB"});
  for (const char* code : {"XAA", "XBB"}) world.must(World::ndc(code, 2021, 2030));
  world.at(Date(2025, 2, 1));
  const auto units = world.issue({.host = "XAA", .quantity_t_co2eq = units_t_co2eq});
  world.must(world.first_transfer(units, units_t_co2eq, "XBB"));
  world.must(ledger::OpenAccount{"SECOND", *PartyId::parse("XBB"), ""});
  return world;
}

inline registry::Request market_request(const std::string& id, ledger::Command command) {
  ledger::Envelope envelope;
  envelope.effective_date = market_noon().date();
  envelope.actor = "a-1";
  envelope.command_id = id;
  return {envelope, std::move(command)};
}

// A part of the block of one of the accounts, taken by one of four acts.
inline ledger::Command random_act(const World& world, std::mt19937_64& random) {
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

}  // namespace openitmo::testing
