#pragma once

#include <vector>

#include "mrv/derivation.h"

// Months whose figure is far from that of the others. There is at least one month.
namespace openitmo::mrv {

using Months = std::vector<const DerivationNode*>;

// The median of the figures; of an even number the mean of the two in the middle.
double middle_of(const Months& months);
// The months that are off the median by more than so many median absolute deviations and by more
// than this part of the median. None where the median absolute deviation is 0.
Months far_off(const Months& months, double deviations, double part);

}  // namespace openitmo::mrv
