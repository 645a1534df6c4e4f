#include "mrv/uncertainty/rounded_tonnes.h"

#include <cmath>
#include <fmt/format.h>

#include "quantity/tonnes.h"

namespace openitmo::mrv {

std::string rounded_tonnes(double t, Language language) {
  if (std::fabs(t) >= 1000) return grouped(std::llround(t));
  return decimal_text(fmt::format("{:.{}f}", t,
                                  std::fabs(t) >= 100  ? 0
                                  : std::fabs(t) >= 10 ? 1
                                                       : 2))
      .in(language);
}

std::string rounded_interval(double low, double high, Language language) {
  return Text({"{} to {}", "{} à {}"}, rounded_tonnes(low, language),
              rounded_tonnes(high, language))
      .in(language);
}

}  // namespace openitmo::mrv
