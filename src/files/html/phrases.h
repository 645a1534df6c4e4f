#pragma once

#include <string>
#include <string_view>

#include "files/html/speech.h"
#include "mrv/phrases.h"

namespace openitmo::files {

// mrv::in_language as `speech` writes it.
inline std::string in_language(const Speech& speech, std::string_view phrases) {
  return speech.say(Text::name(mrv::in_language(speech.language(), phrases)));
}

// What a measured or declared quantity is, by its symbol; empty if it is not known here.
std::string meaning_of_symbol(const Speech& speech, std::string_view symbol);

}  // namespace openitmo::files
