#include "mrv/stream_rules.h"

#include <cmath>

#include "mrv/findings.h"
#include "mrv/shortest_decimal.h"
#include "mrv/stream/quality_rules.h"

namespace openitmo::mrv {

namespace {

constexpr std::int64_t kMinute_s = 60;

ReportText shown(double value) {
  return digits_text(shortest_decimal(std::round(value * 1000) / 1000 + 0.0));
}

Finding finding_of(const StreamCorrection& correction, double GWP_CH4) {
  const stream::QualityRule& rule = stream::quality_rule(correction.rule);
  const ReportText what = correction.channel ? ReportText({"{}: {}", "{} : {}", "{}: {}"},
                                                          *correction.channel, rule.what)
                                             : ReportText(rule.what);
  std::optional<Place> place;
  if (!correction.rows.empty())
    place = Place{.file = correction.rows.ranges().front().file,
                  .row = correction.rows.ranges().front().first};
  return {
      .severity = Severity::warning,
      .rule = correction.rule,
      .place = place,
      .message = {{"{}, {} for {} h: {}; {} t CO2 eq.", "{}, {} pendant {} h : {} ; {} t éq. CO2.",
                   "{}, {} durante {} h: {}; {} t CO2 eq."},
                  to_string(correction.month),
                  what,
                  shown(correction.hours),
                  rule.consequence,
                  shown(correction.methane_kg * GWP_CH4 / 1000)},
      .remedy = {{"Show the verifier the cause.", "Montrez-en la cause au vérificateur.",
                  "Muestre la causa al verificador."}}};
}

Finding too_coarse(const StreamRecord& stream) {
  return {
      .severity = Severity::warning,
      .rule = Rule::interval_too_coarse,
      .message = {{"The readings are {} s apart; TOOL06 asks for minutes.",
                   "Les mesures sont distantes de {} s ; TOOL06 demande des minutes.",
                   "Las lecturas distan {} s; TOOL06 pide minutos."},
                  stream.interval_s},
      .remedy = {{"Record every minute.", "Enregistrez chaque minute.", "Registre cada minuto."}}};
}

// A measured figure of the gas without any certificate.
Problems uncertified(const StreamRecord& stream) {
  Problems problems;
  for (const ReportWords& channel : stream.without_certificate)
    problems.push_back(
        {.severity = Severity::warning,
         .rule = Rule::calibration_not_shown,
         .message = {{"No calibration is declared for {}.",
                      "Aucun étalonnage n'est déclaré pour {}.",
                      "No se declara calibración para: {}."},
                     channel},
         .remedy = {{"Declare the certificates; a reading without a valid one is cut by the error "
                     "of the meter.",
                     "Déclarez les certificats ; une mesure sans certificat valable est réduite de "
                     "l'erreur de l'appareil.",
                     "Declare los certificados; una lectura sin certificado válido se reduce en el "
                     "error del medidor."}}});
  return problems;
}

}  // namespace

Problems check_stream(const ComponentCase& c) {
  Problems problems;
  const std::optional<StreamRecord> stream = stream_in(c.data, c.covered);
  if (!stream) return problems;
  if (stream->interval_s > kMinute_s) problems.push_back(too_coarse(*stream));
  for (Finding& finding : uncertified(*stream)) problems.push_back(std::move(finding));
  for (const StreamCorrection& correction : stream->corrections)
    problems.push_back(finding_of(correction, c.plan.gwp.ch4_tenths / 10.0));
  return problems;
}

std::optional<StreamRecord> stream_in(const MonitoringData& data, const DateRange& period) {
  std::optional<StreamRecord> stream = data.stream;
  if (!stream) return stream;
  const auto is_outside = [&](const auto& item) {
    return !period.contains(Date(item.month.year, item.month.month, 1));
  };
  std::erase_if(stream->corrections, is_outside);
  std::erase_if(stream->certificates, is_outside);
  return stream;
}

}  // namespace openitmo::mrv
