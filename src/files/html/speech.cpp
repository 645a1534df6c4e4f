#include "files/html/speech.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/args.h>
#include <fmt/format.h>

#include "quantity/report_text.h"

namespace openitmo::files {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::array<Words, 12> kMonths{
    Words{"January", "janvier"}, Words{"February", "février"},  Words{"March", "mars"},
    Words{"April", "avril"},     Words{"May", "mai"},           Words{"June", "juin"},
    Words{"July", "juillet"},    Words{"August", "août"},       Words{"September", "septembre"},
    Words{"October", "octobre"}, Words{"November", "novembre"}, Words{"December", "décembre"}};

bool starts_tight_sign(std::string_view rest) {
  return rest.starts_with(":") || rest.starts_with(";") || rest.starts_with("?") ||
         rest.starts_with("!") || rest.starts_with("%") || rest.starts_with("»");
}

// "{0} t": a figure and its unit stay on one line.
bool stands_before_unit(std::string_view before, std::string_view rest) {
  return before.ends_with('}') && rest.starts_with('t') &&
         (rest.size() == 1 || rest[1] == ' ' || rest[1] == ',' || rest[1] == '.');
}

std::string with_no_break_spaces(std::string_view text, bool french) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view before = text.substr(0, i);
    const std::string_view rest = text.substr(std::min(i + 1, text.size()));
    const bool tight =
        text[i] == ' ' && (stands_before_unit(before, rest) ||
                           (french && (starts_tight_sign(rest) || before.ends_with("«"))));
    if (tight)
      result += kNoBreakSpace;
    else
      result += text[i];
  }
  return result;
}

// Decimals that make four significant digits, none from 1,000 on.
int significant_digits(double magnitude) {
  if (magnitude == 0) return 0;
  int digits = 3;
  for (double bound = 10; bound <= 1000 && magnitude >= bound; bound *= 10) --digits;
  for (double bound = 1; bound > 1e-9 && magnitude < bound; bound /= 10) ++digits;
  return digits;
}

Rational scaled(const Rational& kg, std::int64_t divisor) {
  return {kg.numerator(), kg.denominator() * divisor};
}

}  // namespace

std::string Speech::say(const Words& words) const { return say(words, {}); }

std::string Speech::say(const Words& words, std::initializer_list<std::string> figures) const {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const std::string& figure : figures) arguments.push_back(figure);
  return fmt::vformat(with_no_break_spaces(french() ? words.fr : words.en, french()), arguments);
}

std::string Speech::say(const Text& text) const {
  return with_no_break_spaces(text.in(language_), french());
}

const std::string& Speech::text(const Text& text) const {
  return french() && !text.fr.empty() ? text.fr : text.en;
}

std::string Speech::localized(std::string_view plain) const {
  return grouped_digits(plain, french() ? ',' : '.');
}

std::string Speech::whole(std::int64_t value) const { return localized(fmt::format("{}", value)); }

std::string Speech::whole(TonnesCo2eq value) const {
  return localized(fmt::format("{}", value.value()));
}

std::string Speech::with_sign(std::int64_t value) const {
  return (value > 0 ? "+" : "") + whole(value);
}

std::string Speech::tonnes(const Rational& kg, int digits) const {
  return localized(scaled(kg, 1000).to_decimal(digits));
}

std::string Speech::tonnes_with_sign(const Rational& kg, int digits) const {
  return (kg > Rational() ? "+" : "") + tonnes(kg, digits);
}

std::string Speech::kilotonnes(const Rational& kg, int digits) const {
  return localized(scaled(kg, 1'000'000).to_decimal(digits));
}

std::string Speech::real(double value, int digits) const {
  return localized(fmt::format("{:.{}f}", value, digits));
}

std::string Speech::real_with_sign(double value, int digits) const {
  return (value > 0 ? "+" : "") + real(value, digits);
}

std::string Speech::significant(double value) const {
  return real(value, significant_digits(std::abs(value)));
}

std::string Speech::percent(double share, int digits) const {
  return real(share * 100, digits) + std::string(french() ? kNoBreakSpace : "") + "%";
}

std::string Speech::day(Date date) const {
  const bool is_ordinal = french() && date.day() == 1;  // 1er mars
  return fmt::format("{}{}{}{}", date.day(), is_ordinal ? "er" : "", kNoBreakSpace,
                     month(date.year().value(), date.month()));
}

std::string Speech::month(int year, unsigned month) const {
  check(month >= 1 && month <= 12, "a month is from 1 to 12");
  return fmt::format("{}{}{}", say(kMonths[month - 1]), kNoBreakSpace, year);
}

}  // namespace openitmo::files
