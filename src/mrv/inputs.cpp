#include "mrv/inputs.h"

#include <fmt/format.h>

namespace openitmo::mrv {

Traced TracedInputs::measured(const Label& label, double value, const Evidence& rows,
                              std::string_view source) {
  return tape_.leaf(label, value,
                    {.kind = LeafKind::measured, .source = std::string(source), .evidence = rows});
}

Traced TracedInputs::declared(const Label& label, double value, const Evidence& rows,
                              std::string_view source) {
  return tape_.leaf(label, value,
                    {.kind = LeafKind::assumed, .source = std::string(source), .evidence = rows});
}

Traced TracedInputs::parameter(std::string_view symbol) {
  if (const auto known = parameter_leaves_.find(symbol); known != parameter_leaves_.end())
    return known->second;
  const ParameterValue value = parameters_.value(symbol);
  const Traced leaf =
      tape_.leaf({.symbol = symbol, .unit = value.parameter->unit}, value.value,
                 {.kind = value.is_overridden ? LeafKind::assumed : LeafKind::default_value,
                  .source = value.source,
                  .confidence = value.confidence});
  parameter_leaves_.insert({std::string(symbol), leaf});
  return leaf;
}

Traced TracedInputs::gwp(std::string_view symbol, double value, std::string_view set_name) {
  if (const auto known = parameter_leaves_.find(symbol); known != parameter_leaves_.end())
    return known->second;
  const Traced leaf =
      tape_.leaf({.symbol = symbol, .unit = "t CO2 eq/t"}, value,
                 {.kind = LeafKind::default_value,
                  .source = fmt::format(
                      "GWP set {}; 18/CMA.1 annex para 37 and 5/CMA.3 ask for AR5", set_name),
                  .confidence = Confidence::high});
  parameter_leaves_.insert({std::string(symbol), leaf});
  return leaf;
}

}  // namespace openitmo::mrv
