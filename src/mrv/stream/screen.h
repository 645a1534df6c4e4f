#pragma once

#include <cstdint>

#include "mrv/stream/plan.h"

// Accepts or refuses the readings of each channel, by range, rate of change and stuck sensor.
namespace openitmo::mrv::stream {

enum class Fault : std::uint8_t { none, missing, out_of_range, jumped, stuck };
Rule rule_of(Fault fault);

class Screen {
 public:
  explicit Screen(const Plan& plan) : plan_(plan) {}
  // In the order of the slots. A refused reading does not become the one that later readings are
  // compared with, so one spike costs one reading.
  Fault judge(Channel channel, double value, std::int64_t slot);
  // Since when the channel has shown its last figure. A channel is stuck that showed one figure in
  // as many readings as cover the limit, within twice the limit: time without a reading shows
  // nothing, and after an outage as long as the limit the channel is looked at anew.
  std::int64_t same_since(Channel channel) const { return memory_[channel].same_since_slot; }

 private:
  struct Memory {
    bool has_accepted = false;
    double accepted = 0;
    std::int64_t accepted_slot = 0;
    double last = 0;
    std::int64_t last_slot = 0;
    std::int64_t same_since_slot = 0;
    std::int64_t same_readings = 0;  // 0: none yet
  };
  bool is_stuck(const Limits& limits, Memory& memory, double value, std::int64_t slot) const;
  double minutes(std::int64_t slots) const {
    return static_cast<double>(slots * plan_.interval_s) / 60.0;
  }

  const Plan& plan_;
  PerChannel<Memory> memory_;
};

}  // namespace openitmo::mrv::stream
