#pragma once

#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "mrv/gas_month.h"
#include "mrv/stream/calibration_watch.h"
#include "mrv/stream/interval.h"
#include "mrv/stream/lookahead.h"
#include "mrv/stream/moisture.h"
#include "mrv/stream/plan.h"
#include "mrv/stream/reading.h"
#include "mrv/stream_correction.h"

namespace openitmo::mrv::stream {

enum Device : std::uint8_t { kFlare, kEngine, kBoiler };
inline constexpr std::array<Device, 3> kDevicesOfPlant{kFlare, kEngine, kBoiler};

// The columns without which the gas to `device` counts for nothing, in the order in which a fault
// is named: what shows that it burns, then its gas. Empty where no meter measures its flow.
std::vector<Channel> needed_channels(const Plan& plan, Device device);

// Whether the tonnes are worked out from the readings of a channel that the files have, so that its
// meter needs a certificate.
bool counts_for_methane(const Plan& plan, Channel channel);

// Readings at a fixed interval become the monthly figures of GasMonth, in one pass and in memory
// that does not grow with their number: TOOL08 gives the methane of each interval, TOOL06 the
// efficiency of the flare in it. What is missing, refused or unknown destroys nothing.
class Reduction {
 public:
  explicit Reduction(const Plan& plan);
  Reduction(const Reduction&) = delete;
  Reduction& operator=(const Reduction&) = delete;

  enum class Taken : std::uint8_t {
    counted,
    repeated,     // the same row again: listed, counted once
    differs,      // another row of the same interval
    out_of_order  // starts before the row read last
  };
  // Of `differs` and `out_of_order` nothing is kept. `month` is the one in which the slot starts.
  Taken add(const Reading& reading, const StreamMonth& month);

  // Once, at the end. Methane to each device, flare efficiency, running hours and evidence of each
  // month that has a row.
  std::vector<GasMonth> take_months();
  std::vector<StreamCorrection> take_corrections();
  std::vector<CertificateCover> take_certificates();

 private:
  static constexpr std::size_t kDevices = 3;
  struct Sums {
    Period month;
    double produced_kg = 0;
    double sent_kg = 0;  // to the flare
    std::array<double, kDevices> destroyed_kg{};
    std::array<std::int64_t, kDevices> running{};  // intervals
    Evidence rows = {};
  };
  struct Noted {
    StreamCorrection correction = {};
    double intervals = 0;
    Place last = {};
  };
  struct Methane {
    double as_read_kg = 0;
    double counted_kg = 0;           // less the errors of overdue meters
    PerChannel<double> cut_kg = {};  // by meter
    bool is_impossible = false;      // the vapour alone would reach the pressure
  };

  // Methane to a device in an interval that no reading shows.
  struct Arrived {
    std::optional<double> last_kg = {};  // of the last interval that a reading shows
    double unknown_before = 0;           // intervals before the first one
  };

  void count_settled(bool at_end);
  void count(Interval interval);
  void put_substitutes(Interval& interval);
  double normal_m3_per_m3(const Interval& interval) const;  // dry, of what a flow meter shows
  Methane methane_of(const Interval& interval, Channel flow);
  double overdue_error(const Interval& interval, Channel meter);
  double measured_efficiency(const Interval& interval, double methane_kg, bool gates);
  double flare_efficiency(const Interval& interval, double methane_kg);
  const std::optional<double>& campaign_efficiency(CalendarYear year);
  void count_device(const Interval& interval, Device device);
  // A device on the meter of `device` that is accepted as standing still.
  std::optional<Channel> idle_partner(const Interval& interval, Device device) const;
  void count_produced(const Interval& interval, Device device, bool is_read, double as_read_kg);
  void count_unknown(Device device, double intervals);
  void note_fault(const Interval& interval, Device device, Channel channel);
  void note_substitute(const Interval& interval, Device device, double destroyed_kg);
  void note_overdue(const Interval& interval, const Methane& methane, double share);
  void note_gap(std::int64_t end_slot, const Place& place);
  void note(Rule rule, std::optional<Channel> channel, double intervals, double methane_kg,
            const Place& place);
  void note_in(Period month, Rule rule, std::optional<Channel> channel, double intervals,
               double methane_kg, const Place& place);
  void go_to(std::int64_t slot, const StreamMonth& month, const Place& place);
  std::int64_t slot_at(std::int64_t seconds) const {  // first slot that starts at or after
    return (seconds + plan_.interval_s - 1) / plan_.interval_s;
  }
  double hours_of(double intervals) const {
    return intervals * static_cast<double>(plan_.interval_s) / 3600.0;
  }
  double hours_per_interval() const { return hours_of(1); }

  Plan plan_;
  Lookahead lookahead_;
  CalibrationWatch calibrations_;
  SaturatedMoisture moisture_;
  std::vector<Sums> months_;
  std::optional<StreamMonth> month_;
  std::optional<Reading> last_;  // read
  Place last_place_ = {};        // counted
  std::int64_t next_slot_ = 0;
  std::array<std::vector<Channel>, kDevices> needs_;
  std::array<Arrived, kDevices> arrived_{};
  std::array<double, kDevices> expected_kg_{};  // of an interval, by the last complete reading
  std::map<std::tuple<Period, Rule, std::size_t>, Noted> corrections_;
  std::map<int, std::optional<double>> campaign_efficiency_;
};

}  // namespace openitmo::mrv::stream
