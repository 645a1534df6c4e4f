#pragma once

#include "activity/records.h"

namespace openitmo {

// Digits after the point of the figures of a safeguard.
inline constexpr int kSafeguardDigits = 6;

// Whether what was measured is within what the design allows. Figures that are no decimal number
// keep no safeguard; `decide` refuses them.
bool is_kept(const SafeguardMeasurement& measured);

}  // namespace openitmo
