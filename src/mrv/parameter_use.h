#pragma once

#include <span>
#include <string>
#include <vector>

#include "mrv/derivation.h"

namespace openitmo::mrv {

// One figure of the parameter table that the result used.
struct ParameterUse {
  std::string symbol;
  double value = 0;
  std::string unit;
  LeafKind kind = LeafKind::default_value;  // or assumed: the programme's own
  std::string source;
  Confidence confidence = Confidence::low;
};

// Those of the derivations, by symbol.
std::vector<ParameterUse> parameters_used(std::span<const Derivation* const> derivations);

}  // namespace openitmo::mrv
