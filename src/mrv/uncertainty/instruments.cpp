#include "mrv/uncertainty/instruments.h"

#include <algorithm>
#include <fmt/format.h>

#include "mrv/monthly_table.h"

namespace openitmo::mrv {

namespace {

struct Instrument {
  std::string_view source;
  std::string_view accuracy;  // parameter
  std::string_view group;     // empty: one for each symbol and what it is of
};
constexpr Instrument kInstruments[] = {
    {"weighbridge tickets", "U.weighbridge", "weighbridge"},
    {"electricity meter", "U.electricity_meter", "electricity meter"},
    {"diesel deliveries", "U.delivery", "diesel deliveries"},
    {"waste statistics", "U.waste_statistics", "waste statistics"},
    {"population statistics", "U.population", "population statistics"},
    {"treatment statistics", "U.treatment", ""},
    {"composition survey", "U.composition", ""},
    {"methane recovery records", "U.recovery", ""},
};

// The accuracy that a column of a monthly table names.
std::string_view accuracy_of(std::string_view source, std::string_view symbol) {
  for (const MonthlyTable& table : monthly_tables()) {
    if (table.name.en != source) continue;
    const auto column = std::ranges::find(table.columns, symbol, &MonthlyColumn::symbol);
    if (column != table.columns.end()) return column->accuracy;
  }
  return "U.other_instrument";
}

// A share, such as the methane in a gas or the efficiency of a flare, is never above 1.
StatedUncertainty within_one(StatedUncertainty stated, const Label& label, double value) {
  if (label.unit == "1" && value <= 1 && stated.shape == Shape::normal) stated.at_most = 1;
  return stated;
}

}  // namespace

StatedUncertainty uncertainty_of_measured(const ParameterSet& parameters, const Label& label,
                                          double value, std::string_view source,
                                          std::optional<double> half_width) {
  const std::string own_group =
      label.of.empty() ? std::string(label.symbol) : fmt::format("{} {}", label.symbol, label.of);
  if (half_width)
    return within_one(StatedUncertainty::of_half_width(value > 0 ? *half_width / value : 0,
                                                       CorrelationGroup(own_group)),
                      label, value);
  for (const Instrument& instrument : kInstruments)
    if (instrument.source == source)
      return within_one(
          StatedUncertainty::of_half_width(
              parameters.value(instrument.accuracy).value,
              CorrelationGroup(instrument.group.empty() ? own_group : instrument.group)),
          label, value);
  return within_one(
      StatedUncertainty::of_half_width(parameters.value(accuracy_of(source, label.symbol)).value,
                                       CorrelationGroup(label.symbol)),
      label, value);
}

StatedUncertainty uncertainty_of_declared(const ParameterSet& parameters) {
  return StatedUncertainty::of_half_width(parameters.value("U.declared").value,
                                          CorrelationGroup("declared"));
}

}  // namespace openitmo::mrv
