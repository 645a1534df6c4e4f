#pragma once

#include <cstddef>

#include "mrv/uncertainty/monte_carlo.h"

namespace openitmo::cli {

// As many threads as the machine has cores, or as `wanted` says where it is not 0. The first
// exception of any thread is thrown when all have ended.
mrv::ForEach on_threads(std::size_t wanted);

}  // namespace openitmo::cli
