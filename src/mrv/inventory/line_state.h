#pragma once

#include <cstdint>
#include <string_view>

#include "mrv/inventory/category.h"
#include "mrv/inventory/inventory_case.h"
#include "quantity/language.h"

namespace openitmo::mrv::inventory {

// What an inventory can say of a line in a year. What is missing is unknown and never 0.
enum class LineState : std::uint8_t {
  estimated,
  not_occurring,  // notation key NO: stated, so that 0 is known
  unknown,        // notation key NE: not estimated, with the reason
};
std::string_view notation_of(LineState state);  // "", "NO", "NE"

struct StateOfLine {
  LineState state = LineState::unknown;
  Text reason = {};  // why it is unknown, and what would tell it
};
StateOfLine state_of(const InventoryCase& c, const LineDescription& line, int year);

// The tier of IPCC 2006 V5 that the line is estimated by. Decay: 1 with default composition, 2 with
// surveys, 3 with the Party's own DOC, DOC_f or k. The others: 1, or 2 with an own factor.
std::string_view tier_of(const InventoryCase& c, const LineDescription& line);

}  // namespace openitmo::mrv::inventory
