#pragma once

#include <span>
#include <string>
#include <vector>

#include "mrv/scalar/real.h"

// IPCC 2006 V1 Ch 3. Uncertainties are half of the 95 % interval, in percent of the mean.
namespace openitmo::mrv::uncertainty {

// Eq 3.1: of a product, √ΣU².
double of_product(std::span<const double> U_percent);

struct Quantity {
  double x = 0;
  double U_percent = 0;
};
// Eq 3.2: of a sum, √Σ(U·x)²/|Σx|.
double of_sum(std::span<const Quantity> quantities);

// Table 3.2, approach 1: letters are its columns; emission factors fully correlated between the
// years, activity data not.
struct Category {
  double base_year = 0;     // C
  double year_t = 0;        // D
  double U_AD_percent = 0;  // E
  double U_EF_percent = 0;  // F
};
struct CategoryRow {
  double G = 0, H = 0, I = 0, J = 0, K = 0, L = 0, M = 0;
};
struct InventoryUncertainty {
  std::vector<CategoryRow> rows;
  double U_total_percent = 0;
  double U_trend_percent = 0;
};
InventoryUncertainty approach_1(std::span<const Category> categories);

// A product of independent lognormal factors given by mean and coefficient of variation is
// lognormal: the closed form that a sampler is tested against.
struct LognormalFactor {
  double mean = 0;
  double cv = 0;
};
struct Distribution {
  double mean = 0, sd = 0, median = 0, p2_5 = 0, p97_5 = 0;
};
Distribution of_lognormal_product(std::span<const LognormalFactor> factors);

// FCCC/SBSTA/2003/10/Add.2: factor to apply to a parameter of given uncertainty, where the lower
// (higher) value is the conservative one. Bands: up to 10, 30, 50, 100 and above.
template <class S>
S factor_if_lower_is_conservative(const S& U_percent) {
  const auto band = [&](double limit, const S& within, const S& above) {
    return select(less_equal(U_percent, S(limit)), within, above);
  };
  return band(10, 0.98, band(30, 0.94, band(50, 0.89, band(100, 0.82, 0.73))));
}
template <class S>
S factor_if_higher_is_conservative(const S& U_percent) {
  const auto band = [&](double limit, const S& within, const S& above) {
    return select(less_equal(U_percent, S(limit)), within, above);
  };
  return band(10, 1.02, band(30, 1.06, band(50, 1.12, band(100, 1.21, 1.37))));
}

}  // namespace openitmo::mrv::uncertainty
