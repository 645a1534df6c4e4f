#include "files/monitoring/values.h"

#include <array>
#include <cmath>
#include <string>

#include "files/monitoring/words.h"
#include "quantity/check.h"

namespace openitmo::files {
namespace {

constexpr std::array<std::int64_t, 19> kPowersOfTen = [] {
  std::array<std::int64_t, 19> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

constexpr int kDecimalsMax = 9;
constexpr int kDigitsMax = 15;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Length in bytes of a mark between thousands at the start of `text`: space, no-break space, narrow
// no-break space, thin space, apostrophe (also the curly one).
std::size_t grouping_mark_length(std::string_view text) {
  for (const std::string_view mark :
       {" ", "'", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x80\x99"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

// Takes digits off the front.
struct DigitScanner {
  std::string_view rest;

  // Exactly `count` digits; -1 when there are not that many.
  int take(std::size_t count) {
    if (rest.size() < count) return -1;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(rest[i])) return -1;
      value = value * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(count);
    return value;
  }
  // One or two digits.
  int take_short() { return rest.size() > 1 && is_digit(rest[1]) ? take(2) : take(1); }
  bool skip(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
};

std::optional<Date> make_date(int year, int month, int day) {
  constexpr int kYearMin = 1990;
  constexpr int kYearMax = 2099;
  if (year < kYearMin || year > kYearMax || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(date));
}

std::optional<Date> take_date(DigitScanner& scanner) {
  if (scanner.rest.size() > 4 && scanner.rest[4] == '-') {
    const int year = scanner.take(4);
    scanner.skip('-');
    const int month = scanner.take(2);
    if (!scanner.skip('-')) return std::nullopt;
    return make_date(year, month, scanner.take(2));
  }
  const int day = scanner.take_short();
  const char mark = scanner.rest.empty() ? '\0' : scanner.rest.front();
  if (mark != '/' && mark != '.' && mark != '-') return std::nullopt;
  scanner.skip(mark);
  const int month = scanner.take_short();
  if (!scanner.skip(mark)) return std::nullopt;
  return make_date(scanner.take(4), month, day);
}

std::optional<std::int32_t> take_time(DigitScanner& scanner) {
  const int hour = scanner.take_short();
  if (!scanner.skip(':') && !scanner.skip('h') && !scanner.skip('H')) return std::nullopt;
  const int minute = scanner.take(2);
  int second = 0;
  if (scanner.skip(':')) second = scanner.take(2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return std::nullopt;
  }
  return hour * 3600 + minute * 60 + second;
}

// The month that a word begins, in English or French: "sept" and "septembre" are 9; 0 for none.
unsigned month_of_word(std::string_view word) {
  constexpr std::array<std::array<std::string_view, 2>, 12> kNames{{{"january", "janvier"},
                                                                    {"february", "fevrier"},
                                                                    {"march", "mars"},
                                                                    {"april", "avril"},
                                                                    {"may", "mai"},
                                                                    {"june", "juin"},
                                                                    {"july", "juillet"},
                                                                    {"august", "aout"},
                                                                    {"september", "septembre"},
                                                                    {"october", "octobre"},
                                                                    {"november", "novembre"},
                                                                    {"december", "decembre"}}};
  unsigned found = 0;
  for (unsigned i = 0; i < kNames.size() && word.size() >= 3; ++i) {
    if (!kNames[i][0].starts_with(word) && !kNames[i][1].starts_with(word)) continue;
    if (found != 0) return 0;  // "jui" is June or July
    found = i + 1;
  }
  return found;
}

std::optional<Month> month_of(int year, int month) {
  const std::optional<Date> first = make_date(year, month, 1);
  if (!first) return std::nullopt;
  return Month{.year = first->year(), .month = first->month()};
}

// "mars 2024", in normal form.
std::optional<Month> parse_named_month(std::string_view form) {
  const std::size_t space = form.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  DigitScanner scanner{form.substr(space + 1)};
  const int year = scanner.take(4);
  if (!scanner.rest.empty()) return std::nullopt;
  return month_of(year, static_cast<int>(month_of_word(form.substr(0, space))));
}

// "2024-03" or "03/2024".
std::optional<Month> parse_numbered_month(std::string_view text) {
  DigitScanner scanner{text};
  if (text.size() == 7 && (text[4] == '-' || text[4] == '/')) {
    const int year = scanner.take(4);
    scanner.rest.remove_prefix(1);
    return month_of(year, scanner.take(2));
  }
  const int month = scanner.take_short();
  if (!scanner.skip('/') && !scanner.skip('-') && !scanner.skip('.')) return std::nullopt;
  const int year = scanner.take(4);
  if (!scanner.rest.empty()) return std::nullopt;
  return month_of(year, month);
}

}  // namespace

Words explanation_of(NumberError error) {
  switch (error) {
    case NumberError::not_a_number:
      return {"is not a number", "n'est pas un nombre"};
    case NumberError::bad_grouping:
      return {"has spaces that do not split groups of three digits",
              "a des espaces qui ne séparent pas des groupes de trois chiffres"};
    case NumberError::two_marks:
      return {"has two different marks between its digits",
              "a deux signes différents entre ses chiffres"};
    case NumberError::other_mark:
      return {"has another decimal mark than the rest of the file",
              "a un autre signe décimal que le reste du fichier"};
    case NumberError::too_long:
      return {"has more than 9 decimals or 15 digits", "a plus de 9 décimales ou de 15 chiffres"};
  }
  check(false, "every error of a number is explained");
  return {"is wrong", "est faux"};
}

std::optional<std::int64_t> Decimal::scaled(int scale) const {
  std::int64_t value = digits;
  int missing = scale - decimals;
  for (; missing < 0; ++missing) {
    if (value % 10 != 0) return std::nullopt;
    value /= 10;
  }
  std::int64_t scaled = 0;
  const std::int64_t power = kPowersOfTen[static_cast<std::size_t>(missing)];
  if (__builtin_mul_overflow(value, power, &scaled)) return std::nullopt;
  return scaled;
}

std::expected<Decimal, NumberError> parse_number_text(std::string_view text, char& mark) {
  Decimal number;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  int digit_count = 0;
  int group_digits = 0;
  bool grouped = false;
  bool has_mark = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      if (++digit_count > kDigitsMax) return std::unexpected(NumberError::too_long);
      number.digits = number.digits * 10 + (c - '0');
      ++group_digits;
      if (has_mark) ++number.decimals;
    } else if (c == '.' || c == ',') {
      if (has_mark || digit_count == 0) return std::unexpected(NumberError::two_marks);
      if (grouped && group_digits != 3) return std::unexpected(NumberError::bad_grouping);
      if (mark != 0 && mark != c) return std::unexpected(NumberError::other_mark);
      has_mark = true;
      mark = c;
    } else {
      const std::size_t length = grouping_mark_length(text.substr(i));
      if (length == 0) return std::unexpected(NumberError::not_a_number);
      const bool in_place = grouped ? group_digits == 3 : group_digits >= 1 && group_digits <= 3;
      if (has_mark || !in_place) return std::unexpected(NumberError::bad_grouping);
      grouped = true;
      group_digits = 0;
      i += length - 1;
    }
  }
  if (digit_count == 0) return std::unexpected(NumberError::not_a_number);
  if (has_mark && number.decimals == 0) return std::unexpected(NumberError::not_a_number);
  if (grouped && !has_mark && group_digits != 3) return std::unexpected(NumberError::bad_grouping);
  if (number.decimals > kDecimalsMax) return std::unexpected(NumberError::too_long);
  if (negative) number.digits = -number.digits;
  return number;
}

std::optional<Decimal> decimal_of(double number) {
  constexpr double kMax = 9e9;
  if (!(std::fabs(number) < kMax)) return std::nullopt;
  return Decimal{.digits = std::llround(number * 1e9), .decimals = kDecimalsMax};
}

std::optional<Instant> parse_moment(std::string_view text) {
  DigitScanner scanner{text};
  const std::optional<Date> date = take_date(scanner);
  if (!date) return std::nullopt;
  if (scanner.rest.empty()) return Instant(date->days());
  if (!scanner.skip('T') && !scanner.skip(' ')) return std::nullopt;
  const std::optional<std::int32_t> seconds = take_time(scanner);
  scanner.skip('Z');
  if (!seconds || !scanner.rest.empty()) return std::nullopt;
  return Instant(date->days() + std::chrono::seconds(*seconds));
}

std::optional<std::int32_t> parse_time_of_day(std::string_view text) {
  DigitScanner scanner{text};
  const std::optional<std::int32_t> seconds = take_time(scanner);
  if (!scanner.rest.empty()) return std::nullopt;
  return seconds;
}

std::optional<Month> parse_month(std::string_view text) {
  if (const auto month = parse_numbered_month(text)) return month;
  if (const auto moment = parse_moment(text)) {
    return Month{.year = moment->date().year(), .month = moment->date().month()};
  }
  return parse_named_month(normal_form(text));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n')) {
    text.remove_suffix(1);
  }
  if (text.starts_with("\xc2\xa0")) return trimmed(text.substr(2));
  if (text.ends_with("\xc2\xa0")) return trimmed(text.substr(0, text.size() - 2));
  return text;
}

}  // namespace openitmo::files
