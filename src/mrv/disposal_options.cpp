#include "mrv/disposal_options.h"

#include <fmt/format.h>

namespace openitmo::mrv {

namespace {

constexpr int kAges = 10;  // factors known

}  // namespace

bool samples_count(const ComponentCase& c) {
  return c.option("composition") == "sampled" && c.option("baseline") != kSimplified;
}

std::string default_share_symbol(WasteType type) {
  return fmt::format("p.2019_western_africa.{}", name_of(type));
}

std::string simplified_symbol(int age) { return fmt::format("simplified.tropical_dry.{}", age); }

Problems check_disposal_options(const ComponentCase& c, const ParameterSet&,
                                const DateRange& period) {
  if (c.option("baseline") != kSimplified) return {};
  const int years = c.axis().position_of({.year = period.last.year().value()});
  if (c.plan.climate != ClimateZone::tropical_dry || c.plan.model != DecayModel::yearly ||
      years > kAges)
    return {{.rule = Rule::table_without_composition,
             .message = {{"The table without composition is known for tropical dry climate, the "
                          "yearly model and {} years.",
                          "La table sans composition est connue pour un climat tropical sec, le "
                          "modèle annuel et {} ans."},
                         kAges},
             .remedy = {{"Sample the waste, or take the default composition.",
                         "Échantillonnez les déchets, ou prenez la composition par défaut."}}}};
  return {
      {.severity = Severity::warning,
       .rule = Rule::table_without_composition,
       .message = {{"The table without composition is unconfirmed: one public source.",
                    "La table sans composition n'est pas confirmée : une source publique."}},
       .remedy = {{"Open TOOL04 before any crediting.", "Ouvrez TOOL04 avant toute délivrance."}}}};
}

}  // namespace openitmo::mrv
