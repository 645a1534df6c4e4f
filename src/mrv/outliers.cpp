#include "mrv/outliers.h"

#include <algorithm>
#include <cmath>

#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

double median(std::vector<double> values) {
  check(!values.empty(), "a median is of something");
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

double middle_of(const Months& months) {
  std::vector<double> values;
  for (const DerivationNode* month : months) values.push_back(month->value);
  return median(std::move(values));
}

Months far_off(const Months& months, double deviations, double part) {
  const double middle = middle_of(months);
  std::vector<double> all;
  for (const DerivationNode* month : months) all.push_back(std::fabs(month->value - middle));
  const double spread = median(std::move(all));
  Months far;
  for (const DerivationNode* month : months) {
    const double off = std::fabs(month->value - middle);
    if (spread > 0 && off > deviations * spread && off > part * std::fabs(middle))
      far.push_back(month);
  }
  return far;
}

}  // namespace openitmo::mrv
