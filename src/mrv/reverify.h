#pragma once

#include <expected>
#include <vector>

#include "mrv/quantify.h"

// The same component quantified with other data or parameters: what differs, and by what cause.
namespace openitmo::mrv {

// One thing that is different, and what it does to the reductions of each year.
struct Cause {
  Text what;                           // "k.tropical_dry.food: 0.085 -> 0.06 (source ...)"
  std::vector<double> effect_t_co2eq;  // by year of the results
};

struct Reverified {
  Quantification before;
  Quantification after;
  // In the order in which they were exchanged: settings, options, parameters, data. Each effect is
  // what its exchange added to those before it, so the effects sum to the difference; where two
  // causes strengthen each other, the later one carries what they do together. What cannot be
  // quantified without the next cause is told together with it.
  std::vector<Cause> causes;

  // Of a year of the results: after less before.
  double difference(std::size_t year) const;
};

// Exchanges one difference after the other. Fails with what is wrong with one side or the other.
std::expected<Reverified, Problems> reverify(const ComponentPlan& plan, const MonitoringData& data,
                                             const ComponentPlan& other_plan,
                                             const MonitoringData& other_data,
                                             const DateRange& period);

// "-189.480", "-189,480".
Text tonnes_with_sign(double tonnes);

}  // namespace openitmo::mrv
