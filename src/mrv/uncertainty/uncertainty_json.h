#pragma once

#include "mrv/json_writer.h"
#include "mrv/quantify.h"

namespace openitmo::mrv {

// The key "approach_1" of an object.
void write_approach_1(JsonWriter& json, const ErrorPropagation& errors);

// The uncertainty of all years of a result together: approach 1 always, approach 2 where draws were
// made, and the policy of deduction. docs/methodologies/uncertainty.md lists the fields.
void write_uncertainty(JsonWriter& json, const Quantification& result);

}  // namespace openitmo::mrv
