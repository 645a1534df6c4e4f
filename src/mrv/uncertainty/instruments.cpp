#include "mrv/uncertainty/instruments.h"

#include <fmt/format.h>

namespace openitmo::mrv {

namespace {

struct Instrument {
  std::string_view source;
  std::string_view accuracy;  // parameter
  std::string_view group;
};
constexpr Instrument kInstruments[] = {
    {"weighbridge tickets", "U.weighbridge", "weighbridge"},
    {"electricity meter", "U.electricity_meter", "electricity meter"},
    {"diesel deliveries", "U.delivery", "diesel deliveries"},
};

}  // namespace

StatedUncertainty uncertainty_of_measured(const ParameterSet& parameters, const Label& label,
                                          double value, std::string_view source,
                                          std::optional<double> half_width) {
  if (half_width) {
    const std::string group =
        label.of.empty() ? std::string(label.symbol) : fmt::format("{} {}", label.symbol, label.of);
    return StatedUncertainty::of_half_width(value > 0 ? *half_width / value : 0,
                                            CorrelationGroup(group));
  }
  for (const Instrument& instrument : kInstruments)
    if (instrument.source == source)
      return StatedUncertainty::of_half_width(parameters.value(instrument.accuracy).value,
                                              CorrelationGroup(instrument.group));
  return StatedUncertainty::of_half_width(parameters.value("U.other_instrument").value,
                                          CorrelationGroup(label.symbol));
}

StatedUncertainty uncertainty_of_declared(const ParameterSet& parameters) {
  return StatedUncertainty::of_half_width(parameters.value("U.declared").value,
                                          CorrelationGroup("declared"));
}

}  // namespace openitmo::mrv
