#pragma once

#include <cstdint>

#include "mrv/scalar/real.h"

// CDM TOOL06 v4.0, project emissions from flaring. Whether a minute's gates are met (flame, exhaust
// temperature, flow within specification) is decided on the readings; a missing reading counts as
// not met.
namespace openitmo::mrv::tool06 {

inline constexpr double kOpenFlareEfficiency = 0.5;
inline constexpr double kEnclosedFlareEfficiency = 0.9;  // option A
inline constexpr double kLowHeightDeduction = 0.10;      // enclosure of 2 to 10 diameters
inline constexpr double kMeasurementDeduction = 0.05;    // option B.1, since version 4
inline constexpr int kMonthsBetweenCampaigns = 6;        // option B.1, at least

struct Specification {
  double T_EG_min_c = 0;
  double T_EG_max_c = 0;
  double flow_min_m3_per_h = 0;
  double flow_max_m3_per_h = 0;
};

// Limits inclusive.
inline bool gates_met(bool flame, double T_EG_c, double flow_m3_per_h, const Specification& spec) {
  return flame && spec.T_EG_min_c <= T_EG_c && T_EG_c <= spec.T_EG_max_c &&
         spec.flow_min_m3_per_h <= flow_m3_per_h && flow_m3_per_h <= spec.flow_max_m3_per_h;
}

// A flare whose enclosure is 2 to 10 diameters high is low; below 2 it counts as open.
enum class FlareKind : std::uint8_t { open, enclosed, enclosed_low };
inline FlareKind kind_of(bool has_enclosure, double height_in_diameters) {
  if (!has_enclosure || height_in_diameters < 2) return FlareKind::open;
  return height_in_diameters <= 10 ? FlareKind::enclosed_low : FlareKind::enclosed;
}

// η of a minute by option A. An open flare needs its flame alone.
inline double eta_default(FlareKind kind, bool flame, bool within_specification) {
  switch (kind) {
    case FlareKind::open:
      return flame ? kOpenFlareEfficiency : 0;
    case FlareKind::enclosed:
      return flame && within_specification ? kEnclosedFlareEfficiency : 0;
    case FlareKind::enclosed_low:
      return flame && within_specification ? kEnclosedFlareEfficiency - kLowHeightDeduction : 0;
  }
  return 0;
}

// Option B.2: η_m = 1 - F_EG,m/F_RG,m, less the deduction of a low flare; 0 where the gates are not
// met.
template <class S>
S eta_of_minute(const S& F_EG_m, const S& F_RG_m, FlareKind kind, bool gates) {
  const double deduction = kind == FlareKind::enclosed_low ? kLowHeightDeduction : 0;
  return select(gates, 1 - F_EG_m / F_RG_m - deduction, S(0.0));
}

// PE of a month: GWP·F_sent·(1 - η), t CO2 eq with F in t, where η is the mean of the minutes
// weighted by methane.
template <class S>
S PE_flare(const S& F_sent, const S& eta, const S& GWP_CH4) {
  return GWP_CH4 * F_sent * (1 - eta);
}

// Option B.1, Eq 1: η = 1 - (mean over the campaigns of F_CH4,EG/F_CH4,RG) - deduction.
template <class S>
S eta_measured(std::span<const S> shares_not_burnt, const S& deduction) {
  const S mean = sum(shares_not_burnt) / static_cast<double>(shares_not_burnt.size());
  return named({.symbol = "η_calc", .unit = "1", .equation = "TOOL06 v4.0 Eq 1"},
               1 - mean - deduction);
}

}  // namespace openitmo::mrv::tool06
