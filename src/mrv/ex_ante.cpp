#include "mrv/ex_ante.h"

namespace openitmo::mrv {

MonitoringData ex_ante_data(std::string component, const ExAnteEstimate& estimate,
                            const DateRange& months) {
  MonitoringData data;
  data.component = std::move(component);
  for (CalendarYear year = months.first.year(); year <= months.last.year(); year = year.next()) {
    double months_in_year = 0;
    for (unsigned month = 1; month <= 12; ++month) {
      const Date first_day(year.value(), month, 1);
      if (!months.contains(first_day)) continue;
      months_in_year += 1;
      data.electricity.push_back({.year = year,
                                  .month = month,
                                  .consumption_mwh = estimate.electricity_mwh_per_year / 12,
                                  .place = {}});
      data.diesel.push_back(
          {.date = first_day, .litres = estimate.diesel_litres_per_year / 12, .place = {}});
    }
    const double waste_t = estimate.waste_t_wet_per_year * months_in_year / 12;
    for (std::size_t j = 0; j < kWasteTypeCount; ++j)
      data.declared_waste.push_back({.year = year,
                                     .type = kWasteTypes[j],
                                     .tonnes_wet = waste_t * estimate.fractions[j],
                                     .place = {}});
  }
  return data;
}

}  // namespace openitmo::mrv
