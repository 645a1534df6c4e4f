#pragma once

#include <string_view>
#include <vector>

#include "mrv/scalar/real.h"
#include "quantity/check.h"

// CDM TOOL07 v7.0, emission factor of an electricity system.
namespace openitmo::mrv::tool07 {

template <class S>
struct Unit {
  S EG;  // MWh generated
  S EF;  // t CO2/MWh
};

// EF of a unit from its fuel: FC·NCV·EF_CO2/EG, with FC in t, NCV in GJ/t, EF_CO2 in t/GJ.
template <class S>
S EF_EL(const S& FC, const S& NCV, const S& EF_CO2, const S& EG) {
  return FC * NCV * EF_CO2 / EG;
}

// The same from its efficiency: EF_CO2·3.6/η, with 3.6 GJ/MWh.
template <class S>
S EF_EL_of_efficiency(const S& EF_CO2, const S& eta) {
  return EF_CO2 * 3.6 / eta;
}

// Operating and build margin: mean of the units' factors weighted by generation.
template <class S>
S margin(const std::vector<Unit<S>>& units) {
  std::vector<S> emissions;
  std::vector<S> generation;
  for (const Unit<S>& unit : units) {
    emissions.push_back(unit.EG * unit.EF);
    generation.push_back(unit.EG);
  }
  return sum(std::span<const S>(emissions)) / sum(std::span<const S>(generation));
}

struct Weights {
  double OM = 0.5;
  double BM = 0.5;
};

// The word of an LDC that lacks data for the build margin: the average operating margin alone.
inline constexpr std::string_view kLdcOperatingMargin = "ldc_operating_margin";

// By the word of the project; the first holds for wind and solar in every crediting period.
inline Weights weights(std::string_view project) {
  if (project == "wind_or_solar") return {.OM = 0.75, .BM = 0.25};
  if (project == "later_period") return {.OM = 0.25, .BM = 0.75};
  if (project == kLdcOperatingMargin) return {.OM = 1, .BM = 0};
  check(project == "first_period", "the weights of TOOL07 are known by four words");
  return {};
}

// EF_CM = EF_OM·w_OM + EF_BM·w_BM. Weights: 0.5/0.5; wind and solar 0.75/0.25 in all periods; other
// projects 0.25/0.75 in later periods; 1/0 in an LDC without data for the build margin.
template <class S>
S EF_CM(const S& EF_OM, const S& EF_BM, const S& w_OM, const S& w_BM) {
  return named({.symbol = "EF_grid,CM", .unit = "t CO2/MWh", .equation = "TOOL07 v7.0, CM"},
               EF_OM * w_OM + EF_BM * w_BM);
}

}  // namespace openitmo::mrv::tool07
