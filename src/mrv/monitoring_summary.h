#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "mrv/component_plan.h"
#include "mrv/evidence.h"
#include "mrv/monitoring_data.h"
#include "mrv/scalar/label.h"
#include "quantity/date.h"

// Monitoring rows added up by calendar month, each sum with the rows behind it.
namespace openitmo::mrv {

struct MonthSummary {
  Period month;
  std::int64_t waste_in_kg = 0;
  std::int64_t residue_out_kg = 0;
  std::int64_t compost_out_kg = 0;
  double electricity_mwh = 0;
  double diesel_litres = 0;
  Evidence waste_in_rows = {};
  Evidence residue_out_rows = {};
  Evidence electricity_rows = {};
  Evidence diesel_rows = {};

  std::int64_t treated_kg() const { return waste_in_kg - residue_out_kg; }
};

// Mean wet mass fractions of `rows.row_count()` samples.
struct MeanComposition {
  Period period;
  std::array<double, kWasteTypeCount> fractions{};
  Evidence rows = {};
  // Half of the 95 % confidence interval of each mean, t·s/√n of the samples; 0 for a single one,
  // which says nothing about its spread.
  std::array<double, kWasteTypeCount> half_widths{};
};

struct MonitoringSummary {
  // The calendar months of the range, without a gap; a month without rows has zeros.
  std::vector<MonthSummary> months;
  // TOOL04, p_j,x. Yearly model: the mean of all samples of each calendar year. Monthly model: for
  // each month the mean of the three most recent samples, taken up to its last day. Where there are
  // fewer samples the mean is of those; check_monitoring refuses such data.
  std::vector<MeanComposition> composition;
};

// Position of a date's calendar month, counted from `first`'s month as 0; negative before it.
int months_between(Date first, Date date);

// Sums of the rows dated within `range`, which must not be empty.
MonitoringSummary summarize(const MonitoringData& data, const DateRange& range, DecayModel model);

}  // namespace openitmo::mrv
