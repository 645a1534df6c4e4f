#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "mrv/scalar/label.h"

namespace openitmo::mrv {

// A quantity by year or month, positions counted from 1 as in the equations: either one value that
// holds throughout, or a list after whose end the quantity is zero.
template <class S>
class Series {
 public:
  Series(const S& constant) : values_{constant}, is_constant_(true) {}
  Series(std::vector<S> values) : values_(std::move(values)) {}

  // As long as the series lives.
  const S& operator()(int position) const {
    if (is_constant_) return values_.front();
    const auto index = static_cast<std::size_t>(position - 1);
    return position >= 1 && index < values_.size() ? values_[index] : zero_;
  }

 private:
  std::vector<S> values_;
  S zero_ = 0.0;
  bool is_constant_ = false;
};

// Which calendar year or month position 1 is, so that results can be named by date.
struct CalendarAxis {
  Period first{.year = 1, .month = 0};

  constexpr Period at(int position) const {
    if (first.month == 0) return {.year = first.year + position - 1, .month = 0};
    const int months = first.year * 12 + static_cast<int>(first.month) - 1 + position - 1;
    return {.year = months / 12, .month = static_cast<unsigned>(months % 12) + 1};
  }
  constexpr int position_of(Period period) const {
    if (first.month == 0) return period.year - first.year + 1;
    return (period.year - first.year) * 12 + static_cast<int>(period.month) -
           static_cast<int>(first.month) + 1;
  }
};

}  // namespace openitmo::mrv
