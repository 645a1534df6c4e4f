#include <array>

#include "mrv/parameter_groups.h"

namespace openitmo::mrv::parameter_groups {

namespace {

constexpr std::array kTable{
    Parameter{"FCC.food", "carbon content, combustion, food", "t C/t wet", 0.5, 0, 0.5,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FCC.garden", "carbon content, combustion, garden", "t C/t wet", 0.55, 0, 0.55,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FCC.paper", "carbon content, combustion, paper", "t C/t wet", 0.5, 0, 0.5,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FCC.wood", "carbon content, combustion, wood", "t C/t wet", 0.54, 0, 0.54,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FCC.textiles", "carbon content, combustion, textiles", "t C/t wet", 0.5, 0, 0.5,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FCC.nappies", "carbon content, combustion, nappies", "t C/t wet", 0.9, 0, 0.9,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FCC.inert", "carbon content, combustion, inert", "t C/t wet", 0.05, 0, 0.05,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FCC.plastics", "carbon content, combustion, plastics", "t C/t wet", 0.85, 0, 0.85,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FCC.rubber", "carbon content, combustion, rubber", "t C/t wet", 0.67, 0, 0.67,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4, taken on wet mass",
              Confidence::high, ""},
    Parameter{"FFC.food", "fossil share of the carbon, combustion, food", "1", 0, 0, 0,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FFC.garden", "fossil share of the carbon, combustion, garden", "1", 0, 0, 0,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FFC.paper", "fossil share of the carbon, combustion, paper", "1", 0.05, 0, 0.05,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FFC.wood", "fossil share of the carbon, combustion, wood", "1", 0, 0, 0,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FFC.textiles", "fossil share of the carbon, combustion, textiles", "1", 0.5, 0, 0.5,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FFC.nappies", "fossil share of the carbon, combustion, nappies", "1", 0.1, 0, 0.1,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FFC.inert", "fossil share of the carbon, combustion, inert", "1", 1, 0, 1,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FFC.plastics", "fossil share of the carbon, combustion, plastics", "1", 1, 0, 1,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FFC.rubber", "fossil share of the carbon, combustion, rubber", "1", 0.2, 0, 0.2,
              "ACM0022 v3.0; upper end of IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"EFF_COM", "combustion efficiency", "1", 1, 0, 1, "ACM0022 v3.0; 1 on the safe side",
              Confidence::medium, ""},
    Parameter{"EF_N2O.combustion", "nitrous oxide emission factor of combustion, continuous stoker",
              "t N2O/t wet", 1.21 * 50e-6, 50e-6, 1.21 * 50e-6,
              "ACM0022 v3.0 Eq 27 with IPCC 2006 V5 Table 5.6; the table of v3.0 is printed 1000 "
              "times too high",
              Confidence::high, ""},
    Parameter{"EF_CH4.combustion", "methane emission factor of combustion, continuous stoker",
              "t CH4/t wet", 1.21 * 0.2e-6, 0.2e-6, 1.21 * 0.2e-6,
              "ACM0022 v3.0 Eq 27 with IPCC 2006 V5 Table 5.3", Confidence::high, ""},
    Parameter{"BE_WW", "methane of waste water in the baseline, per calendar year", "t CO2 eq/a", 0,
              0, 1000000, "declared with its calculation", Confidence::medium, ""},
};

}  // namespace

std::span<const Parameter> combustion() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
