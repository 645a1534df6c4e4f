#pragma once

#include <vector>

#include "mrv/scalar/real.h"

// Forms of other landfill models, for comparison runs only: none is a crediting method.
namespace openitmo::mrv::comparison_models {

// EPA SWEET and WasteMAP: m3 CH4 in a year from waste deposited `age` >= 1 years earlier,
// k·L0·W·e^{-k(age - 0.5)}·MCF, with L0 in m3/t.
template <class S>
S sweet(const S& k, const S& L0, const S& W, int age, const S& MCF) {
  return k * L0 * W * exp(-k * (age - 0.5)) * MCF;
}

// EPA LandGEM: m3 CH4 in a year that begins `years` after the first tenth of the waste starts to
// decay, Σ_{j=1..10} k·L0·M/10·e^{-k(years + j/10)}. By the published definition the year of
// acceptance is zero and the next has years = 0.
template <class S>
S landgem(const S& k, const S& L0, const S& M, int years) {
  std::vector<S> tenths;
  for (int j = 1; j <= 10; ++j) tenths.push_back(k * L0 * (M / 10) * exp(-k * (years + 0.1 * j)));
  return sum(std::span<const S>(tenths));
}

}  // namespace openitmo::mrv::comparison_models
