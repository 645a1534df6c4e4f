#include "files/programme/act_clock.h"

#include <algorithm>
#include <fmt/format.h>

namespace openitmo::files {

Instant ActClock::moment_of(const TomlTable& act, std::optional<Date> on) {
  if (const std::optional<Instant> given = act.optional_instant("recorded_at")) {
    if (*given < now_)
      act.refuse("recorded_at",
                 {{"{} is before the act above, recorded at {}",
                   "{} précède l'acte ci-dessus, enregistré le {}"},
                  given->to_string(),
                  now_.to_string()},
                 {{"move the act up, or correct the time",
                   "déplacez l'acte vers le haut, ou corrigez l'heure"}});
    return now_ = std::max(now_, *given);
  }
  if (!on) return minute_later();
  if (*on < now_.date()) {
    act.refuse(
        "on",
        {{"{} is before the act above, recorded on {}",
          "{} précède l'acte ci-dessus, enregistré le {}"},
         on->to_string(),
         now_.date().to_string()},
        {{"move the act up, or say with recorded_at when it was recorded",
          "déplacez l'acte vers le haut, ou dites avec recorded_at quand il a été enregistré"}});
    return minute_later();
  }
  const Instant morning(on->days() + std::chrono::hours(10));
  return morning > now_ ? now_ = morning : minute_later();
}

}  // namespace openitmo::files
