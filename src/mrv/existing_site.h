#pragma once

#include <algorithm>
#include <vector>

#include "mrv/component_case.h"
#include "mrv/disposal_parameters.h"
#include "mrv/diverted_waste.h"
#include "mrv/methodologies/tool04.h"
#include "mrv/parameters.h"

namespace openitmo::mrv {

// TOOL04 application A: the waste of the site itself, declared per year and type since the site
// opened, which is x = 1. f_y is 0: what the baseline captures is F_BL of the landfill gas
// methodologies. The water table does not count here. `OX` is theirs to choose.
template <class Inputs>
tool04::Swds<typename Inputs::Scalar> existing_site(Inputs& inputs, const ComponentCase& c,
                                                    const typename Inputs::Scalar& OX) {
  using S = typename Inputs::Scalar;
  CalendarYear opened = c.covered.last.year();
  for (const DeclaredAmount& amount : c.data.declared_waste) opened = std::min(opened, amount.year);
  const GwpSet& gwp = c.plan.gwp;
  tool04::Swds<S> site{.phi = inputs.parameter("phi.A"),
                       .f = S(0.0),
                       .GWP_CH4 = inputs.gwp("GWP_CH4", gwp.ch4_tenths / 10.0, gwp.name),
                       .OX = OX,
                       .F = inputs.parameter("F"),
                       .MCF = inputs.parameter(correction_factor_symbol(c.plan.disposal_site)),
                       .streams = {},
                       .axis = {.first = {.year = opened.value()}}};
  const std::vector<std::vector<S>> declared =
      declared_by_year(inputs, c, {.first = Date(opened.value(), 1, 1), .last = c.covered.last});
  for (std::size_t j = 0; j < kWasteTypes.size(); ++j) {
    if (!is_degradable(kWasteTypes[j]) || !occurs(c, j)) continue;
    std::vector<S> W;
    for (const std::vector<S>& by_type : declared) W.push_back(not_burnt(inputs, by_type[j]));
    site.streams.push_back(waste_stream(inputs, c, kWasteTypes[j], std::move(W)));
  }
  return site;
}

}  // namespace openitmo::mrv
