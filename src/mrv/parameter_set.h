#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/component_plan.h"
#include "mrv/counted_data.h"
#include "mrv/finding.h"
#include "mrv/parameters.h"

namespace openitmo::mrv {

struct ParameterValue {
  const Parameter* parameter = nullptr;
  double value = 0;
  std::string source;
  Confidence confidence = Confidence::low;
  StatedUncertainty uncertainty = {};
  bool is_overridden = false;
  std::optional<Evidence> measured_rows = {};  // behind a value that was measured
};

// The parameter table with a programme's own values and measured ones laid over it.
class ParameterSet {
 public:
  ParameterSet() = default;  // the table
  // Refuses an override that is unknown, given twice, not a number, out of range, without
  // source or with an uncertainty that cannot be read.
  static std::expected<ParameterSet, Problems> make(
      const std::vector<ParameterOverride>& overrides,
      const std::vector<MeasuredParameter>& measured = {});

  // `symbol` must be in the table.
  ParameterValue value(std::string_view symbol) const;

 private:
  std::map<std::string, ParameterValue, std::less<>> overridden_;
};

}  // namespace openitmo::mrv
