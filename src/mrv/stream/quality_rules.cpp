#include "mrv/stream/quality_rules.h"

#include <algorithm>
#include <array>

#include "mrv/math/normal.h"
#include "mrv/stream/plan.h"
#include "quantity/check.h"

namespace openitmo::mrv::stream {

namespace {

constexpr std::array<QualityRule, 14> kRules{{
    {Rule::reading_out_of_range,
     {"outside the range of the sensor", "hors de la plage du capteur",
      "fuera del intervalo del sensor"},
     {"counted as missing", "compté comme manquant", "se cuenta como ausente"}},
    {Rule::reading_jumped,
     {"further from the last accepted reading than the quantity can change",
      "plus loin de la dernière mesure admise que la grandeur ne peut varier",
      "más lejos de la última lectura aceptada de lo que la magnitud puede variar"},
     {"counted as missing", "compté comme manquant", "se cuenta como ausente"}},
    {Rule::sensor_stuck,
     {"the same figure for longer than the limit", "le même chiffre plus longtemps que la limite",
      "la misma cifra por más tiempo que el límite"},
     {"counted as missing since it first showed the figure",
      "compté comme manquant depuis qu'il a montré ce chiffre",
      "se cuenta como ausente desde que mostró esa cifra"}},
    {Rule::reading_missing,
     {"no reading", "pas de mesure", "sin lectura"},
     {"nothing destroyed", "rien de détruit", "nada destruido"}},
    {Rule::gap_in_stream,
     {"no row", "pas de ligne", "sin fila"},
     {"nothing destroyed", "rien de détruit", "nada destruido"}},
    {Rule::reading_substituted,
     {"no accepted reading", "pas de mesure admise", "sin lectura aceptada"},
     {"the declared value stands in", "la valeur déclarée la remplace",
      "la sustituye el valor declarado"}},
    {Rule::gap_filled,
     {"no accepted reading, while the other of flow and fraction hardly changes",
      "pas de mesure admise, tandis que l'autre grandeur (débit ou fraction) ne varie guère",
      "sin lectura aceptada, mientras la otra magnitud (caudal o fracción) apenas varía"},
     {"filled from both sides of the gap by the appendix of TOOL08",
      "comblé des deux côtés du manque selon l'appendice de TOOL08",
      "se rellena desde ambos lados del vacío según el apéndice de TOOL08"}},
    {Rule::device_not_proven,
     {"a device on the same meter is not proven to run",
      "la marche d'un appareil sur le même compteur n'est pas prouvée",
      "no está probado que funcione un equipo del mismo medidor"},
     {"nothing destroyed", "rien de détruit", "nada destruido"}},
    {Rule::gas_state_impossible,
     {"the water vapour alone would reach the pressure of the gas",
      "la vapeur d'eau seule atteindrait la pression du gaz",
      "el vapor de agua por sí solo alcanzaría la presión del gas"},
     {"nothing destroyed", "rien de détruit", "nada destruido"}},
    {Rule::clock_changed,
     {"the clock was put back and shows this time again",
      "l'horloge a été retardée et montre cette heure une seconde fois",
      "el reloj se retrasó y muestra esta hora otra vez"},
     {"counted as time of its own", "compté comme un temps à part",
      "se cuenta como tiempo aparte"}},
    {Rule::calibration_overdue,
     {"no valid calibration", "pas d'étalonnage valable", "sin calibración válida"},
     {"cut by the larger of permissible and found error",
      "réduit de la plus grande des erreurs tolérée et constatée",
      "se reduce en el mayor de los errores, el admisible o el constatado"}},
    {Rule::campaigns_too_few,
     {"fewer than two campaigns of the year six months apart",
      "moins de deux campagnes de l'année à six mois d'intervalle",
      "menos de dos campañas del año con seis meses de diferencia"},
     {"the default efficiency where the project document says so, else nothing destroyed",
      "le rendement par défaut si le document de projet le prévoit, sinon rien de détruit",
      "la eficiencia por defecto si el documento de proyecto lo prevé; si no, nada destruido"}},
    {Rule::efficiency_by_default,
     {"the efficiency was not measured", "le rendement n'a pas été mesuré",
      "no se midió la eficiencia"},
     {"the default efficiency", "le rendement par défaut", "la eficiencia por defecto"}},
    {Rule::reading_repeated,
     {"the same row again", "la même ligne encore une fois", "la misma fila otra vez"},
     {"counted once", "comptée une fois", "se cuenta una vez"}},
}};

}  // namespace

PerChannel<Limits> limits_of(const ParameterSet& parameters) {
  const auto value = [&](std::string_view symbol) { return parameters.value(symbol).value; };
  PerChannel<Limits> limits;
  for (const Channel flow : {Channel::flare_flow, Channel::engine_flow, Channel::boiler_flow})
    limits[flow] = {.highest = value("quality.flow.highest"),
                    .stuck_minutes = value("quality.flow.stuck")};
  limits[Channel::methane_fraction] = {.highest = value("quality.methane.highest"),
                                       .change_per_minute = value("quality.methane.change"),
                                       .stuck_minutes = value("quality.methane.stuck")};
  limits[Channel::gas_temperature] = {.lowest = value("quality.temperature.lowest"),
                                      .highest = value("quality.temperature.highest"),
                                      .change_per_minute = value("quality.temperature.change")};
  limits[Channel::gas_pressure] = {.lowest = value("quality.pressure.lowest"),
                                   .highest = value("quality.pressure.highest")};
  limits[Channel::flame] = {.highest = 1};
  limits[Channel::exhaust_temperature] = {.lowest = value("quality.exhaust.lowest"),
                                          .highest = value("quality.exhaust.highest")};
  limits[Channel::exhaust_methane] = {.highest = value("quality.exhaust_methane.highest")};
  limits[Channel::engine_running] = {.highest = 1};
  limits[Channel::boiler_running] = {.highest = 1};
  return limits;
}

PerChannel<Limits> default_limits() { return limits_of(ParameterSet()); }

GapFilling gap_filling_of(const ParameterSet& parameters) {
  const auto value = [&](std::string_view symbol) { return parameters.value(symbol).value; };
  return {.short_h = value("missing.short"),
          .short_side_h = value("missing.short.side"),
          .medium_h = value("missing.medium"),
          .medium_side_h = value("missing.medium.side"),
          .long_h = value("missing.long"),
          .long_side_h = value("missing.long.side"),
          .deviations = normal_quantile((1 + value("missing.confidence")) / 2),
          .other_within = value("missing.other_within"),
          .side_read = value("missing.side_read")};
}

StandInBounds stand_in_bounds_of(const ParameterSet& parameters) {
  return {.longest_h = parameters.value("missing.long").value,
          .other_within = parameters.value("missing.other_within").value};
}

StandInBounds default_stand_in_bounds() { return stand_in_bounds_of(ParameterSet()); }

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
