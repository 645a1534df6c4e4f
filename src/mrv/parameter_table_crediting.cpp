#include <array>

#include "mrv/parameter_groups.h"

namespace openitmo::mrv::parameter_groups {

namespace {

constexpr std::array kTable{
    Parameter{"DA.baseline", "downward adjustment, share of the baseline", "1", 0, 0, 1,
              "A6.4-SBM016-A12, not read; described as 0.1 or more below the baseline",
              Confidence::low, ""},
    Parameter{"DA.reductions", "downward adjustment, share of the reductions", "1", 0, 0, 1,
              "A6.4-SBM016-A12, not read; elsewhere described as 0.1 of the reductions",
              Confidence::low, ""},
    Parameter{
        "DA.yearly",
        "downward adjustment, further share of the baseline of the first year for every later year",
        "1", 0, 0, 0.2, "A6.4-SBM016-A12, not read; described as 0.01 or more", Confidence::medium,
        ""},
    Parameter{"share.carbon_finance", "share of the reductions that carbon finance brought about",
              "1", 1, 0, 1, "terms of the agreement; 1 where nothing is to be split",
              Confidence::low, ""},
};

}  // namespace

std::span<const Parameter> crediting() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
