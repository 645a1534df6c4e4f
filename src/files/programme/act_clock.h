#pragma once

#include <optional>

#include "files/toml/document.h"
#include "quantity/date.h"

namespace openitmo::files {

// When the acts of a programme are recorded: an act without recorded_at at 10:00 UTC of its day, or
// a minute after the act above where that is later. A day before the day on which the act above was
// recorded is refused unless the act says when it was recorded, and recorded_at may not go back.
class ActClock {
 public:
  // Reads recorded_at of an act that counts from `on`; nothing for a day that was refused.
  Instant moment_of(const TomlTable& act, std::optional<Date> on);
  // For a further entry of the same act.
  Instant minute_later() { return now_ = Instant(now_.seconds() + std::chrono::minutes(1)); }

 private:
  Instant now_;
};

}  // namespace openitmo::files
