#include "files/xlsx/number_format.h"

#include <cmath>

namespace openitmo::files {
namespace {

constexpr double kSerialMax = 2'958'466;  // 1 January 10000
constexpr int kSecondsPerDay = 86'400;

bool is_builtin_date(unsigned id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58);
}

// [h], [mm] and [ss] show elapsed time; all other brackets are colours, locales and conditions.
bool is_elapsed_time(std::string_view inside) {
  return !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
}

}  // namespace

bool is_date_format(unsigned id, std::string_view code) {
  if (is_builtin_date(id)) return true;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      i = code.find('"', i + 1);
      if (i == std::string_view::npos) return false;
    } else if (c == '[') {
      const std::size_t close = code.find(']', i);
      if (close == std::string_view::npos) return false;
      if (is_elapsed_time(code.substr(i + 1, close - i - 1))) return true;
      i = close;
    } else if (code.substr(i).starts_with("General")) {
      i += 6;
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool is_percent_format(unsigned id, std::string_view code) {
  return id == 9 || id == 10 || (code.find('%') != std::string_view::npos);
}

std::optional<Instant> instant_of_serial(double serial, DateSystem system) {
  if (!(serial >= 0 && serial < kSerialMax)) return std::nullopt;
  const double whole = std::floor(serial);
  Date start(1904, 1, 1);
  if (system == DateSystem::from_1900) {
    if (whole == 60) return std::nullopt;
    start = whole > 60 ? Date(1899, 12, 30) : Date(1899, 12, 31);
  }
  const auto seconds = std::llround((serial - whole) * kSecondsPerDay);
  return Instant(start.plus_days(static_cast<int>(whole)).days() + std::chrono::seconds(seconds));
}

double serial_of_instant(Instant instant) {
  const auto since = instant.seconds() - Date(1899, 12, 30).days();
  return static_cast<double>(since.count()) / kSecondsPerDay;
}

}  // namespace openitmo::files
