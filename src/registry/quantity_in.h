#pragma once

#include <string>

#include "quantity/language.h"
#include "quantity/tonnes.h"

namespace openitmo::registry {

// A number of units in their metric; without one, in t CO2 eq.
Text quantity_in(const std::string& metric, TonnesCo2eq quantity);

}  // namespace openitmo::registry
