#pragma once

#include <string>
#include <string_view>

#include "files/html/speech.h"

namespace openitmo::files {

// What the calculation calls its quantities ("decay rate, food, tropical dry", "TOOL13 v2, waste
// composted") in the reader's language: phrase by phrase between commas, unknown ones as they
// stand. References such as "TOOL04 v8.0 Eq 1" are the same in both languages.
std::string in_language(const Speech& speech, std::string_view phrases);

// What a measured or declared quantity is, by its symbol; empty if it is not known here.
std::string meaning_of_symbol(const Speech& speech, std::string_view symbol);

}  // namespace openitmo::files
