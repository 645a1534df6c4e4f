#pragma once

#include <cstdint>

#include "quantity/rational.h"
#include "quantity/tonnes.h"

// Every rounding of the product stands here, so that a reader can see them all.
namespace openitmo {

// Units are issued in whole tonnes, rounded down once, per vintage (rulebook R-175). Negative
// reductions issue nothing; the caller carries them as a deficit.
TonnesCo2eq issuable(KilogramsCo2eq reductions);

// Kilograms of a real-valued result in t CO2 eq, rounded down (towards minus infinity), so that
// flooring to tonnes afterwards gives the same tonnes as flooring the exact result.
// Refuses (InvariantBroken) a value that is not finite or does not fit.
KilogramsCo2eq kilograms_rounded_down(double tonnes_co2eq);

enum class Rounding { up, down };
// A share (such as 2 % for overall mitigation) of whole tonnes; levies round up unless the
// agreement says otherwise (rulebook R-169).
TonnesCo2eq share_of(TonnesCo2eq quantity, Rational share, Rounding rounding);

}  // namespace openitmo
