#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mrv/meter_months.h"
#include "mrv/monitoring_data.h"

// What is counted of a data set: its rows as they stand, the months that its meters give and the
// means of its laboratory results.
namespace openitmo::mrv {

// A parameter whose value was measured: the mean of laboratory results.
struct MeasuredParameter {
  std::string symbol;
  double value = 0;
  double half_width = 0;  // of the 95 % interval of the mean
  Evidence rows = {};
};

// What is counted otherwise than it stands, to see what that changes.
struct CountChoice {
  const MeterNote* without = nullptr;  // what this adds to the months of `meter`
  const Meter* meter = nullptr;
  bool only_accredited = false;                   // laboratory results
  std::optional<std::size_t> other_side_of = {};  // this analysis, below its detection limit
};

struct CountedData {
  MonitoringData data;
  std::vector<MeasuredParameter> parameters;
};

// `series` are those of data.meters. Laboratory results count that were taken within `days`.
CountedData counted_data(const MonitoringData& data, const std::vector<MeterSeries>& series,
                         const DateRange& days, const CountChoice& choice = {});

// Mean and half of its 95 % interval: the spread of the values, t·s/√n, and the mean uncertainty
// that the laboratories state, which does not fall with their number, in quadrature.
struct MeanOfResults {
  double mean = 0;
  double half_width = 0;
};
MeanOfResults mean_of_results(const std::vector<double>& values,
                              const std::vector<double>& half_widths);

}  // namespace openitmo::mrv
