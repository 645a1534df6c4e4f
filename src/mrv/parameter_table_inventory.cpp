#include <array>

#include "mrv/parameter_groups.h"

namespace openitmo::mrv::parameter_groups {

namespace {

// What only inventories read: IPCC 2006 V5 Table 2.4 for waste that burns, and how sure waste
// statistics are.
constexpr std::array kTable{
    Parameter{"dm.food", "dry matter content, food", "1", 0.4, 0, 1, "IPCC 2006 V5 Table 2.4",
              Confidence::high, ""},
    Parameter{"dm.garden", "dry matter content, garden", "1", 0.4, 0, 1, "IPCC 2006 V5 Table 2.4",
              Confidence::high, ""},
    Parameter{"dm.paper", "dry matter content, paper", "1", 0.9, 0, 1, "IPCC 2006 V5 Table 2.4",
              Confidence::high, ""},
    Parameter{"dm.wood", "dry matter content, wood", "1", 0.85, 0, 1, "IPCC 2006 V5 Table 2.4",
              Confidence::high, ""},
    Parameter{"dm.textiles", "dry matter content, textiles", "1", 0.8, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"dm.nappies", "dry matter content, nappies", "1", 0.4, 0, 1, "IPCC 2006 V5 Table 2.4",
              Confidence::high, ""},
    Parameter{"dm.inert", "dry matter content, inert", "1", 0.9, 0, 1,
              "IPCC 2006 V5 Table 2.4; the row of other inert waste", Confidence::high, ""},
    Parameter{"dm.plastics", "dry matter content, plastics", "1", 1, 0, 1, "IPCC 2006 V5 Table 2.4",
              Confidence::high, ""},
    Parameter{"dm.rubber", "dry matter content, rubber", "1", 0.84, 0, 1, "IPCC 2006 V5 Table 2.4",
              Confidence::high, ""},
    Parameter{"CF.food", "carbon content of dry matter, food", "t C/t dry", 0.38, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"CF.garden", "carbon content of dry matter, garden", "t C/t dry", 0.49, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"CF.paper", "carbon content of dry matter, paper", "t C/t dry", 0.46, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"CF.wood", "carbon content of dry matter, wood", "t C/t dry", 0.5, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"CF.textiles", "carbon content of dry matter, textiles", "t C/t dry", 0.5, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"CF.nappies", "carbon content of dry matter, nappies", "t C/t dry", 0.7, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"CF.inert", "carbon content of dry matter, inert", "t C/t dry", 0.03, 0, 1,
              "IPCC 2006 V5 Table 2.4; the row of other inert waste", Confidence::high, ""},
    Parameter{"CF.plastics", "carbon content of dry matter, plastics", "t C/t dry", 0.75, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"CF.rubber", "carbon content of dry matter, rubber", "t C/t dry", 0.67, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FCF.food", "fossil share of the carbon, food", "1", 0, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FCF.garden", "fossil share of the carbon, garden", "1", 0, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FCF.paper", "fossil share of the carbon, paper", "1", 0.01, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FCF.wood", "fossil share of the carbon, wood", "1", 0, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FCF.textiles", "fossil share of the carbon, textiles", "1", 0.2, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FCF.nappies", "fossil share of the carbon, nappies", "1", 0.1, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FCF.inert", "fossil share of the carbon, inert", "1", 1, 0, 1,
              "IPCC 2006 V5 Table 2.4; the row of other inert waste", Confidence::high, ""},
    Parameter{"FCF.plastics", "fossil share of the carbon, plastics", "1", 1, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"FCF.rubber", "fossil share of the carbon, rubber", "1", 0.2, 0, 1,
              "IPCC 2006 V5 Table 2.4", Confidence::high, ""},
    Parameter{"U.waste_statistics", "uncertainty of waste generated", "1", 0.3, 0, 1,
              "IPCC 2006 V5 Table 3.5, waste amounts from regular data; not read",
              Confidence::medium, ""},
    Parameter{"U.population", "uncertainty of a population", "1", 0.05, 0, 0.5,
              "no source read; a cautious figure between censuses", Confidence::low, ""},
    Parameter{"U.treatment", "uncertainty of the share or mass of a way of treatment", "1", 0.3, 0,
              1, "IPCC 2006 V5 Table 3.5, waste amounts from regular data; not read",
              Confidence::medium, ""},
    Parameter{"U.composition", "uncertainty of a share in a composition survey", "1", 0.3, 0, 1,
              "IPCC 2006 V5 Table 3.5, composition from periodic samples; not read",
              Confidence::medium, ""},
    Parameter{"U.recovery", "uncertainty of methane recovered at disposal sites", "1", 0.1, 0, 1,
              "IPCC 2006 V5 Table 3.5, metered methane recovery; by a public code",
              Confidence::high, ""},
};

}  // namespace

std::span<const Parameter> waste_statistics() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
