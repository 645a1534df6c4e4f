#include "mrv/gas_month.h"

namespace openitmo::mrv {

// In the order of the columns of monthly_tables.cpp.
void add_gas_month(MonitoringData& data, const GasMonth& gas) {
  data.monthly["gas"].push_back(
      {.year = gas.year,
       .month = gas.month,
       .values = {gas.V_flare_m3, gas.v_CH4, gas.F_CH4_sent_flare_t, gas.eta_flare, gas.F_CH4_EL_t,
                  gas.h_EL, gas.F_CH4_HG_t, gas.h_HG, gas.F_CH4_NG_t, gas.F_CH4_produced_t},
       .rows = gas.rows});
  if (gas.EG_mwh)
    data.monthly["electricity_delivered"].push_back(
        {.year = gas.year, .month = gas.month, .values = {gas.EG_mwh}, .rows = gas.rows});
}

}  // namespace openitmo::mrv
