#pragma once

#include <string>
#include <string_view>

#include "ledger/refusal.h"

namespace openitmo::cli {

using ledger::Language;

// The terminal's sentence for a key, in the chosen language. Unknown keys are a broken invariant,
// so that no half-translated output appears.
std::string_view say(Language language, std::string_view key);

}  // namespace openitmo::cli
