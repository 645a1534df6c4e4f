#pragma once

#include <vector>

#include "mrv/scalar/real.h"

// CDM AMS-III.AJ, recovery and recycling of materials. Structure of medium, figures of low
// confidence: all are inputs.
namespace openitmo::mrv::ams_iii_aj {

template <class S>
struct Material {
  S Q;    // t recycled
  S L;    // net-to-gross factor
  S SEC;  // MWh/t of virgin material
  S SFC;  // GJ/t of virgin material
};

// BE = Σ Q·L·(SEC·EF_el + SFC·EF_FF), t CO2 eq.
template <class S>
S BE_y(const std::vector<Material<S>>& materials, const S& EF_el, const S& EF_FF) {
  std::vector<S> terms;
  for (const Material<S>& m : materials)
    terms.push_back(m.Q * m.L * (m.SEC * EF_el + m.SFC * EF_FF));
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-III.AJ, baseline"},
               sum(std::span<const S>(terms)));
}

}  // namespace openitmo::mrv::ams_iii_aj
