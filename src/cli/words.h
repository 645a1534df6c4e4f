#pragma once

#include <string>
#include <string_view>

#include "ledger/refusal.h"

namespace openitmo::cli {

using ledger::Language;

// The terminal's sentence for a key, in the chosen language. Unknown keys are a broken invariant,
// so that no half-translated output appears.
std::string_view say(Language language, std::string_view key);

// A text that stands where it is used, in the chosen language.
std::string_view either(Language language, std::string_view en, std::string_view fr);

// An entry's type in words: "units_issued" in English, "délivrance d'unités" in French.
std::string_view entry_type_words(Language language, std::string_view type);

}  // namespace openitmo::cli
