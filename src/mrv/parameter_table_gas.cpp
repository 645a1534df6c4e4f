#include <array>

#include "mrv/parameter_groups.h"

namespace openitmo::mrv::parameter_groups {

namespace {

constexpr std::array kTable{
    Parameter{"OX_top_layer", "oxidation factor of the top layer of the site", "1", 0.1, 0, 0.5,
              "ACM0001 v19; as registered projects quote it", Confidence::high, ""},
    Parameter{"F_BL.rule",
              "share of the captured methane that a rule or contract requires to be destroyed", "1",
              0, 0, 1, "regulator's statement; 0 where there is none", Confidence::high, ""},
    Parameter{"F_BL.amount",
              "methane that a rule or contract requires to be destroyed, per calendar year",
              "t CH4/a", 0, 0, 1000000, "regulator's statement; 0 where there is none",
              Confidence::high, ""},
    Parameter{"F_BL.system", "share of the captured methane that the existing system destroys", "1",
              0.2, 0, 1, "ACM0001 v19; measured or historic share, else 0.2", Confidence::medium,
              ""},
    Parameter{"F_BL.unknown", "share taken where a rule requires flaring without an amount", "1",
              0.2, 0.2, 1, "ACM0001 v19", Confidence::medium, ""},
    Parameter{"BE_HG", "heat displaced in the baseline, per calendar year", "t CO2/a", 0, 0,
              1000000, "declared with its calculation", Confidence::medium, ""},
    Parameter{"BE_NG", "natural gas displaced in the baseline, per calendar year", "t CO2/a", 0, 0,
              1000000, "declared with its calculation", Confidence::medium, ""},
    Parameter{"PE_DT", "transport of gas by trucks, per calendar year", "t CO2/a", 0, 0, 1000000,
              "declared with its calculation; 0 where no truck carries gas", Confidence::medium,
              ""},
    Parameter{"PE_SP", "supply of gas through a pipeline, per calendar year", "t CO2 eq/a", 0, 0,
              1000000, "declared with its calculation; 0 where no pipeline is used",
              Confidence::medium, ""},
    Parameter{"ER_cap.AMS-III.G",
              "upper limit of yearly emission reductions of a small-scale activity", "t CO2 eq/a",
              60000, 0, 60000, "AMS-III.G v10.0, not read", Confidence::medium, ""},
};

}  // namespace

std::span<const Parameter> landfill_gas() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
