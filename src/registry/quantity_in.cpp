#include "registry/quantity_in.h"

#include <fmt/format.h>

namespace openitmo::registry {

Text quantity_in(const std::string& metric, TonnesCo2eq quantity) {
  const std::string figure = grouped(static_cast<std::int64_t>(quantity.value()));
  if (metric.empty()) return {{"{} t CO2 eq", "{} t éq. CO2"}, figure};
  return Text::name(fmt::format("{} {}", figure, metric));
}

}  // namespace openitmo::registry
