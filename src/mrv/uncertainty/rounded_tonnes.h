#pragma once

#include <string>

#include "quantity/language.h"

namespace openitmo::mrv {

// t CO2 eq for people: whole from a thousand on, below that as many digits as make three.
std::string rounded_tonnes(double t, Language language);
std::string rounded_interval(double low, double high, Language language);

}  // namespace openitmo::mrv
