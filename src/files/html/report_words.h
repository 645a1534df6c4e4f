#pragma once

#include <string>
#include <string_view>

#include "files/html/speech.h"
#include "mrv/monthly_series.h"
#include "quantity/report_text.h"

// The monitoring report speaks a third language. What comes from where there are two is put into
// Spanish by the phrases of mrv/spanish.h; a programme's own texts stay as they are.
namespace openitmo::files {

using openitmo::ReportLanguage;
using openitmo::ReportText;
using openitmo::ReportWords;

// Texts and numbers in one of the three languages. Spanish numbers are written as the French.
class ReportSpeech {
 public:
  explicit ReportSpeech(ReportLanguage language)
      : language_(language),
        numbers_(language == ReportLanguage::en ? Language::en : Language::fr) {}

  ReportLanguage language() const { return language_; }
  const Speech& numbers() const { return numbers_; }
  std::string say(const ReportWords& words, std::initializer_list<std::string> figures = {}) const;
  // In French with its no-break spaces.
  std::string say(const ReportText& text) const;
  // From where there are two languages.
  std::string say(const Text& text) const;
  std::string say(const Words& words) const;
  // Phrases of the engine: "decay rate, food, tropical dry".
  std::string phrase(std::string_view english) const;
  // What a symbol stands for, of a waste type or the like: "decay rate, tropical dry, food". Empty
  // where it is not known.
  std::string meaning(const std::string& symbol, const std::string& of) const;
  // "Methane to the engines (F_CH4,EL,m), t CH4"; a share has no unit.
  std::string heading(const mrv::MonthlySeries& series) const;
  std::string day(Date date) const;

 private:
  ReportLanguage language_;
  Speech numbers_;
};

}  // namespace openitmo::files
