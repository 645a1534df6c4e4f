#include "mrv/stream/moisture.h"

#include <limits>

#include "mrv/math/correctly_rounded.h"
#include "mrv/methodologies/tool08.h"
#include "quantity/check.h"

namespace openitmo::mrv::stream {

SaturatedMoisture::SaturatedMoisture() {
  for (double t_c = kLowest_k - 273.15; t_c < kHighest_k - 273.15 + 1.5; t_c += 1)
    p_sat_by_degree_.push_back(610.94 * mrv::exp(17.625 * t_c / (t_c + 243.04)));
}

double SaturatedMoisture::p_sat_pa(double T_k) const {
  check(T_k >= kLowest_k && T_k <= kHighest_k, "the gas temperature is within the table");
  const double above = T_k - kLowest_k;
  const auto degree = static_cast<std::size_t>(above);
  const double part = above - static_cast<double>(degree);
  const double low = p_sat_by_degree_[degree];
  return low + part * (p_sat_by_degree_[degree + 1] - low);
}

double SaturatedMoisture::vapour_fraction(double T_k, double P_pa) const {
  const double p_sat = p_sat_pa(T_k);
  if (p_sat >= P_pa) return std::numeric_limits<double>::quiet_NaN();
  // The molar mass of the dry gas enters twice and cancels.
  const double MM_db = tool08::kMolarMassMethane;
  return tool08::vapour_fraction(tool08::moisture_saturated(p_sat, P_pa, MM_db), MM_db);
}

}  // namespace openitmo::mrv::stream
