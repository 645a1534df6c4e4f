#include <array>

#include "mrv/parameter_groups.h"

namespace openitmo::mrv::parameter_groups {

namespace {

constexpr std::array kTable{
    // For inventories and comparison; never credited.
    Parameter{"M", "month in which decay starts, IPCC first-order decay", "month", 13, 7, 13,
              "IPCC 2006 V5 Ch 3: 6 months of delay", Confidence::high, ""},
    Parameter{"OX.ipcc", "oxidation factor, IPCC", "1", 0, 0, 0.1,
              "IPCC 2006 V5 Table 3.2; 0.1 for managed sites covered with soil or compost",
              Confidence::high, ""},
    Parameter{"OX.ipcc.unmanaged", "oxidation factor, IPCC, sites that are not managed", "1", 0, 0,
              0, "IPCC 2006 V5 Table 3.2", Confidence::high, ""},
    Parameter{"DOCf.2019.high",
              "share of degradable carbon that decomposes, food and grass, IPCC 2019", "1", 0.7,
              0.7, 0.7, "IPCC 2019 V5 Table 3.0", Confidence::high, ""},
    Parameter{"DOCf.2019.moderate",
              "share of degradable carbon that decomposes, paper, textiles, nappies, IPCC 2019",
              "1", 0.5, 0.5, 0.5, "IPCC 2019 V5 Table 3.0", Confidence::high, ""},
    Parameter{"DOCf.2019.low",
              "share of degradable carbon that decomposes, wood and branches, IPCC 2019", "1", 0.1,
              0.1, 0.1, "IPCC 2019 V5 Table 3.0", Confidence::high, ""},
    Parameter{"MCF.ipcc.uncategorised", "methane correction factor, uncategorised site", "1", 0.6,
              0.3, 0.96, "IPCC 2006 V5 Table 3.1", Confidence::high, "-50 % / +60 %"},
    Parameter{"MCF.2019.semi_aerobic_well",
              "methane correction factor, semi-aerobic site, well managed", "1", 0.5, 0.4, 0.6,
              "IPCC 2019 V5 Table 3.1", Confidence::high, ""},
    Parameter{"MCF.2019.semi_aerobic_poor",
              "methane correction factor, semi-aerobic site, poorly managed", "1", 0.7, 0.56, 0.84,
              "IPCC 2019 V5 Table 3.1", Confidence::high, ""},
    Parameter{"MCF.2019.aerated_well",
              "methane correction factor, actively aerated site, well managed", "1", 0.4, 0.32,
              0.48, "IPCC 2019 V5 Table 3.1", Confidence::high, ""},
    Parameter{"MCF.2019.aerated_poor",
              "methane correction factor, actively aerated site, poorly managed", "1", 0.7, 0.56,
              0.84, "IPCC 2019 V5 Table 3.1", Confidence::high, ""},
    Parameter{"EF_CH4.ipcc.composting", "methane emission factor of composting, IPCC",
              "kg CH4/t wet", 4, 0.03, 8, "IPCC 2006 V5 Table 4.1", Confidence::high, "factor 2"},
    Parameter{"EF_N2O.ipcc.composting", "nitrous oxide emission factor of composting, IPCC",
              "kg N2O/t wet", 0.24, 0.06, 0.6,
              "IPCC 2006 V5 Table 4.1 with its correction (first print 0.3)", Confidence::high,
              "factor 2"},
    Parameter{"EF_CH4.ipcc.digestion", "methane emission factor of digestion, IPCC", "kg CH4/t wet",
              0.8, 0, 8, "IPCC 2006 V5 Table 4.1 with its correction (first print 1)",
              Confidence::high, ""},
    Parameter{"leak.ipcc.digestion", "methane leaking from digesters, IPCC", "1", 0.05, 0, 0.1,
              "IPCC 2006 V5 Ch 4", Confidence::high, ""},
    Parameter{"OF.incineration", "oxidation factor of incineration", "1", 1, 1, 1,
              "IPCC 2006 V5 Ch 5", Confidence::high, ""},
    Parameter{"OF.open_burning", "oxidation factor of open burning", "1", 0.58, 0.58, 0.71,
              "IPCC 2006 V5 Ch 5; IPCC 2019 about 0.71", Confidence::medium, ""},
    Parameter{"EF_CH4.open_burning", "methane emission factor of open burning", "kg CH4/t wet", 6.5,
              6.5, 6.5, "IPCC 2006 V5 Ch 5", Confidence::high, ""},
    Parameter{"EF_N2O.open_burning", "nitrous oxide emission factor of open burning",
              "kg N2O/t dry", 0.15, 0.15, 0.15, "IPCC 2006 V5 Table 5.6; by dry mass",
              Confidence::medium, ""},
    Parameter{"EF_CH4.continuous_stoker",
              "methane emission factor of incineration, continuous stoker", "kg CH4/t wet", 0.0002,
              0.0002, 0.0002, "IPCC 2006 V5 Table 5.3", Confidence::high, ""},
    Parameter{"EF_CH4.semi_continuous_stoker",
              "methane emission factor of incineration, semi-continuous stoker", "kg CH4/t wet",
              0.006, 0.006, 0.006, "IPCC 2006 V5 Table 5.3", Confidence::high, ""},
    Parameter{"EF_CH4.batch_stoker", "methane emission factor of incineration, batch stoker",
              "kg CH4/t wet", 0.06, 0.06, 0.06, "IPCC 2006 V5 Table 5.3", Confidence::high, ""},
    Parameter{"EF_CH4.batch_fluidised",
              "methane emission factor of incineration, batch fluidised bed", "kg CH4/t wet", 0.237,
              0.237, 0.237, "IPCC 2006 V5 Table 5.3", Confidence::high, ""},
    Parameter{"EF_N2O.continuous", "nitrous oxide emission factor of incineration, continuous",
              "kg N2O/t wet", 0.05, 0.05, 0.05, "IPCC 2006 V5 Table 5.6", Confidence::high, ""},
    Parameter{"EF_N2O.batch", "nitrous oxide emission factor of incineration, batch",
              "kg N2O/t wet", 0.06, 0.06, 0.06, "IPCC 2006 V5 Table 5.6", Confidence::high, ""},
};

}  // namespace

std::span<const Parameter> inventories() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
