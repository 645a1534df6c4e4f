#pragma once

#include <span>

#include "mrv/methodology.h"

// Every methodology that `quantify` accepts.
namespace openitmo::mrv {

std::span<const Methodology* const> methodologies();
// Null where name and version are not in the list.
const Methodology* find_methodology(const MethodologyVersion& asked);

}  // namespace openitmo::mrv
