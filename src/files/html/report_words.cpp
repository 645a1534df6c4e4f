#include "files/html/report_words.h"

#include <fmt/format.h>

#include "files/html/phrases.h"
#include "mrv/parameters.h"
#include "mrv/spanish.h"

namespace openitmo::files {

std::string ReportSpeech::say(const ReportText& text) const {
  return language_ == ReportLanguage::fr ? numbers_.say(Text::name(text.fr)) : text.in(language_);
}

std::string ReportSpeech::say(const ReportWords& words,
                              std::initializer_list<std::string> figures) const {
  std::string text(words.in(language_));
  int number = 0;
  for (const std::string& figure : figures) {
    const std::string mark = fmt::format("{{{}}}", number++);
    for (std::size_t at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + figure.size()))
      text.replace(at, mark.size(), figure);
  }
  return text;
}

std::string ReportSpeech::say(const Text& text) const {
  return language_ == ReportLanguage::es ? mrv::in_spanish(text.en) : numbers_.say(text);
}

std::string ReportSpeech::say(const Words& words) const {
  return language_ == ReportLanguage::es ? mrv::in_spanish(words.en) : numbers_.say(words);
}

std::string ReportSpeech::phrase(std::string_view english) const {
  return language_ == ReportLanguage::es ? mrv::in_spanish(english)
                                         : in_language(numbers_, english);
}

std::string ReportSpeech::meaning(const std::string& symbol, const std::string& of) const {
  const mrv::Parameter* parameter = mrv::find_parameter(symbol);
  std::string text = parameter != nullptr ? phrase(parameter->name)
                     : language_ == ReportLanguage::es
                         ? mrv::in_spanish(meaning_of_symbol(Speech(Language::en), symbol))
                         : meaning_of_symbol(numbers_, symbol);
  if (of.empty()) return text;
  if (!text.empty()) text += ", ";
  return text + phrase(of);
}

std::string ReportSpeech::heading(const mrv::MonthlySeries& series) const {
  const std::string meaning_of_it = meaning(series.symbol, series.of);
  std::string text =
      meaning_of_it.empty() ? series.symbol : fmt::format("{} ({})", meaning_of_it, series.symbol);
  if (series.unit != "1") text += fmt::format(", {}", phrase(series.unit));
  return text;
}

std::string ReportSpeech::day(Date date) const { return day_text(date).in(language_); }

}  // namespace openitmo::files
