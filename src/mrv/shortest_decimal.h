#pragma once

#include <string>

namespace openitmo::mrv {

// The shortest decimal text that reads back as the same double: "0.1", "277866.07"; with an
// exponent only below 1e-7 and from 1e17 on: "1e-08". Zero is "0", whatever its sign. Independent
// of locale and machine.
std::string shortest_decimal(double value);

}  // namespace openitmo::mrv
