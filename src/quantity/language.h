#pragma once

#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// What people read, in both languages of the project. A sentence stands where it is used, as a pair
// that the compiler checks; it is filled in both languages at once, and whoever shows it chooses.
// In French a space stands before : ; ? and !.
namespace openitmo {

enum class Language : std::uint8_t { en, fr };

// One sentence in both languages; {} or {0}, {1}, ... stand for figures. The compiler refuses a
// sentence that lacks a language or names other figures in one of them.
struct Words {
  std::string_view en;
  std::string_view fr;

  consteval Words(std::string_view english, std::string_view french) : en(english), fr(french) {
    if (english.empty() || french.empty()) throw std::logic_error("a text lacks a language");
    if (figures_of(english) != figures_of(french))
      throw std::logic_error("the languages name different figures");
  }

  constexpr std::string_view in(Language language) const {
    return language == Language::fr ? fr : en;
  }
  // One bit for each figure that is named.
  constexpr std::uint32_t figures() const { return figures_of(en); }

 private:
  static constexpr std::uint32_t figures_of(std::string_view text) {
    std::uint32_t figures = 0, unnumbered = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i] != '{') continue;
      const char next = text[++i];
      if (next == '{') continue;  // a brace that is shown
      const std::uint32_t number = next == '}' || next == ':' ? unnumbered++
                                   : next >= '0' && next <= '9'
                                       ? static_cast<std::uint32_t>(next - '0')
                                       : throw std::logic_error("a figure is {}, {0} or {:x}");
      figures |= 1U << number;
    }
    return figures;
  }
};

// Words that name figures 0 to Count - 1 and no others.
template <std::size_t Count>
struct WordsFor : Words {
  consteval WordsFor(std::string_view english, std::string_view french)
      : WordsFor(Words(english, french)) {}
  consteval WordsFor(Words words) : Words(words) {
    if (words.figures() != (1U << Count) - 1)
      throw std::logic_error("the sentence names other figures than it is given");
  }
};

// A sentence filled in both languages. A figure that has languages itself (Words, Text) is taken in
// the sentence's.
//
//   Text({"the row has {} fields", "la ligne a {} champs"}, width)
struct Text {
  std::string en{};
  std::string fr{};

  Text() = default;
  // Without figures; braces are shown as they are.
  Text(const Words& words) : en(words.en), fr(words.fr) {}
  template <class... Figures>
    requires(sizeof...(Figures) > 0)
  Text(WordsFor<sizeof...(Figures)> words, const Figures&... figures)
      : en(filled(words.en, spoken(figures, Language::en)...)),
        fr(filled(words.fr, spoken(figures, Language::fr)...)) {}
  // From elsewhere: a file that has both languages.
  static Text of(std::string english, std::string french);
  // A name, an id, a figure in digits: the same in both.
  static Text name(std::string same);

  const std::string& in(Language language) const { return language == Language::fr ? fr : en; }
  bool empty() const { return en.empty(); }
  auto operator<=>(const Text&) const = default;

  // Both languages go on.
  Text& operator+=(const Text& more);

 private:
  template <class Figure>
  static decltype(auto) spoken(const Figure& figure, Language language) {
    if constexpr (requires { figure.in(language); })
      return figure.in(language);
    else
      return (figure);
  }
  template <class... Figures>
  static std::string filled(std::string_view sentence, const Figures&... figures) {
    return fmt::vformat(sentence, fmt::make_format_args(figures...));
  }
};

// What stands between a name and what is said of it: "a.csv: ...", "a.csv : ...".
std::string_view colon(Language language);
// What stands between two parts of a sentence: "...; ...", "... ; ...".
std::string_view semicolon(Language language);

// Digits with a decimal mark: "27.5", "27,5".
Text decimal_text(std::string_view digits);

// "a, b and c", "a, b et c".
Text listed(const std::vector<std::string>& names);

}  // namespace openitmo
