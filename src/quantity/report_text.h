#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/date.h"
#include "quantity/language.h"
#include "quantity/rational.h"
#include "quantity/tonnes.h"

// What stands in reports that go to Parties: English, French and Spanish, since the reader of a
// report need not be the one who runs the registry (docs/decisions/0019-third-language.md).
namespace openitmo {

enum class ReportLanguage : std::uint8_t { en, fr, es };
inline constexpr std::array kReportLanguages{ReportLanguage::en, ReportLanguage::fr,
                                             ReportLanguage::es};
std::string_view code_of(ReportLanguage language);

// One sentence in the three languages; {} or {0}, {1}, ... stand for figures. The compiler refuses
// a sentence that lacks a language or names other figures in one of them.
struct ReportWords {
  std::string_view en;
  std::string_view fr;
  std::string_view es;

  consteval ReportWords(std::string_view english, std::string_view french, std::string_view spanish)
      : en(english), fr(french), es(spanish) {
    if (Words(english, french).figures() != Words(english, spanish).figures())
      throw std::logic_error("the languages name different figures");
  }

  constexpr std::string_view in(ReportLanguage language) const {
    return language == ReportLanguage::en ? en : language == ReportLanguage::fr ? fr : es;
  }
  // In a message, which has two languages.
  constexpr std::string_view in(Language language) const {
    return language == Language::fr ? fr : en;
  }
  consteval std::uint32_t figures() const { return Words(en, fr).figures(); }
};

// Words that name figures 0 to Count - 1 and no others.
template <std::size_t Count>
struct ReportWordsFor : ReportWords {
  consteval ReportWordsFor(std::string_view english, std::string_view french,
                           std::string_view spanish)
      : ReportWordsFor(ReportWords(english, french, spanish)) {}
  consteval ReportWordsFor(ReportWords words) : ReportWords(words) {
    if (words.figures() != (1U << Count) - 1)
      throw std::logic_error("the sentence names other figures than it is given");
  }
};

// The sentence with its figures. A figure that has languages itself is taken in the sentence's.
struct ReportText {
  std::string en{};
  std::string fr{};
  std::string es{};

  ReportText() = default;
  ReportText(const ReportWords& words) : en(words.en), fr(words.fr), es(words.es) {}
  template <class... Figures>
    requires(sizeof...(Figures) > 0)
  ReportText(ReportWordsFor<sizeof...(Figures)> words, const Figures&... figures)
      : en(filled(words.en, spoken(figures, ReportLanguage::en)...)),
        fr(filled(words.fr, spoken(figures, ReportLanguage::fr)...)),
        es(filled(words.es, spoken(figures, ReportLanguage::es)...)) {}
  // From a file; any may be empty.
  static ReportText of(std::string english, std::string french, std::string spanish);
  // A name, an id, a code: the same in all.
  static ReportText name(std::string_view same);

  const std::string& in(ReportLanguage language) const {
    return language == ReportLanguage::en ? en : language == ReportLanguage::fr ? fr : es;
  }
  const std::string& in(Language language) const { return language == Language::fr ? fr : en; }
  // As the rest of the project says it.
  Text in_two_languages() const { return Text::of(en, fr); }
  bool empty() const { return en.empty() && fr.empty() && es.empty(); }
  bool operator==(const ReportText&) const = default;
  ReportText& operator+=(const ReportText& more);

 private:
  template <class Figure>
  static decltype(auto) spoken(const Figure& figure, ReportLanguage language) {
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

// "-1234.5" in groups of three with no-break spaces, with the minus sign U+2212 and this decimal
// mark.
std::string grouped_digits(std::string_view plain, char decimal_mark);

// Digits with a decimal mark, as they are: "27.5", "27,5".
ReportText digits_text(std::string_view digits);
ReportText whole_text(std::int64_t value);
ReportText tonnes_text(TonnesCo2eq value);
// Kilograms as tonnes, rounded half away from zero to `digits` decimals.
ReportText tonnes_text(const Rational& kilograms, int digits);
ReportText day_text(Date date);  // "1 March 2026", "1er mars 2026", "1 de marzo de 2026"
// "a, b and c"
ReportText listed_text(const std::vector<ReportText>& names);

}  // namespace openitmo
