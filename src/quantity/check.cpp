#include "quantity/check.h"

#include <fmt/format.h>

namespace openitmo {

void check(bool holds, std::string_view statement, std::source_location where) {
  if (holds) return;
  throw InvariantBroken(fmt::format("broken invariant: {} ({}:{}, {})", statement,
                                    where.file_name(), where.line(), where.function_name()));
}

}  // namespace openitmo
