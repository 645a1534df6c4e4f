#include "mrv/stream/quality_rules.h"

#include <algorithm>
#include <array>

#include "quantity/check.h"

namespace openitmo::mrv::stream {

namespace {

constexpr std::array<QualityRule, 8> kRules{{
    {Rule::reading_out_of_range,
     {"outside the range of the sensor", "hors de la plage du capteur"},
     {"counted as missing", "compté comme manquant"}},
    {Rule::reading_jumped,
     {"further from the last accepted reading than the quantity can change",
      "plus loin de la dernière mesure admise que la grandeur ne peut varier"},
     {"counted as missing", "compté comme manquant"}},
    {Rule::sensor_stuck,
     {"the same figure for longer than the limit", "le même chiffre plus longtemps que la limite"},
     {"counted as missing from the limit on", "compté comme manquant à partir de la limite"}},
    {Rule::reading_missing,
     {"no reading", "pas de mesure"},
     {"nothing destroyed", "rien de détruit"}},
    {Rule::gap_in_stream, {"no row", "pas de ligne"}, {"nothing destroyed", "rien de détruit"}},
    {Rule::reading_substituted,
     {"no accepted reading", "pas de mesure admise"},
     {"the declared value stands in", "la valeur déclarée la remplace"}},
    {Rule::calibration_overdue,
     {"no valid calibration", "pas d'étalonnage valable"},
     {"cut by the larger of permissible and found error",
      "réduit de la plus grande des erreurs tolérée et constatée"}},
    {Rule::reading_repeated,
     {"the same row again", "la même ligne encore une fois"},
     {"counted once", "comptée une fois"}},
}};

}  // namespace

PerChannel<Limits> default_limits() {
  constexpr double kFlowMax = 50'000;
  constexpr double kStuck = 360;
  PerChannel<Limits> limits;
  for (const Channel flow : {Channel::flare_flow, Channel::engine_flow, Channel::boiler_flow})
    limits[flow] = {.highest = kFlowMax, .stuck_minutes = kStuck};
  limits[Channel::methane_fraction] = {
      .highest = 0.8, .change_per_minute = 0.2, .stuck_minutes = kStuck};
  limits[Channel::gas_temperature] = {.lowest = 253.15, .highest = 373.15, .change_per_minute = 20};
  limits[Channel::gas_pressure] = {.lowest = 50'000, .highest = 300'000};
  limits[Channel::flame] = {.highest = 1};
  limits[Channel::exhaust_temperature] = {.lowest = -20, .highest = 1'600};
  limits[Channel::exhaust_methane] = {.highest = 10'000};
  limits[Channel::engine_running] = {.highest = 1};
  limits[Channel::boiler_running] = {.highest = 1};
  return limits;
}

bool may_have_substitute(Channel channel) {
  switch (channel) {
    case Channel::engine_flow:
    case Channel::boiler_flow:
    case Channel::methane_fraction:
    case Channel::gas_temperature:
    case Channel::gas_pressure:
      return true;
    default:
      return false;
  }
}

std::span<const QualityRule> quality_rules() { return kRules; }

const QualityRule& quality_rule(Rule rule) {
  const auto found = std::ranges::find(kRules, rule, &QualityRule::rule);
  check(found != kRules.end(), "a correction is made by a quality rule");
  return *found;
}

}  // namespace openitmo::mrv::stream
