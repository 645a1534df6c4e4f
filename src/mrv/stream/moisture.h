#pragma once

#include <vector>

namespace openitmo::mrv::stream {

// Water in saturated gas by temperature, for TOOL08 option B. The saturation pressure is the Magnus
// form of Alduchov and Eskridge (1996), 610.94·exp(17.625·t/(t + 243.04)) Pa with t in °C, taken at
// whole degrees; straight lines between them lie above the curve, which makes the gas drier.
class SaturatedMoisture {
 public:
  static constexpr double kLowest_k = 233.15;
  static constexpr double kHighest_k = 373.15;
  SaturatedMoisture();

  // m3 of vapour per m3 of dry gas. T in kLowest_k..kHighest_k; at a pressure that the vapour alone
  // would reach, not a number.
  double vapour_fraction(double T_k, double P_pa) const;
  double p_sat_pa(double T_k) const;

 private:
  std::vector<double> p_sat_by_degree_;
};

}  // namespace openitmo::mrv::stream
