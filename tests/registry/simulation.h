#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "journal/memory_store.h"
#include "ledger_world/ledger_world.h"
#include "registry/exchange.h"
#include "registry/registry.h"

// Two registries over stores and a network that fail, played from a seed: what happens depends on
// the seed alone. XXA01 sends units to XXB01, which acquires or declines them; proofs get lost,
// repeated and overtaken; a write fails, or succeeds and is not known to; the power goes between
// any two operations.
namespace openitmo::testing {

// Fails when told to, before or after the group is kept.
class FaultyStore : public journal::MemoryStore {
 public:
  enum class Fault : std::uint8_t { none, before, after };
  Fault next = Fault::none;
  void append_group(std::uint64_t first, std::span<const std::string_view> entries,
                    const journal::SavedCheckpoint& checkpoint) override;
};

struct SimulationSettings {
  std::uint64_t seed = 1;
  int steps = 400;
  // The sender takes units back without a proof that they were declined: what must never happen,
  // planted so that the simulation shows that it would see it.
  bool careless_sender = false;
};

struct SimulationOutcome {
  std::string broken;  // what went wrong; empty when nothing did
  std::uint64_t acquired = 0;
  std::uint64_t declined = 0;
  std::uint64_t restarts = 0;
  std::uint64_t failed_writes = 0;
  std::uint64_t messages_lost = 0;
  std::uint64_t messages_repeated = 0;
};

SimulationOutcome simulate(const SimulationSettings& settings);

}  // namespace openitmo::testing
