#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "mrv/place.h"
#include "mrv/scalar/label.h"
#include "quantity/date.h"
#include "quantity/report_text.h"

// Readings of a gas plant at a fixed interval, such as every minute.
namespace openitmo::mrv::stream {

// What one column of a stream measures. Units, whatever the file's: flows m3/h or Nm3/h as the plan
// says, fraction 1, gas temperature K, pressure Pa (absolute), exhaust temperature °C, methane in
// the exhaust kg/h, flame and running 1 or 0.
enum class Channel : std::uint8_t {
  flare_flow,
  engine_flow,
  boiler_flow,
  methane_fraction,
  gas_temperature,
  gas_pressure,
  flame,
  exhaust_temperature,
  exhaust_methane,
  engine_running,
  boiler_running,
};
inline constexpr std::size_t kChannelCount = 11;
std::string_view name_of(Channel channel);
ReportWords words_of(Channel channel);

template <class T>
class PerChannel {
 public:
  T& operator[](Channel channel) { return of_[static_cast<std::size_t>(channel)]; }
  const T& operator[](Channel channel) const { return of_[static_cast<std::size_t>(channel)]; }
  auto begin() const { return of_.begin(); }
  auto end() const { return of_.end(); }

 private:
  std::array<T, kChannelCount> of_{};
};

inline constexpr std::array<Channel, kChannelCount> kChannels{
    Channel::flare_flow,      Channel::engine_flow,
    Channel::boiler_flow,     Channel::methane_fraction,
    Channel::gas_temperature, Channel::gas_pressure,
    Channel::flame,           Channel::exhaust_temperature,
    Channel::exhaust_methane, Channel::engine_running,
    Channel::boiler_running};

// A calendar month of the site's clock: its readings start in [begin, end). Seconds on the axis of
// the slots: 1970-01-01 UTC is near 0, and slot n begins at n·interval_s.
struct StreamMonth {
  Period month;
  std::int64_t begin_s = 0;
  std::int64_t end_s = 0;
};

// One row. It stands for the interval that starts at slot·interval_s, counted so that a new hour of
// the site's clock begins a slot where the interval divides an hour.
struct Reading {
  std::int64_t slot = 0;
  PerChannel<double> values = {};  // NaN where the cell is empty or the column is missing
  Place place = {};
  Date day = {};                // of the site's clock
  bool is_shown_again = false;  // the site's clock had shown this time before it was put back
};

}  // namespace openitmo::mrv::stream
