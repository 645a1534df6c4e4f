#include "activity/safeguard.h"

#include "quantity/decimal.h"

namespace openitmo {

bool is_kept(const SafeguardMeasurement& measured) {
  const auto value = parse_scaled(measured.value, kSafeguardDigits);
  const auto at_most = parse_scaled(measured.at_most, kSafeguardDigits);
  return value && at_most && *value <= *at_most;
}

}  // namespace openitmo
