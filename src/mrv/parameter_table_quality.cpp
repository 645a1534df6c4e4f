#include <array>

#include "mrv/parameter_groups.h"

namespace openitmo::mrv::parameter_groups {

namespace {

constexpr const char* kOwn = "programme's own choice, wide enough that only faults meet it";

constexpr std::array kTable{
    // How precise samples must be.
    Parameter{"sampling.precision.TOOL04",
              "half width of the confidence interval of a sampled mean, as a share of it, TOOL04",
              "1", 0.2, 0.01, 0.2, "TOOL04 v8.0 as registered projects quote it; not in v6.0.1",
              Confidence::medium, ""},
    Parameter{"sampling.confidence.TOOL04", "confidence of that interval, TOOL04", "1", 0.95, 0.9,
              0.99, "TOOL04 v8.0 as registered projects quote it; not in v6.0.1",
              Confidence::medium, ""},
    Parameter{"sampling.precision.SSC",
              "half width of the confidence interval of a sampled mean, as a share of it, small "
              "scale",
              "1", 0.1, 0.01, 0.1, "CDM sampling standard, 90/10; not read", Confidence::medium,
              ""},
    Parameter{"sampling.confidence.SSC", "confidence of that interval, small scale", "1", 0.9, 0.9,
              0.99, "CDM sampling standard, 90/10; not read", Confidence::medium, ""},
    Parameter{"sampling.share_min", "kinds of waste below this share need not reach the precision",
              "1", 0.02, 0, 0.1, "programme's own choice; the document does not name kinds",
              Confidence::low, ""},
    // Readings of gas at a fixed interval: beyond these they count as missing.
    Parameter{"quality.flow.highest", "highest flow of a gas meter", "m3/h", 50000, 1, 1000000,
              kOwn, Confidence::low, ""},
    Parameter{"quality.flow.stuck", "longest time of the same flow", "min", 360, 1, 10080,
              "programme's own choice; a meter of whole m3/h may repeat a figure for hours",
              Confidence::low, ""},
    Parameter{"quality.methane.highest", "highest methane fraction", "1", 0.8, 0.5, 1, kOwn,
              Confidence::low, ""},
    Parameter{"quality.methane.change", "greatest change of the methane fraction a minute", "1/min",
              0.2, 0.001, 1, kOwn, Confidence::low, ""},
    Parameter{"quality.methane.stuck", "longest time of the same methane fraction", "min", 360, 1,
              10080, "programme's own choice; spares analysers that show whole per cents",
              Confidence::low, ""},
    Parameter{"quality.temperature.lowest", "lowest temperature of the gas", "K", 253.15, 233.15,
              373.15, kOwn, Confidence::low, ""},
    Parameter{"quality.temperature.highest", "highest temperature of the gas", "K", 373.15, 233.15,
              373.15, kOwn, Confidence::low, ""},
    Parameter{"quality.temperature.change", "greatest change of the gas temperature a minute",
              "K/min", 20, 0.01, 100, kOwn, Confidence::low, ""},
    Parameter{"quality.pressure.lowest", "lowest absolute pressure of the gas", "Pa", 50000, 1000,
              1000000, kOwn, Confidence::low, ""},
    Parameter{"quality.pressure.highest", "highest absolute pressure of the gas", "Pa", 300000,
              1000, 10000000, kOwn, Confidence::low, ""},
    Parameter{"quality.exhaust.lowest", "lowest temperature of the exhaust", "°C", -20, -100, 100,
              kOwn, Confidence::low, ""},
    Parameter{"quality.exhaust.highest", "highest temperature of the exhaust", "°C", 1600, 100,
              3000, kOwn, Confidence::low, ""},
    Parameter{"quality.exhaust_methane.highest", "most methane in the exhaust", "kg/h", 10000, 1,
              100000, kOwn, Confidence::low, ""},
    // What stands in for missing readings of flow or fraction.
    Parameter{"missing.short", "longest gap filled with a mean", "h", 6, 0, 6,
              "TOOL08 v3 appendix as registered projects quote it", Confidence::high, ""},
    Parameter{"missing.medium", "longest gap filled with a limit of one day to each side", "h", 24,
              0, 24, "TOOL08 v3 appendix as registered projects quote it", Confidence::high, ""},
    Parameter{"missing.long", "longest gap filled with a limit of three days to each side", "h",
              168, 0, 168, "TOOL08 v3 appendix as registered projects quote it", Confidence::medium,
              ""},
    Parameter{"missing.short.side", "time to each side of which the mean is taken", "h", 4, 1, 24,
              "TOOL08 v3 appendix as registered projects quote it", Confidence::high, ""},
    Parameter{"missing.medium.side", "time to each side of a gap of up to a day", "h", 24, 1, 72,
              "TOOL08 v3 appendix as registered projects quote it", Confidence::high, ""},
    Parameter{"missing.long.side", "time to each side of a gap of up to a week", "h", 72, 1, 72,
              "TOOL08 v3 appendix as registered projects quote it", Confidence::high, ""},
    Parameter{"missing.confidence", "confidence of the limit that stands in", "1", 0.95, 0.9, 0.99,
              "TOOL08 v3 appendix as registered projects quote it; taken of the readings, not of "
              "their mean",
              Confidence::medium, ""},
    Parameter{"missing.other_within",
              "how far the other of flow and fraction may lie from its mean", "1", 0.2, 0, 0.2,
              "TOOL08 v3 appendix as registered projects quote it", Confidence::high, ""},
    Parameter{"missing.side_read", "share of the readings of each side that must be accepted", "1",
              0.5, 0.5, 1, "programme's own choice; the document does not say", Confidence::low,
              ""},
};

}  // namespace

std::span<const Parameter> quality() { return kTable; }

}  // namespace openitmo::mrv::parameter_groups
