#pragma once

#include <span>
#include <string_view>

namespace openitmo {

// The candidate most like `text` by edit distance, for "did you mean"; empty when none is near.
std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

}  // namespace openitmo
