#include "mrv/stream/screen.h"

#include <cmath>

#include "quantity/check.h"

namespace openitmo::mrv::stream {

Rule rule_of(Fault fault) {
  switch (fault) {
    case Fault::none:
      break;
    case Fault::missing:
      return Rule::reading_missing;
    case Fault::out_of_range:
      return Rule::reading_out_of_range;
    case Fault::jumped:
      return Rule::reading_jumped;
    case Fault::stuck:
      return Rule::sensor_stuck;
  }
  check(false, "only a fault has a rule");
  return Rule::reading_missing;
}

// A meter that shows 0 is at rest, not stuck.
bool Screen::is_stuck(const Limits& limits, Memory& memory, double value, std::int64_t slot) const {
  if (memory.same_since_slot < 0 || value != memory.last || value == 0) {
    memory.last = value;
    memory.same_since_slot = slot;
  }
  return minutes(slot - memory.same_since_slot) >= limits.stuck_minutes;
}

Fault Screen::judge(Channel channel, double value, std::int64_t slot) {
  if (std::isnan(value)) return Fault::missing;
  const Limits& limits = plan_.limits[channel];
  Memory& memory = memory_[channel];
  const bool stuck = is_stuck(limits, memory, value, slot);
  if (value < limits.lowest || value > limits.highest) return Fault::out_of_range;
  if (memory.has_accepted && std::fabs(value - memory.accepted) >
                                 limits.change_per_minute * minutes(slot - memory.accepted_slot))
    return Fault::jumped;
  if (stuck) return Fault::stuck;
  memory.has_accepted = true;
  memory.accepted = value;
  memory.accepted_slot = slot;
  return Fault::none;
}

}  // namespace openitmo::mrv::stream
