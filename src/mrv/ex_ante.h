#pragma once

#include <array>
#include <string>

#include "mrv/monitoring_data.h"

namespace openitmo::mrv {

// What a component is expected to treat and use in a full year.
struct ExAnteEstimate {
  double waste_t_wet_per_year = 0;
  std::array<double, kWasteTypeCount> fractions{};  // wet, sum 1
  double electricity_mwh_per_year = 0;
  double diesel_litres_per_year = 0;
};

// The estimate as declared amounts for every calendar month of `months` (whole months), to be
// quantified by the same equations as the measured data: expected against measured.
MonitoringData ex_ante_data(std::string component, const ExAnteEstimate& estimate,
                            const DateRange& months);

}  // namespace openitmo::mrv
