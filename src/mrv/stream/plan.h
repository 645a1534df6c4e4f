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
  std::vector<Campaign> campaigns = {};
  // The project document takes option A where the measurements of B are missing.
  bool default_as_backup = false;
};

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
};

}  // namespace openitmo::mrv::stream
