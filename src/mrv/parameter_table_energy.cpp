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
    // From a table of its plants. Fuels have the lower 95 % limits that TOOL07 asks for.
    Parameter{"grid.NCV.heavy_oil", "net calorific value of heavy fuel oil", "GJ/t", 39.8, 39.8,
              41.7, "IPCC 2006 V2 Table 1.2, lower 95 % limit (default 40.4), not read",
              Confidence::medium, "39.8 to 41.7"},
    Parameter{"grid.EF.heavy_oil", "emission factor of heavy fuel oil", "t CO2/GJ", 0.0755, 0.0755,
              0.0788, "IPCC 2006 V2 Table 1.4, lower 95 % limit (default 0.0774), not read",
              Confidence::medium, "0.0755 to 0.0788"},
    Parameter{"grid.NCV.diesel", "net calorific value of diesel", "GJ/t", 41.4, 41.4, 43.3,
              "IPCC 2006 V2 Table 1.2, lower 95 % limit (default 43.0)", Confidence::high,
              "41.4 to 43.3"},
    Parameter{"grid.EF.diesel", "emission factor of diesel", "t CO2/GJ", 0.0726, 0.0726, 0.0748,
              "IPCC 2006 V2 Table 1.4, lower 95 % limit (default 0.0741)", Confidence::high,
              "0.0726 to 0.0748"},
    Parameter{"grid.NCV.natural_gas", "net calorific value of natural gas", "GJ/t", 46.5, 46.5,
              50.4, "IPCC 2006 V2 Table 1.2, lower 95 % limit (default 48.0), not read",
              Confidence::medium, "46.5 to 50.4"},
    Parameter{"grid.EF.natural_gas", "emission factor of natural gas", "t CO2/GJ", 0.0543, 0.0543,
              0.0583, "IPCC 2006 V2 Table 1.4, lower 95 % limit (default 0.0561)", Confidence::high,
              "0.0543 to 0.0583"},
    Parameter{"grid.NCV.coal", "net calorific value of other bituminous coal", "GJ/t", 19.9, 19.9,
              30.5, "IPCC 2006 V2 Table 1.2, lower 95 % limit (default 25.8), not read",
              Confidence::medium, "19.9 to 30.5"},
    Parameter{"grid.EF.coal", "emission factor of other bituminous coal", "t CO2/GJ", 0.0895,
              0.0895, 0.0997, "IPCC 2006 V2 Table 1.4, lower 95 % limit (default 0.0946), not read",
              Confidence::medium, "0.0895 to 0.0997"},
    Parameter{
        "grid.low_cost.highest",
        "share of low-cost and must-run plants from which on the simple operating margin does "
        "not hold",
        "1", 0.5, 0, 0.5, "TOOL07, as project descriptions quote it; not checked in v7.0",
        Confidence::medium, ""},
    Parameter{"grid.BM.units", "plants of the build margin by number", "1", 5, 5, 5,
              "TOOL07, as project descriptions quote it; not checked in v7.0", Confidence::medium,
              ""},
    Parameter{"grid.BM.share", "plants of the build margin by share of the generation", "1", 0.2,
              0.2, 0.2, "TOOL07, as project descriptions quote it; not checked in v7.0",
              Confidence::medium, ""},
    Parameter{"grid.BM.years", "age above which a plant leaves the build margin", "a", 10, 10, 10,
              "TOOL07, as project descriptions quote it; not checked in v7.0", Confidence::medium,
              ""},
    Parameter{"grid.w_OM",
              "weight of the operating margin in the factor of electricity used or displaced "
              "(TOOL05)",
              "1", 0.5, 0.25, 0.75, "TOOL07 v7.0 para 86, first crediting period", Confidence::high,
              ""},
};

}  // namespace

std::span<const Parameter> recycling_and_grid() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
