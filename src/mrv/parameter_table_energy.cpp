#include <array>

#include "mrv/parameter_groups.h"

namespace openitmo::mrv::parameter_groups {

namespace {

constexpr std::array kTable{
    // Recycling (AMS-III.AJ): structure of medium, figures of low confidence.
    Parameter{"L.AJ", "share of recycled material that replaces virgin material", "1", 0.75, 0,
              0.75, "AMS-III.AJ, not read", Confidence::low, ""},
    Parameter{"SEC.HDPE", "electricity to make virgin HDPE", "MWh/t", 0.83, 0, 0.83,
              "AMS-III.AJ, not read", Confidence::low, ""},
    Parameter{"SFC.HDPE", "fuel to make virgin HDPE", "GJ/t", 15, 0, 15, "AMS-III.AJ, not read",
              Confidence::low, ""},
    Parameter{"SEC.LDPE", "electricity to make virgin LDPE", "MWh/t", 0.83, 0, 0.83,
              "AMS-III.AJ, not read", Confidence::low, ""},
    Parameter{"SFC.LDPE", "fuel to make virgin LDPE", "GJ/t", 15, 0, 15, "AMS-III.AJ, not read",
              Confidence::low, ""},
    Parameter{"SEC.PET", "electricity to make virgin PET", "MWh/t", 1.11, 0, 1.11,
              "AMS-III.AJ, not read", Confidence::low, ""},
    Parameter{"SFC.PET", "fuel to make virgin PET", "GJ/t", 15, 0, 15, "AMS-III.AJ, not read",
              Confidence::low, ""},
    Parameter{"EF_FF.AJ", "emission factor of the fuel of virgin production", "t CO2/GJ", 0.0543,
              0.0543, 0.0561,
              "IPCC 2006 V2 Table 1.4, natural gas, lower 95 % limit (default 0.0561)",
              Confidence::high, ""},
    Parameter{"ER_cap.AMS-III.AJ",
              "upper limit of yearly emission reductions of a small-scale activity", "t CO2 eq/a",
              60000, 0, 60000, "AMS-III.AJ, not read", Confidence::medium, ""},
    // Electricity of a grid (TOOL07). No default: the published margins of the grid are the
    // programme's own.
    Parameter{"EF_OM", "operating margin of the grid", "t CO2/MWh", 0, 0, 1.3,
              "no default; give the published margin with its year", Confidence::low, ""},
    Parameter{"EF_BM", "build margin of the grid", "t CO2/MWh", 0, 0, 1.3,
              "no default; give the published margin with its year", Confidence::low, ""},
};

}  // namespace

std::span<const Parameter> recycling_and_grid() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
