#pragma once

#include <span>

#include "mrv/component_plan.h"
#include "mrv/finding.h"

namespace openitmo::mrv {

// Across the components of one activity: the same tonne of waste must not be credited for its
// diversion (TOOL04 application B) and again in the metered gas of the site that it was kept from.
// Where gas of a site is metered and waste is diverted from that site in the same years, the
// diversion counts only methane that the gas system would have missed: its f_y is at least the
// share that the system captures (eta_PJ). A diversion beside metered gas names its site.
Problems check_double_crediting(std::span<const ComponentPlan> plans);

}  // namespace openitmo::mrv
