#pragma once

#include <optional>
#include <string_view>

#include "mrv/parameter_set.h"
#include "mrv/scalar/label.h"
#include "mrv/uncertainty/stated.h"

namespace openitmo::mrv {

// How uncertain something measured is. By its declared accuracy, a parameter U.… of the table: all
// that one instrument measures is off in the same direction, so its figures are one group. For a
// mean of samples `half_width`, half of its 95 % confidence interval in the figure's own unit; the
// means of successive months share samples, so they are one group too.
// `source` is what the equations call the rows: "weighbridge tickets".
StatedUncertainty uncertainty_of_measured(const ParameterSet& parameters, const Label& label,
                                          double value, std::string_view source,
                                          std::optional<double> half_width);

// Of an amount that was declared. All declared amounts are one group: who estimates one too high
// does so with the others.
StatedUncertainty uncertainty_of_declared(const ParameterSet& parameters);

}  // namespace openitmo::mrv
