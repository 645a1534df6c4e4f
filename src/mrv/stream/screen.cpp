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
  const double limit = limits.stuck_minutes;
  const bool was_stuck = minutes(memory.same_readings - 1) >= limit;
  const bool is_anew = memory.same_readings == 0 || value != memory.last || value == 0 ||
                       minutes(slot - memory.last_slot - 1) >= limit ||
                       (!was_stuck && minutes(slot - memory.same_since_slot) > 2 * limit);
  if (is_anew) {
    memory.last = value;
    memory.same_since_slot = slot;
    memory.same_readings = 0;
  }
  ++memory.same_readings;
  memory.last_slot = slot;
  return minutes(memory.same_readings - 1) >= limit;
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
