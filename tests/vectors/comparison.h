#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

namespace openitmo::vectors {

// The differences between what a vector expects and what was calculated, each as
// "name value, expected value"; none if it passes. `tolerance` is the vector's object: its type
// (relative, absolute, exact) and value hold for every result, another key for the result of that
// name. Limits are inclusive; an expected 0 is compared absolutely with 1e-9. Results that the
// vector does not name are ignored; a named result that is missing is a difference.
std::vector<std::string> differences(const boost::json::object& expected,
                                     const boost::json::object& calculated,
                                     const boost::json::object& tolerance);

}  // namespace openitmo::vectors
