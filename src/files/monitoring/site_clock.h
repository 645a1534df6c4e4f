#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "mrv/stream/reading.h"

namespace date {
class time_zone;
}

namespace openitmo::files {

// The clock of a site: a zone of the IANA time zone data of the system, whose offset from UTC may
// change. Seconds since 1970-01-01, UTC or as the clock shows them.
class SiteClock {
 public:
  // Nothing for a name that the data do not have. "UTC" needs no data.
  static std::optional<SiteClock> find(const std::string& name);

  // A time that the clock shows twice is the first one that comes after `after_s`; one that it
  // skips is nothing.
  std::optional<std::int64_t> utc_s(std::int64_t shown_s, std::int64_t after_s);
  // Whether the clock had shown the time of `utc_s` before, because it was put back since.
  bool shows_again(std::int64_t utc_s);
  mrv::stream::StreamMonth month_of(std::int64_t utc_s);
  std::int64_t offset_at(std::int64_t utc_s);  // what the clock shows less UTC, in seconds
  Date day_of(std::int64_t utc_s);

  const std::string& name() const { return name_; }
  // Version of the data: "2025b"; empty for UTC, "unknown" where the system does not say.
  const std::string& data_version() const { return data_version_; }

 private:
  SiteClock(std::string name, const date::time_zone* zone, std::string data_version)
      : name_(std::move(name)), zone_(zone), data_version_(std::move(data_version)) {}
  std::int64_t begin_of(int year, unsigned month);

  std::string name_;
  const date::time_zone* zone_;  // null for UTC
  std::string data_version_;
  // While offset_s_ holds: from `since` to before `until`.
  std::int64_t offset_s_ = 0;
  std::int64_t since_s_ = 0;
  std::int64_t until_s_ = 0;
  mrv::stream::StreamMonth month_;
};

}  // namespace openitmo::files
