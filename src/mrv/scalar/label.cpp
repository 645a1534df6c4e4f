#include "mrv/scalar/label.h"

#include <fmt/format.h>

namespace openitmo::mrv {

std::string to_string(Period period) {
  if (period.year == 0) return {};
  if (period.month == 0) return fmt::format("{}", period.year);
  return fmt::format("{}-{:02}", period.year, period.month);
}

}  // namespace openitmo::mrv
