#pragma once

#include "mrv/component_case.h"
#include "mrv/existing_site.h"
#include "mrv/finding.h"
#include "mrv/gas_destroyed.h"
#include "mrv/methodologies/baseline_capture.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/parameter_set.h"
#include "mrv/yearly_amount.h"

// What ACM0001 and AMS-III.G read alike.
namespace openitmo::mrv {

template <class Inputs>
typename Inputs::Scalar gwp_ch4(Inputs& inputs, const ComponentCase& c) {
  return inputs.gwp("GWP_CH4", c.plan.gwp.ch4_tenths / 10.0, c.plan.gwp.name);
}

template <class Inputs>
typename Inputs::Scalar methane_of_baseline(Inputs& inputs, const ComponentCase& c,
                                            const YearPart& part,
                                            const typename Inputs::Scalar& F_PJ) {
  return baseline_capture::F_BL<typename Inputs::Scalar>(
      c.option("baseline_case"),
      {.share_of_rule = inputs.parameter("F_BL.rule"),
       .amount_of_rule = yearly_amount(inputs, part, "F_BL.amount"),
       .share_of_system = inputs.parameter("F_BL.system"),
       .share_unknown = inputs.parameter("F_BL.unknown")},
      F_PJ);
}

// Ex ante: BE_CH4,SWDS,y of the whole site, of which a part of the year has its share. `OX` is that
// of TOOL04, or 0 where the methodology takes oxidation off itself.
template <class Inputs>
typename Inputs::Scalar methane_of_site(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part, const typename Inputs::Scalar& OX) {
  using S = typename Inputs::Scalar;
  const tool04::Swds<S> site = existing_site(inputs, c, OX);
  const int y = site.axis.position_of({.year = part.year.value()});
  const Period year{.year = part.year.value()};
  return share_of_year<S>(
      tool04::BE_CH4_SWDS_y(site, tool04::yearly_decay(site, y), y),
      {.symbol = "BE_CH4,SWDS,y", .unit = "t CO2 eq", .equation = kShareOfYear, .period = year},
      months_of(part.days), kMonthsOfAYear);
}

// Methane metered in `part`, t.
double gas_metered_t_ch4(const ComponentCase& c, const YearPart& part);

// Gas to a flare needs its methane, or volume and fraction; where all are given they must agree.
// Methane that counts as nothing, for want of hours or of an efficiency, is warned of.
Problems check_metered_gas(const ComponentCase& c, const ParameterSet& parameters,
                           const DateRange& period);

// An estimate needs the waste of every year since the site opened.
Problems check_site_history(const ComponentCase& c, const ParameterSet& parameters,
                            const DateRange& period);

}  // namespace openitmo::mrv
