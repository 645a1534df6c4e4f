#pragma once

#include <string>

namespace openitmo::cli {

// Which build of the program runs: what its linker computed from all of its code, in hex. Empty
// where the linker was not asked to.
std::string program_id();

}  // namespace openitmo::cli
