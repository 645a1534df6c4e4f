#pragma once

#include <optional>

#include "mrv/evidence.h"
#include "mrv/monitoring_data.h"

namespace openitmo::mrv {

// One calendar month of landfill gas or biogas, however it was measured: read from a table, or
// added up from minute data. Methane is dry and directly measured; volumes are at 0 °C and
// 101,325 Pa (TOOL08). What was not measured stays empty.
struct GasMonth {
  CalendarYear year = {};
  unsigned month = 1;
  // To the flare: either the methane itself (Σ over the minutes of V·v·ρ), or volume and mean
  // fraction weighted by volume. Where all are given the methane counts, and they must agree.
  std::optional<double> V_flare_m3 = {};
  std::optional<double> v_CH4 = {};
  std::optional<double> F_CH4_sent_flare_t = {};
  // TOOL06: Σ F_m·η_m / Σ F_m over the minutes, with η_m = 0 in a minute whose flame, temperature
  // or flow is out of specification or unknown. Empty counts as 0: nothing destroyed.
  std::optional<double> eta_flare = {};
  // To engines, boilers and the gas network. Engines and boilers count in the hours in which they
  // are confirmed running (Op flag): only those hours are in the tonnes, and h says how many.
  std::optional<double> F_CH4_EL_t = {};
  std::optional<double> h_EL = {};
  std::optional<double> F_CH4_HG_t = {};
  std::optional<double> h_HG = {};
  std::optional<double> F_CH4_NG_t = {};
  // All methane that left the site's digester or wells, burnt or not: as read, without what is
  // taken off because a meter is overdue, and as last read where nothing was. What a digester leaks
  // is a share of it (TOOL14), so less of it would be less project emissions.
  std::optional<double> F_CH4_produced_t = {};
  std::optional<double> EG_mwh = {};  // net electricity delivered
  Evidence rows = {};
};

// As rows of the tables "gas" and, where electricity was delivered, "electricity_delivered".
void add_gas_month(MonitoringData& data, const GasMonth& gas);

}  // namespace openitmo::mrv
