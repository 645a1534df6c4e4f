#pragma once

#include <string_view>
#include <vector>

#include "mrv/methodologies/tool06.h"
#include "mrv/methodologies/tool08.h"
#include "mrv/monthly_inputs.h"

// From the monthly gas table to the methane destroyed or used of ACM0001, AMS-III.G and TOOL14.
namespace openitmo::mrv {

// t CH4 of a part of a year; PE_flare in t CO2 eq.
template <class S>
struct GasDestroyed {
  S F_sent_flare = 0.0;
  S PE_flare = 0.0;
  S F_EL = 0.0;
  S F_HG = 0.0;
  S F_NG = 0.0;
};

// Methane to the flare in one month: as measured, else V_n·v·ρ_n; none where neither is known.
template <class Inputs>
typename Inputs::Scalar methane_to_flare(Inputs& inputs, const MonthlyTable& gas,
                                         const MonthlyRow& row) {
  using S = typename Inputs::Scalar;
  if (const auto F = measured_at(inputs, gas, row, "F_CH4,sent_flare,m")) return *F;
  const auto V = measured_at(inputs, gas, row, "V_flare,m");
  const auto v = measured_at(inputs, gas, row, "v_CH4,m");
  if (!V || !v) return S(0.0);
  return named({.symbol = "F_CH4,sent_flare,m",
                .unit = "t CH4",
                .equation = "TOOL08 v3, V·v·ρ",
                .period = month_of(row)},
               tool08::F_CH4(*V, *v));
}

// Methane to engines or boilers counts where their running is confirmed.
template <class Inputs>
typename Inputs::Scalar methane_to_device(Inputs& inputs, const MonthlyTable& gas,
                                          const MonthlyRow& row, std::string_view methane,
                                          std::string_view hours) {
  using S = typename Inputs::Scalar;
  const bool Op = value_at(gas, row, hours).value_or(0) > 0;
  const auto F = Op ? measured_at(inputs, gas, row, methane) : std::nullopt;
  return F ? *F : S(0.0);
}

// Methane of the biogas: what the site declares or its readings show as produced, at least what was
// sent or used in any way, whether or not a device is shown to have burnt it.
template <class Inputs>
typename Inputs::Scalar methane_produced(Inputs& inputs, const ComponentCase& c,
                                         const YearPart& part) {
  using S = typename Inputs::Scalar;
  const MonthlyTable& gas = *find_monthly_table("gas");
  std::vector<S> months;
  for (const MonthlyRow* row : rows_of(c, part, "gas")) {
    S sent = methane_to_flare(inputs, gas, *row);
    for (const std::string_view use : {"F_CH4,EL,m", "F_CH4,HG,m", "F_CH4,NG,m"})
      if (const auto F = measured_at(inputs, gas, *row, use)) sent = sent + *F;
    const auto produced = measured_at(inputs, gas, *row, "F_CH4,produced,m");
    months.push_back(produced ? max(*produced, sent) : sent);
  }
  return sum(std::span<const S>(months));
}

template <class Inputs>
GasDestroyed<typename Inputs::Scalar> gas_destroyed(Inputs& inputs, const ComponentCase& c,
                                                    const YearPart& part,
                                                    const typename Inputs::Scalar& GWP_CH4) {
  using S = typename Inputs::Scalar;
  const MonthlyTable& gas = *find_monthly_table("gas");
  std::vector<S> sent, PE, EL, HG;
  for (const MonthlyRow* row : rows_of(c, part, "gas")) {
    const S F = methane_to_flare(inputs, gas, *row);
    const auto eta = measured_at(inputs, gas, *row, "η_flare,m");
    sent.push_back(F);
    PE.push_back(named({.symbol = "PE_flare,m",
                        .unit = "t CO2 eq",
                        .equation = "TOOL06 v4.0, sum over minutes",
                        .period = month_of(*row)},
                       tool06::PE_flare(F, eta ? *eta : S(0.0), GWP_CH4)));
    EL.push_back(methane_to_device(inputs, gas, *row, "F_CH4,EL,m", "h_EL,m"));
    HG.push_back(methane_to_device(inputs, gas, *row, "F_CH4,HG,m", "h_HG,m"));
  }
  const Period year{.year = part.year.value()};
  const auto total = [&](std::string_view symbol, std::string_view unit, const std::vector<S>& of) {
    return named({.symbol = symbol, .unit = unit, .equation = "sum of months", .period = year},
                 sum(std::span<const S>(of)));
  };
  return {
      .F_sent_flare = total("F_CH4,sent_flare,y", "t CH4", sent),
      .PE_flare = total("PE_flare,y", "t CO2 eq", PE),
      .F_EL = total("F_CH4,EL,y", "t CH4", EL),
      .F_HG = total("F_CH4,HG,y", "t CH4", HG),
      .F_NG = total("F_CH4,NG,y", "t CH4", {sum_of_column(inputs, c, part, "gas", "F_CH4,NG,m")})};
}

}  // namespace openitmo::mrv
