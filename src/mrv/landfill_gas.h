#pragma once

#include "mrv/component_case.h"
#include "mrv/existing_site.h"
#include "mrv/finding.h"
#include "mrv/gas_destroyed.h"
#include "mrv/methodologies/baseline_capture.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/parameter_set.h"

// What ACM0001 and AMS-III.G read alike.
namespace openitmo::mrv {

template <class Inputs>
typename Inputs::Scalar gwp_ch4(Inputs& inputs, const ComponentCase& c) {
  return inputs.gwp("GWP_CH4", c.plan.gwp.ch4_tenths / 10.0, c.plan.gwp.name);
}

template <class Inputs>
typename Inputs::Scalar methane_of_baseline(Inputs& inputs, const ComponentCase& c,
                                            const typename Inputs::Scalar& F_PJ) {
  return baseline_capture::F_BL<typename Inputs::Scalar>(
      c.option("baseline_case"),
      {.share_of_rule = inputs.parameter("F_BL.rule"),
       .amount_of_rule = inputs.parameter("F_BL.amount"),
       .share_of_system = inputs.parameter("F_BL.system"),
       .share_unknown = inputs.parameter("F_BL.unknown")},
      F_PJ);
}

// Ex ante: BE_CH4,SWDS,y of the whole site. Its oxidation enters here and again in the methodology,
// as a registered project reads the text, unless the component says "once".
template <class Inputs>
typename Inputs::Scalar methane_of_site(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  const S OX = c.option("oxidation") == "once" ? S(0.0) : inputs.parameter("OX");
  const tool04::Swds<S> site = existing_site(inputs, c, OX);
  const int y = site.axis.position_of({.year = part.year.value()});
  return tool04::BE_CH4_SWDS_y(site, tool04::yearly_decay(site, y), y);
}

// Methane metered in `part`, t.
double gas_metered_t_ch4(const ComponentCase& c, const YearPart& part);

// Metered gas needs its table and the electricity meter; methane and flow must agree.
Problems check_metered_gas(const ComponentCase& c, const ParameterSet& parameters,
                           const DateRange& period);

// An estimate needs the waste of every year since the site opened.
Problems check_site_history(const ComponentCase& c, const ParameterSet& parameters,
                            const DateRange& period);

}  // namespace openitmo::mrv
