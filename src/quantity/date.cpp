#include "quantity/date.h"

namespace openitmo {

namespace {

// The value of exactly `count` digits at `position`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t position, std::size_t count) {
  if (text.size() < position + count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(position, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Every entry carries two of these texts, so they are written without a format string.
void put_digits(std::string& text, std::size_t position, std::size_t count, unsigned value) {
  for (std::size_t i = count; i-- > 0; value /= 10)
    text[position + i] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(date));
}

std::string Date::to_string() const {
  const std::chrono::year_month_day date(days_);
  std::string text = "0000-00-00";
  put_digits(text, 0, 4, static_cast<unsigned>(static_cast<int>(date.year())));
  put_digits(text, 5, 2, static_cast<unsigned>(date.month()));
  put_digits(text, 8, 2, static_cast<unsigned>(date.day()));
  return text;
}

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!date || !hour || !minute || !second) return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return Instant(date->days() + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
                 std::chrono::seconds(*second));
}

std::string Instant::to_string() const {
  const std::chrono::hh_mm_ss time(seconds_ - date().days());
  std::string text = date().to_string() + "T00:00:00Z";
  put_digits(text, 11, 2, static_cast<unsigned>(time.hours().count()));
  put_digits(text, 14, 2, static_cast<unsigned>(time.minutes().count()));
  put_digits(text, 17, 2, static_cast<unsigned>(time.seconds().count()));
  return text;
}

}  // namespace openitmo
