#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "files/html/speech.h"

// The monitoring report speaks a third language. The rest of the project has two: what comes from
// there in other words than the Spanish phrases (spanish.h) stays English.
namespace openitmo::files {

enum class ReportLanguage : std::uint8_t { en, fr, es };
std::string_view code_of(ReportLanguage language);

// One sentence in the three languages; {0}, {1} stand for figures.
struct ReportWords {
  std::string_view en;
  std::string_view fr;
  std::string_view es;

  consteval ReportWords(std::string_view english, std::string_view french, std::string_view spanish)
      : en(english), fr(french), es(spanish) {
    if (english.empty() || french.empty() || spanish.empty())
      throw std::logic_error("a text lacks a language");
    for (const std::string_view figure : {"{0}", "{1}", "{2}", "{3}"})
      if (english.contains(figure) != french.contains(figure) ||
          english.contains(figure) != spanish.contains(figure))
        throw std::logic_error("the languages name different figures");
  }
};

// Texts and numbers in one of the three languages. Spanish numbers are written as the French.
class ReportSpeech {
 public:
  explicit ReportSpeech(ReportLanguage language)
      : language_(language),
        numbers_(language == ReportLanguage::en ? Language::en : Language::fr) {}

  ReportLanguage language() const { return language_; }
  const Speech& numbers() const { return numbers_; }
  std::string say(const ReportWords& words, std::initializer_list<std::string> figures = {}) const;
  // From elsewhere in the project.
  std::string say(const Text& text) const;
  std::string say(const Words& words) const;
  // A finding or a question: whole in English where the report is Spanish.
  std::string sentence(const Text& text) const;
  // Phrases of the engine: "decay rate, food, tropical dry".
  std::string phrase(std::string_view english) const;
  // What a symbol stands for, of a waste type or the like: "decay rate, tropical dry, food". Empty
  // where it is not known.
  std::string meaning(const std::string& symbol, const std::string& of) const;
  std::string day(Date date) const;

 private:
  ReportLanguage language_;
  Speech numbers_;
};

}  // namespace openitmo::files
