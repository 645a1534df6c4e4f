#include "files/monitoring/site_clock.h"

#include <algorithm>
#include <date/tz.h>
#include <fstream>
#include <stdexcept>

namespace openitmo::files {
namespace {

constexpr std::int64_t kDay_s = 86'400;

// The first line of the data as Debian installs them: "# version 2025b".
std::string version_of_data() {
  std::ifstream data("/usr/share/zoneinfo/tzdata.zi");
  std::string line;
  const std::string mark = "# version ";
  if (std::getline(data, line) && line.starts_with(mark)) return line.substr(mark.size());
  return "unknown";
}

date::sys_seconds instant(std::int64_t utc_s) {
  return date::sys_seconds(std::chrono::seconds(utc_s));
}
std::int64_t seconds(date::sys_seconds at) { return at.time_since_epoch().count(); }

}  // namespace

std::optional<SiteClock> SiteClock::find(const std::string& name) {
  if (name == "UTC") return SiteClock(name, nullptr, "");
  try {
    return SiteClock(name, date::locate_zone(name), version_of_data());
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

std::int64_t SiteClock::offset_at(std::int64_t utc_s) {
  if (zone_ == nullptr) return 0;
  if (utc_s < since_s_ || utc_s >= until_s_) {
    const date::sys_info info = zone_->get_info(instant(utc_s));
    offset_s_ = info.offset.count();
    since_s_ = seconds(info.begin);
    until_s_ = seconds(info.end);
  }
  return offset_s_;
}

Date SiteClock::day_of(std::int64_t utc_s) {
  return Date(std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(utc_s + offset_at(utc_s)))));
}

bool SiteClock::shows_again(std::int64_t utc_s) {
  if (zone_ == nullptr) return false;
  const std::int64_t offset_s = offset_at(utc_s);
  if (utc_s - since_s_ >= kDay_s) return false;
  return utc_s - since_s_ < zone_->get_info(instant(since_s_ - 1)).offset.count() - offset_s;
}

std::optional<std::int64_t> SiteClock::utc_s(std::int64_t shown_s, std::int64_t after_s) {
  if (zone_ == nullptr) return shown_s;
  const std::int64_t near = shown_s - offset_s_;
  if (near - kDay_s >= since_s_ && near + kDay_s < until_s_) return near;
  const date::local_info info = zone_->get_info(date::local_seconds(std::chrono::seconds(shown_s)));
  if (info.result == date::local_info::nonexistent) return std::nullopt;
  const std::int64_t first = shown_s - info.first.offset.count();
  const bool is_second = info.result == date::local_info::ambiguous && first <= after_s;
  const std::int64_t utc = is_second ? shown_s - info.second.offset.count() : first;
  offset_at(utc);
  return utc;
}

// Where the clock skips midnight the month begins when it jumps; where it shows it twice, the first
// time.
std::int64_t SiteClock::begin_of(int year, unsigned month) {
  const date::local_seconds shown =
      date::local_days(date::year(year) / date::month(month) / date::day(1));
  const std::int64_t shown_s = shown.time_since_epoch().count();
  if (zone_ == nullptr) return shown_s;
  const date::local_info info = zone_->get_info(shown);
  return info.result == date::local_info::nonexistent ? seconds(info.first.end)
                                                      : shown_s - info.first.offset.count();
}

mrv::stream::StreamMonth SiteClock::month_of(std::int64_t utc_s) {
  if (utc_s >= month_.begin_s && utc_s < month_.end_s) return month_;
  const date::local_days day =
      date::floor<date::days>(date::local_seconds(std::chrono::seconds(utc_s + offset_at(utc_s))));
  const date::year_month_day shown(day);
  const date::year_month next = shown.year() / shown.month() + date::months(1);
  const int year = static_cast<int>(shown.year());
  const auto month = static_cast<unsigned>(shown.month());
  month_ = {.month = {.year = year, .month = month},
            .begin_s = begin_of(year, month),
            .end_s = begin_of(static_cast<int>(next.year()), static_cast<unsigned>(next.month()))};
  return month_;
}

}  // namespace openitmo::files
