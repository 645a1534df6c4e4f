#include "quantity/report_text.h"

#include <algorithm>

namespace openitmo {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kMinus = "\u2212";

constexpr ReportWords kMonths[] = {{"January", "janvier", "enero"},
                                   {"February", "février", "febrero"},
                                   {"March", "mars", "marzo"},
                                   {"April", "avril", "abril"},
                                   {"May", "mai", "mayo"},
                                   {"June", "juin", "junio"},
                                   {"July", "juillet", "julio"},
                                   {"August", "août", "agosto"},
                                   {"September", "septembre", "septiembre"},
                                   {"October", "octobre", "octubre"},
                                   {"November", "novembre", "noviembre"},
                                   {"December", "décembre", "diciembre"}};

bool is_zero(std::string_view digits) {
  return std::ranges::all_of(digits, [](char c) { return c == '0' || c == '.'; });
}

ReportText grouped_text(std::string_view plain) {
  std::string comma = grouped_digits(plain, ',');
  return ReportText::of(grouped_digits(plain, '.'), comma, comma);
}

}  // namespace

std::string_view code_of(ReportLanguage language) {
  static constexpr ReportWords kCodes{"en", "fr", "es"};
  return kCodes.in(language);
}

ReportText ReportText::of(std::string english, std::string french, std::string spanish) {
  ReportText text;
  text.en = std::move(english);
  text.fr = std::move(french);
  text.es = std::move(spanish);
  return text;
}

ReportText ReportText::name(std::string_view same) {
  return of(std::string(same), std::string(same), std::string(same));
}

ReportText& ReportText::operator+=(const ReportText& more) {
  en += more.en;
  fr += more.fr;
  es += more.es;
  return *this;
}

std::string grouped_digits(std::string_view plain, char decimal_mark) {
  const bool negative = plain.starts_with('-');
  if (negative) plain.remove_prefix(1);
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text(negative && !is_zero(plain) ? kMinus : "");
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) text += kNoBreakSpace;
    text += plain[i];
  }
  if (point < plain.size()) {
    text += decimal_mark;
    text += plain.substr(point + 1);
  }
  return text;
}

ReportText digits_text(std::string_view digits) {
  const Text text = decimal_text(digits);
  return ReportText::of(text.en, text.fr, text.fr);
}

ReportText whole_text(std::int64_t value) { return grouped_text(fmt::format("{}", value)); }

ReportText tonnes_text(TonnesCo2eq value) { return grouped_text(fmt::format("{}", value.value())); }

ReportText tonnes_text(const Rational& kilograms, int digits) {
  return grouped_text(
      Rational(kilograms.numerator(), kilograms.denominator() * 1000).to_decimal(digits));
}

ReportText day_text(Date date) {
  const ReportWords& month = kMonths[date.month() - 1];
  const int year = date.year().value();
  const unsigned day = date.day();
  return ReportText::of(
      fmt::format("{}\u00A0{}\u00A0{}", day, month.en, year),
      fmt::format("{}{}\u00A0{}\u00A0{}", day, day == 1 ? "er" : "", month.fr, year),
      fmt::format("{} de {} de {}", day, month.es, year));
}

ReportText listed_text(const std::vector<ReportText>& names) {
  static constexpr ReportWords kAnd{" and ", " et ", " y "};
  ReportText text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? ReportText(kAnd) : ReportText::name(", ");
    text += names[i];
  }
  return text;
}

}  // namespace openitmo
