#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openitmo {

// A calendar year; as the year in which mitigation occurred it is called a vintage
// (6/CMA.4 para 5). The ledger accepts 2021 and later (2/CMA.3 annex para 1(e)).
class CalendarYear {
 public:
  constexpr CalendarYear() = default;
  constexpr explicit CalendarYear(int value) : value_(value) {}
  constexpr int value() const { return value_; }
  constexpr auto operator<=>(const CalendarYear&) const = default;
  constexpr CalendarYear next() const { return CalendarYear(value_ + 1); }

 private:
  std::int32_t value_ = 0;
};
using Vintage = CalendarYear;

// A day of the Gregorian calendar, UTC. Text form: 2024-03-05.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days days) : days_(days) {}
  constexpr Date(int year, unsigned month, unsigned day)
      : days_(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) {}

  // Nothing for text that is not exactly YYYY-MM-DD or names no real day (2024-02-30).
  static std::optional<Date> parse(std::string_view text);
  std::string to_string() const;

  constexpr std::chrono::sys_days days() const { return days_; }
  constexpr CalendarYear year() const {
    return CalendarYear(static_cast<int>(std::chrono::year_month_day(days_).year()));
  }
  constexpr unsigned month() const {
    return static_cast<unsigned>(std::chrono::year_month_day(days_).month());
  }
  constexpr unsigned day() const {
    return static_cast<unsigned>(std::chrono::year_month_day(days_).day());
  }
  constexpr Date plus_days(int days) const { return Date(days_ + std::chrono::days(days)); }
  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::chrono::sys_days days_{};
};

// A moment, UTC, to the second. Text form: 2024-03-05T14:07:09Z.
class Instant {
 public:
  constexpr Instant() = default;
  constexpr explicit Instant(std::chrono::sys_seconds seconds) : seconds_(seconds) {}
  static std::optional<Instant> parse(std::string_view text);
  std::string to_string() const;
  constexpr std::chrono::sys_seconds seconds() const { return seconds_; }
  constexpr Date date() const { return Date(std::chrono::floor<std::chrono::days>(seconds_)); }
  constexpr auto operator<=>(const Instant&) const = default;

 private:
  std::chrono::sys_seconds seconds_{};
};

// A span of days, both ends included.
struct DateRange {
  Date first;
  Date last;
  constexpr bool contains(Date date) const { return first <= date && date <= last; }
  constexpr bool overlaps(const DateRange& other) const {
    return first <= other.last && other.first <= last;
  }
  constexpr bool operator==(const DateRange&) const = default;
};

}  // namespace openitmo
