#pragma once

#include <optional>
#include <string_view>

#include "mrv/component_plan.h"
#include "mrv/monitoring_data.h"
#include "mrv/monitoring_summary.h"
#include "mrv/scalar/series.h"

namespace openitmo::mrv {

struct Methodology;

// All that the quantification of one component reads, checked beforehand. `covered` are the days of
// which data count: the monitoring period, or, where waste of earlier years still decays, from the
// start of the crediting period to the end of the monitoring period.
struct ComponentCase {
  const Methodology& methodology;
  const ComponentPlan& plan;
  const MonitoringData& data;
  const MonitoringSummary& summary;  // of `covered`
  DateRange covered;
  std::optional<GridSets> grid = {};  // where the data have plants of the grid

  // Declared amounts instead of tickets.
  bool is_declared() const { return !data.declared_waste.empty(); }
  // The word chosen for an option that the methodology describes.
  std::string_view option(std::string_view key) const;
  // Whether the methodology reads a table under the chosen words, and whether it must have rows for
  // every month.
  bool reads_table(std::string_view key) const;
  bool requires_table(std::string_view key) const;
  CalendarAxis axis() const {
    const Date first = covered.first;
    return {.first = {.year = first.year().value(),
                      .month = plan.model == DecayModel::monthly ? first.month() : 0}};
  }
};

// The part of one calendar year that lies in the monitoring period: whole months.
struct YearPart {
  CalendarYear year;
  DateRange days;

  bool contains(Period month) const { return days.contains(Date(month.year, month.month, 1)); }
};

}  // namespace openitmo::mrv
