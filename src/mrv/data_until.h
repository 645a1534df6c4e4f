#pragma once

#include "mrv/monitoring_data.h"

namespace openitmo::mrv {

// The data set of a report whose period ends on `last`: the rows up to that day, and the files that
// they stand in, each once. Later rows were not there when the report was made.
MonitoringData data_until(const MonitoringData& data, Date last);

}  // namespace openitmo::mrv
