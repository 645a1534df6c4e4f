#include "quantity/language.h"

#include <algorithm>

namespace openitmo {

Text Text::of(std::string english, std::string french) {
  Text text;
  text.en = std::move(english);
  text.fr = std::move(french);
  return text;
}

Text Text::name(std::string same) {
  Text text;
  text.en = same;
  text.fr = std::move(same);
  return text;
}

Text& Text::operator+=(const Text& more) {
  en += more.en;
  fr += more.fr;
  return *this;
}

std::string_view colon(Language language) { return language == Language::fr ? " : " : ": "; }

std::string_view semicolon(Language language) { return language == Language::fr ? " ; " : "; "; }

Text decimal_text(std::string_view digits) {
  std::string french(digits);
  std::replace(french.begin(), french.end(), '.', ',');
  return Text::of(std::string(digits), std::move(french));
}

Text listed(const std::vector<std::string>& names) {
  Text text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_last = i + 1 == names.size();
    if (i > 0) text += is_last ? Text({" and ", " et "}) : Text::name(", ");
    text += Text::name(names[i]);
  }
  return text;
}

}  // namespace openitmo
