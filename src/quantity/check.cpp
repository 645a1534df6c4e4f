#include "quantity/check.h"

#include <fmt/format.h>

namespace openitmo {

void broken_invariant(std::string_view statement, std::source_location where) {
  throw InvariantBroken(fmt::format("broken invariant: {} ({}:{}, {})", statement,
                                    where.file_name(), where.line(), where.function_name()));
}

}  // namespace openitmo
