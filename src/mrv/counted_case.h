#pragma once

#include <expected>
#include <optional>
#include <vector>

#include "mrv/component_case.h"
#include "mrv/counted_data.h"
#include "mrv/parameter_set.h"

namespace openitmo::mrv {

// The mean share of a kind of waste of one calendar year is multiplied by `factor`.
struct ShareChange {
  CalendarYear year = {};
  WasteType type = WasteType::inert;
  double factor = 1;
};

// A component with what is counted of its data, and the parameters that its laboratory measured.
class CountedCase {
 public:
  CountedCase(const Methodology& methodology, const ComponentPlan& plan, const MonitoringData& data,
              const std::vector<MeterSeries>& series, const DateRange& covered,
              const CountChoice& choice = {}, const std::vector<ShareChange>& changes = {});
  CountedCase(const CountedCase&) = delete;
  CountedCase& operator=(const CountedCase&) = delete;

  const ComponentCase& get() const { return case_; }
  const std::vector<MeasuredParameter>& measured() const { return counted_.parameters; }
  const std::expected<ParameterSet, Problems>& parameters() const { return parameters_; }
  void change(const std::vector<ShareChange>& changes);

 private:
  CountedData counted_;
  std::expected<ParameterSet, Problems> parameters_;
  MonitoringSummary summary_;
  ComponentCase case_;
};

}  // namespace openitmo::mrv
