#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mrv/monitoring_data.h"
#include "mrv/parameter_set.h"

// Whether samples are enough for the precision that a rule asks for.
namespace openitmo::mrv {

// A sample mean that misses the precision asked for.
struct MissedPrecision {
  CalendarYear year = {};
  WasteType type = WasteType::inert;
  int samples = 0;
  double mean = 0;
  double reached = 0;  // half of the confidence interval of the mean, as a share of it
  int needed = 0;      // samples of the same spread
  Place last = {};     // the year's last sample
};

struct AskedPrecision {
  double precision = 0;   // half of the interval as a share of the mean
  double confidence = 0;  // of the interval: 0.95
};
// By the parameters sampling.precision.* and sampling.confidence.* of the plan's rule.
AskedPrecision asked_precision(const ParameterSet& parameters, SamplingRule rule);

// Means of the composition samples of each calendar year of `days`, by kind of waste, that miss it.
// Kinds below the parameter sampling.share_min of the waste are not asked for; nor is a year of one
// sample, which says nothing about its spread and which too_few_composition_samples refuses.
std::vector<MissedPrecision> missed_precision(const MonitoringData& data, const DateRange& days,
                                              const AskedPrecision& asked, double share_min);

}  // namespace openitmo::mrv
