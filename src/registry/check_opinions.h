#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "ledger/ledger.h"
#include "ledger/refusal.h"

namespace openitmo::registry {

// The opinions of a journal, checked again from its entries alone: the text of each from those
// before it, and its signature with the key that was in force.
class OpinionCheck {
 public:
  // Every entry in order, each of which applied: why its opinion or key does not hold.
  std::optional<ledger::Refusal> take(const ledger::Entry& entry);
  // Signed opinions that held.
  std::uint64_t count() const { return count_; }

 private:
  std::optional<ledger::Refusal> check(Date date, const ConcludeVerification& conclusion);
  bool is_demonstration(const std::string& id) const;

  activity::Activities before_;
  std::map<CooperativeApproachId, bool> demonstrations_;
  std::uint64_t count_ = 0;
};

}  // namespace openitmo::registry
