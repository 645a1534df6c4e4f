#pragma once

#include "mrv/component_plan.h"
#include "mrv/monitoring_data.h"
#include "mrv/monitoring_summary.h"
#include "mrv/scalar/series.h"

namespace openitmo::mrv {

// All that the quantification of one component reads, checked beforehand. Waste deposited since the
// start of the crediting period still decays in the years asked for, so `covered` reaches from that
// start to the end of the monitoring period.
struct ComponentCase {
  const ComponentPlan& plan;
  const MonitoringData& data;
  const MonitoringSummary& summary;  // of `covered`
  DateRange covered;

  // Declared amounts instead of tickets.
  bool is_declared() const { return !data.declared_waste.empty(); }
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
