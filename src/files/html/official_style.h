#pragma once

#include <string_view>

namespace openitmo::files {

// What documents for Parties add to the style sheet of the report.
std::string_view official_style();

}  // namespace openitmo::files
