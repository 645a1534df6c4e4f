#pragma once

#include <vector>

#include "mrv/counted_case.h"
#include "mrv/finding.h"

// Findings about meters, laboratory results and samples, each with what it makes of the reductions.
namespace openitmo::mrv {

// All that a variant of a quantification needs.
struct EffectBasis {
  const ComponentPlan& plan;
  const Methodology& methodology;
  const MonitoringData& data;  // as read
  const std::vector<MeterSeries>& series;
  DateRange covered;
  std::vector<YearPart> parts;
  std::vector<ShareChange> changes = {};  // of the means, that hold
};

// Reductions of all parts, before any deduction, t CO2 eq. Not a number where the variant cannot be
// quantified.
double reductions_of(const CountedCase& c, const std::vector<YearPart>& parts);

// Errors of the meters' readings, found before anything is quantified.
Problems check_meters(const std::vector<MeterSeries>& series);

// Where means of samples miss their precision: the ends of their intervals that lower the
// reductions, and a warning for each. The plan says whether they count.
struct SamplingOutcome {
  std::vector<ShareChange> bounds = {};
  Problems findings = {};
};
SamplingOutcome check_sampling(const EffectBasis& basis, const CountedCase& counted);

// Warnings of meters and laboratory results.
Problems check_effects(const EffectBasis& basis, const CountedCase& counted);

}  // namespace openitmo::mrv
