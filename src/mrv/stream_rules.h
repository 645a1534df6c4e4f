#pragma once

#include <optional>

#include "mrv/component_case.h"
#include "mrv/finding.h"

// What readings at a fixed interval leave for whoever verifies.
namespace openitmo::mrv {

// One warning for each correction of the covered days, with its effect in t CO2 eq: methane
// destroyed times its GWP, before oxidation and the baseline's own destruction. And one where the
// interval is longer than the minute that TOOL06 asks for.
Problems check_stream(const ComponentCase& c);

// The record with the corrections and certificates of the months that start in `period`.
std::optional<StreamRecord> stream_in(const MonitoringData& data, const DateRange& period);

}  // namespace openitmo::mrv
