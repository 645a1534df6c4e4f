#pragma once

#include <array>
#include <cstddef>

#include "ledger/events.h"
#include "ledger/ledger.h"

namespace openitmo::ledger {

// Looks ahead where many acts wait to be decided and applied: what an act will read is asked of the
// memory some acts before its turn, and the processor works on others meanwhile. Changes nothing,
// neither the ledger nor any answer; where it guesses wrong an act takes its usual time.
//
//   Foresight foresight(ledger);
//   for (std::size_t i = 0; i < acts.size() + Foresight::kAhead; ++i) {
//     if (i < acts.size()) foresight.look_at(acts[i]);
//     if (i >= Foresight::kAhead) carry_out(acts[i - Foresight::kAhead]);
//   }
class Foresight {
 public:
  static constexpr std::size_t kAhead = 15;

  explicit Foresight(const Ledger& ledger) : ledger_(ledger) {}
  // The next act, which stays where it is until its turn.
  void look_at(const Command& act);

 private:
  static constexpr int kSteps = Blocks::kForesightSteps;
  static constexpr std::size_t kApart = 3;  // acts between two steps for one of them
  static_assert(kApart * kSteps <= kAhead);
  struct Coming {
    const UnitSelection* units = nullptr;
    const std::string* to_account = nullptr;
    Blocks::Foreseen place;
  };

  void step(Coming& act, int step) const;

  const Ledger& ledger_;
  std::array<Coming, kAhead + 1> coming_;
  std::size_t count_ = 0;
};

}  // namespace openitmo::ledger
