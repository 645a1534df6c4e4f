#include "mrv/inputs.h"

#include <fmt/format.h>

#include "mrv/uncertainty/instruments.h"

namespace openitmo::mrv {

Traced TracedInputs::leaf(const Label& label, double value, Leaf leaf) {
  if (list_ != nullptr) list_->add_call(label, value, leaf.uncertainty);
  return tape_.leaf(label, value, std::move(leaf));
}

Traced TracedInputs::leaf_once(std::string_view symbol, const Label& label, double value,
                               const Leaf& once) {
  const auto known = parameter_leaves_.find(symbol);
  if (known == parameter_leaves_.end())
    return parameter_leaves_.insert({std::string(symbol), leaf(label, value, once)}).first->second;
  if (list_ != nullptr) list_->add_call(label, value, once.uncertainty);
  return known->second;
}

Traced TracedInputs::measured(const Label& label, double value, const Evidence& rows,
                              std::string_view source, std::optional<double> half_width) {
  return leaf(
      label, value,
      {.kind = LeafKind::measured,
       .source = std::string(source),
       .evidence = rows,
       .uncertainty = uncertainty_of_measured(parameters_, label, value, source, half_width)});
}

Traced TracedInputs::declared(const Label& label, double value, const Evidence& rows,
                              std::string_view source) {
  return leaf(label, value,
              {.kind = LeafKind::assumed,
               .source = std::string(source),
               .evidence = rows,
               .uncertainty = uncertainty_of_declared(parameters_)});
}

Traced TracedInputs::parameter(std::string_view symbol) {
  const ParameterValue value = parameters_.value(symbol);
  if (value.measured_rows)
    return leaf_once(symbol, {.symbol = symbol, .unit = value.parameter->unit}, value.value,
                     {.kind = LeafKind::measured,
                      .source = value.source,
                      .evidence = *value.measured_rows,
                      .uncertainty = value.uncertainty});
  return leaf_once(symbol, {.symbol = symbol, .unit = value.parameter->unit}, value.value,
                   {.kind = value.is_overridden ? LeafKind::assumed : LeafKind::default_value,
                    .source = value.source,
                    .confidence = value.confidence,
                    .uncertainty = value.uncertainty});
}

Traced TracedInputs::gwp(std::string_view symbol, double value, std::string_view set_name) {
  return leaf_once(symbol, {.symbol = symbol, .unit = "t CO2 eq/t"}, value,
                   {.kind = LeafKind::default_value,
                    .source = fmt::format(
                        "GWP set {}; 18/CMA.1 annex para 37 and 5/CMA.3 ask for AR5", set_name),
                    .confidence = Confidence::high});
}

}  // namespace openitmo::mrv
