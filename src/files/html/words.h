#pragma once

#include <stdexcept>
#include <string_view>

namespace openitmo::files {

// One text of the report in both languages, side by side; {0}, {1}, ... stand for figures. The
// words_*.h headers are the translation table: the name of a constant is the id of its text. The
// compiler refuses a text that lacks a language or names other figures in one of them.
struct Words {
  std::string_view en;
  std::string_view fr;

  consteval Words(std::string_view english, std::string_view french) : en(english), fr(french) {
    if (english.empty() || french.empty()) throw std::logic_error("a text lacks a language");
    for (char digit = '0'; digit <= '9'; ++digit)
      if (names(english, digit) != names(french, digit))
        throw std::logic_error("the languages name different figures");
  }

 private:
  static constexpr bool names(std::string_view text, char digit) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
      if (text[i] == '{' && text[i + 1] == digit && text[i + 2] == '}') return true;
    return false;
  }
};

}  // namespace openitmo::files
