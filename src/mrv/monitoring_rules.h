#pragma once

#include "mrv/component_plan.h"
#include "mrv/finding.h"
#include "mrv/monitoring_data.h"
#include "mrv/monitoring_summary.h"

namespace openitmo::mrv {

// TOOL04 v6.0.1, sampling for application B: at least three samples every three months; the monthly
// model takes the three most recent.
inline constexpr int kSamplesPerQuarter = 3;
inline constexpr int kRecentSamples = 3;
// Fractions of a sample sum to 1 within this.
inline constexpr double kCompositionTolerance = 0.001;
// No row states more than this in t, MWh or litres.
inline constexpr double kAmountMax = 1e9;
// Of one rule, at most this many findings are listed; one more says how many follow.
inline constexpr std::size_t kFindingsPerRule = 20;

// What is wrong with metered data for `covered`, the days from the start of the crediting period to
// the end of the monitoring period. `summary` is that of `covered`.
Problems check_monitoring(const MonitoringData& data, const ComponentPlan& plan,
                          const DateRange& covered, const MonitoringSummary& summary);

// The same for amounts declared per year. Each stands for its whole calendar year within the
// crediting period, so a monitoring period that cuts a year is refused.
Problems check_declared(const MonitoringData& data, const ComponentPlan& plan,
                        const DateRange& period);

}  // namespace openitmo::mrv
