#pragma once

#include <string_view>

namespace openitmo {

// Stands on everything that is made from the fictitious data of a demonstration.
inline constexpr std::string_view kDemonstrationLine =
    "DEMONSTRATION, fictitious data / DÉMONSTRATION, données fictives";

}  // namespace openitmo
