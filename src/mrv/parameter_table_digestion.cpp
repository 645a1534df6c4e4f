#include <array>

#include "mrv/parameter_groups.h"

namespace openitmo::mrv::parameter_groups {

namespace {

constexpr std::array kTable{
    Parameter{
        "EF_leak.sealed",
        "methane leaking from a digester of steel, lined concrete or fibreglass with gas holder",
        "1", 0.028, 0.028, 0.1, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"EF_leak.uasb",
              "methane leaking from an upflow reactor or a floating holder without water seal", "1",
              0.05, 0.05, 0.1, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"EF_leak.other",
              "methane leaking from an unlined or brick digester, a covered lagoon or one of "
              "unknown type",
              "1", 0.1, 0.1, 0.1, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"digestate.stored_liquid", "methane of stored liquid digestate against that produced",
              "1", 0.2, 0.05, 0.2, "TOOL14 v3.0, lowest 0.05", Confidence::high, ""},
    Parameter{"digestate.disposal_site",
              "methane of solid digestate at a disposal site against that produced", "1", 0.35,
              0.35, 0.35, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"digestate.two_phase",
              "methane of solid digestate of a two-phase digester at a disposal site against that "
              "produced",
              "1", 0.15, 0.15, 0.15, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"F_EL.solid_waste", "default electricity of a digester, solid waste", "MWh/t CH4",
              1.54, 1.54, 1.54, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"F_EL.stirred_tank",
              "default electricity of a digester, stirred tank with waste water", "MWh/t CH4", 1.02,
              1.02, 1.02, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"F_EL.uasb", "default electricity of a digester, upflow reactor", "MWh/t CH4", 0.01,
              0.01, 0.01, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"F_EL.covered_lagoon", "default electricity of a digester, covered lagoon",
              "MWh/t CH4", 0, 0, 0, "TOOL14 v3.0", Confidence::high, ""},
    Parameter{"Q_digestate", "digestate composted, per calendar year", "t wet/a", 0, 0, 10000000,
              "declared; counts where digestate is composted", Confidence::medium, ""},
    Parameter{"BE_ww_manure",
              "methane of waste water and manure in the baseline, per calendar year", "t CO2 eq/a",
              0, 0, 1000000, "declared with its calculation", Confidence::medium, ""},
    Parameter{"PE_transport",
              "transport of waste and digestate beyond the baseline, per calendar year", "t CO2/a",
              0, 0, 1000000, "declared with its calculation", Confidence::medium, ""},
    Parameter{"ER_cap.AMS-III.AO",
              "upper limit of yearly emission reductions of a small-scale activity", "t CO2 eq/a",
              60000, 0, 60000, "AMS-III.AO, not read", Confidence::medium, ""},
};

}  // namespace

std::span<const Parameter> digestion() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
