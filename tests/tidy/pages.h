#pragma once

#include <string>

// Pages of docs/reference/ that are made from the code, so that they cannot lag behind it.
namespace openitmo::pages {

std::string refusals_page();  // docs/reference/refusals.md
std::string entries_page();   // docs/reference/entries.md
std::string acts_page();      // docs/reference/acts.md

}  // namespace openitmo::pages
