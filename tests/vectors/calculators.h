#pragma once

#include <boost/json.hpp>
#include <span>

#include "vector_inputs.h"

namespace openitmo::vectors {

// Turns inputs of one shape into named results by the equations of src/mrv. Which calculator serves
// a vector is told by the keys of its inputs, never by its id.
struct Calculator {
  bool (*applies)(const Inputs& inputs);
  json::object (*calculate)(const Inputs& inputs);
};

std::span<const Calculator> disposal_site_calculators();
std::span<const Calculator> activity_calculators();
std::span<const Calculator> landfill_gas_calculators();
std::span<const Calculator> comparison_calculators();
std::span<const Calculator> quality_calculators();

// Null where no calculator knows the shape.
const Calculator* find_calculator(const Inputs& inputs);

}  // namespace openitmo::vectors
