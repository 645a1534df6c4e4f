#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mrv/methodologies/tool06.h"
#include "mrv/stream/quality_rules.h"
#include "mrv/stream/reading.h"
#include "quantity/date.h"

// How the readings of one plant are taken, as its project document declares it.
namespace openitmo::mrv::stream {

enum class Basis : std::uint8_t { dry, wet };

// TOOL06: option A, B.1 (campaigns) or B.2 (methane in the exhaust).
enum class FlareEfficiency : std::uint8_t { by_default, by_campaigns, by_minutes };

struct Campaign {
  Date day;
  double share_not_burnt = 0;  // F_CH4,EG/F_CH4,RG over the campaign
};

struct FlarePlan {
  tool06::FlareKind kind = tool06::FlareKind::open;
  FlareEfficiency efficiency = FlareEfficiency::by_default;
  tool06::Specification specification = {};  // of an enclosed flare; flows in Nm3/h
  std::vector<Campaign> campaigns = {};      // by day
  // The project document takes option A where the measurements of B are missing.
  bool default_as_backup = false;
  // The meter of the flare also measures what these devices burn: all must be proven to run, and
  // the efficiency of the flare, the least of them, holds for all.
  bool shares_meter_with_engine = false;
  bool shares_meter_with_boiler = false;
};

// Appendix of TOOL08: what stands in for a missing flow to engine or boiler, or a missing fraction,
// while the other of the two hardly changes. A gap of less than `short_h` gets the mean of the
// readings of both sides, a longer one the mean less `deviations` standard deviations of them.
struct GapFilling {
  double short_h = 0, short_side_h = 0;
  double medium_h = 0, medium_side_h = 0;
  double long_h = 0, long_side_h = 0;
  double deviations = 0;
  double other_within = 0;  // share of its mean
  double side_read = 0;     // share of the readings of a side that must be accepted
};
GapFilling gap_filling_of(const ParameterSet& parameters);  // missing.*

struct Calibration {
  Channel channel = Channel::methane_fraction;
  Date done;
  Date valid_until;
  double permissible_error = 0;  // share of the reading
  double found_error = 0;        // as found at this calibration, before adjustment
  std::string certificate;
};

struct Plan {
  std::int64_t interval_s = 60;
  Basis flow_basis = Basis::dry;
  Basis fraction_basis = Basis::dry;
  bool flow_is_normalised = false;  // Nm3/h; otherwise at the gas temperature and pressure
  // A dry flow is dry because the gas is below 60 °C at the meter, which every row must show.
  bool is_dry_by_temperature = false;
  std::optional<FlarePlan> flare = {};
  PerChannel<bool> has = {};  // the columns of the files
  PerChannel<Limits> limits = default_limits();
  std::vector<Calibration> calibrations = {};  // by channel, then day done
  std::optional<GapFilling> gap_filling = {};
  StandInBounds stand_in = default_stand_in_bounds();
};

}  // namespace openitmo::mrv::stream
