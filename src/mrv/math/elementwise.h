#pragma once

#include <span>

// Elementary functions of many numbers at once, for the samples of a Monte Carlo run: faster than
// the correctly rounded ones by a factor of hundreds, off by at most one unit in the last place,
// and the same bits on every machine all the same. Nothing that is issued is calculated with them.
// docs/decisions/0017-random123-and-sleef.md says why.
namespace openitmo::mrv {

// Each value by its function, in place.
void exp_each(std::span<double> values);
void log_each(std::span<double> values);

}  // namespace openitmo::mrv
