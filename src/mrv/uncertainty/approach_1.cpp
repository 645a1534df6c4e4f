#include "mrv/uncertainty/approach_1.h"

#include <cmath>

#include "mrv/math/normal.h"

namespace openitmo::mrv::uncertainty {

namespace {

double root_of_squares(std::span<const double> values) {
  double squares = 0;
  for (const double value : values) squares += value * value;
  return sqrt(squares);
}

double trend_percent(double base_year, double year_t) {
  return (year_t - base_year) / base_year * 100;
}

CategoryRow row_of(const Category& c, double total_base, double total_t) {
  CategoryRow row;
  row.G = sqrt(c.U_AD_percent * c.U_AD_percent + c.U_EF_percent * c.U_EF_percent);
  const double weighted = row.G * c.year_t / total_t;
  row.H = weighted * weighted;
  const double shifted = trend_percent(total_base + 0.01 * c.base_year, total_t + 0.01 * c.year_t);
  row.I = std::fabs(shifted - trend_percent(total_base, total_t));
  row.J = std::fabs(c.year_t / total_base);
  row.K = row.I * c.U_EF_percent;
  row.L = row.J * c.U_AD_percent * sqrt(2.0);
  row.M = row.K * row.K + row.L * row.L;
  return row;
}

}  // namespace

double of_product(std::span<const double> U_percent) { return root_of_squares(U_percent); }

double of_sum(std::span<const Quantity> quantities) {
  std::vector<double> spread;
  double total = 0;
  for (const Quantity& quantity : quantities) {
    spread.push_back(quantity.U_percent * quantity.x);
    total += quantity.x;
  }
  return root_of_squares(spread) / std::fabs(total);
}

InventoryUncertainty approach_1(std::span<const Category> categories) {
  double total_base = 0;
  double total_t = 0;
  for (const Category& category : categories) {
    total_base += category.base_year;
    total_t += category.year_t;
  }
  InventoryUncertainty result;
  double sum_H = 0;
  double sum_M = 0;
  for (const Category& category : categories) {
    result.rows.push_back(row_of(category, total_base, total_t));
    sum_H += result.rows.back().H;
    sum_M += result.rows.back().M;
  }
  result.U_total_percent = sqrt(sum_H);
  result.U_trend_percent = sqrt(sum_M);
  return result;
}

Distribution of_lognormal_product(std::span<const LognormalFactor> factors) {
  double mean = 1;
  double variance_of_log = 0;
  for (const LognormalFactor& factor : factors) {
    mean *= factor.mean;
    variance_of_log += log(1 + factor.cv * factor.cv);
  }
  const double sigma = sqrt(variance_of_log);
  const double mu = log(mean) - variance_of_log / 2;
  return {.mean = mean,
          .sd = mean * sqrt(exp(variance_of_log) - 1),
          .median = exp(mu),
          .p2_5 = exp(mu - kNormalQuantile97_5 * sigma),
          .p97_5 = exp(mu + kNormalQuantile97_5 * sigma)};
}

}  // namespace openitmo::mrv::uncertainty
