#include <map>
#include <set>

#include "activity/safeguard.h"
#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

using accounting::Figure;

// The last measured value of an indicator, and the report that gives it.
std::pair<std::string, std::string> measured(const ReportInputs& in, const std::string& activity,
                                             const std::string& indicator) {
  std::pair<std::string, std::string> last;
  Date day;
  for (const auto& [id, report] : in.ledger.activities().reports()) {
    if (report.submission.activity != activity || report.submission.period.last < day) continue;
    for (const SdgMeasurement& measurement : report.submission.sdg_measurements)
      if (measurement.indicator == indicator) {
        last = {measurement.value, id};
        day = report.submission.period.last;
      }
  }
  return last;
}

Blocks sustainable_development(const PartContext& context) {
  const ReportInputs& in = context.in;
  DataTable table{
      .caption = ReportWords{"Indicators of the Sustainable Development Goals",
                             "Indicateurs des objectifs de développement durable",
                             "Indicadores de los Objetivos de Desarrollo Sostenible"},
      .columns = {ReportWords{"Indicator", "Indicateur", "Indicador"},
                  ReportWords{"Goal", "Objectif", "Objetivo"},
                  ReportWords{"Unit", "Unité", "Unidad"}, ReportWords{"Before", "Avant", "Antes"},
                  ReportWords{"Target", "Cible", "Meta"},
                  ReportWords{"Measured", "Mesuré", "Medido"}},
      .text_columns = 3};
  for (const auto& [id, activity] : in.ledger.activities().activities()) {
    if (activity.record.approach != context.approach) continue;
    for (const auto& [code, indicator] : activity.sdg_indicators) {
      const auto [value, report] = measured(in, id, code);
      static constexpr ReportWords kNotYet{"not yet", "pas encore", "aún no"};
      table.rows.push_back(
          {words_cell(in.statements.name_of(code, code),
                      in.entries.of(RecordSdgIndicator::kType, code)),
           code_cell(std::to_string(indicator.goal)),
           words_cell(in.statements.name_of(indicator.unit, indicator.unit)),
           words_cell(digits_text(indicator.baseline)), words_cell(digits_text(indicator.target)),
           value.empty() ? words_cell(kNotYet)
                         : words_cell(digits_text(value),
                                      in.entries.of(SubmitMonitoringReport::kType, report))});
    }
  }
  if (table.rows.empty()) return {};
  return {std::move(table)};
}

// What each monitoring report measured of the activities' safeguards.
Blocks impacts(const PartContext& context) {
  const ReportInputs& in = context.in;
  DataTable table{
      .caption = ReportWords{"Safeguards as measured", "Mesures de sauvegarde relevées",
                             "Salvaguardias medidas"},
      .columns = {ReportWords{"Safeguard", "Mesure", "Salvaguardia"},
                  ReportWords{"Monitoring report", "Rapport de suivi", "Informe de seguimiento"},
                  ReportWords{"Unit", "Unité", "Unidad"},
                  ReportWords{"Kept", "Respectée", "Respetada"},
                  ReportWords{"At most", "Au plus", "Como máximo"},
                  ReportWords{"Measured", "Relevé", "Medido"}},
      .text_columns = 4};
  static constexpr ReportWords kYes{"yes", "oui", "sí"};
  static constexpr ReportWords kNo{"NO", "NON", "NO"};
  for (const auto& [id, report] : in.ledger.activities().reports()) {
    const auto* activity = in.ledger.activities().find_activity(report.submission.activity);
    if (!activity || activity->record.approach != context.approach) continue;
    for (const SafeguardMeasurement& measured : report.submission.safeguards)
      table.rows.push_back(
          {words_cell(in.statements.name_of(measured.safeguard, measured.safeguard)),
           code_cell(id, in.entries.of(SubmitMonitoringReport::kType, id)),
           words_cell(in.statements.name_of(measured.unit, measured.unit)),
           words_cell(is_kept(measured) ? kYes : kNo), words_cell(digits_text(measured.at_most)),
           words_cell(digits_text(measured.value))});
  }
  if (table.rows.empty()) return {};
  return {std::move(table)};
}

Blocks limits(const PartContext& context) {
  Blocks blocks;
  for (const auto& limit : context.in.ledger.terms().use_limits())
    if (limit.record.party == context.in.party())
      blocks.push_back(Sentence{
          ReportText(ReportWords{"For {0} to {1} at most {2} t CO2 eq are used towards the "
                                 "NDC ({3}).",
                                 "De {0} à {1}, au plus {2} t éq. CO2 sont utilisées aux "
                                 "fins de la CDN ({3}).",
                                 "De {0} a {1} se usan como máximo {2} t CO2 eq para la "
                                 "CDN ({3})."},
                     limit.record.first_year.value(), limit.record.last_year.value(),
                     tonnes_text(limit.record.quantity_t_co2eq), limit.record.source.reference),
          {limit.entry}});
  if (blocks.empty())
    blocks.push_back(Sentence{ReportWords{
        "None in force: no limit on use is recorded, and the registry applies one as soon as it "
        "is.",
        "Aucune en vigueur : aucune limite d'utilisation n'est enregistrée, et le registre en "
        "applique une dès qu'elle l'est.",
        "Ninguno en vigor: no hay registrado ningún límite de uso, y el registro lo aplica en "
        "cuanto lo haya."}});
  return blocks;
}

// Actions of an approach of one kind, and the entries that record them.
Figure sum_of_actions(const PartContext& context, const std::set<ledger::ActionSubtype>& subtypes) {
  Figure sum;
  for (const ledger::Action& action : context.in.ledger.actions())
    if (action.range.series().approach == context.approach && subtypes.contains(action.subtype) &&
        action.type != ledger::ActionType::acquisition)
      sum.add(action.range.quantity_t_co2eq(), action.entry);
  return sum;
}

Blocks adaptation(const PartContext& context) {
  const Figure delivered =
      sum_of_actions(context, {ledger::ActionSubtype::voluntary_transfer_adaptation_fund,
                               ledger::ActionSubtype::mandatory_transfer_adaptation_fund});
  Blocks blocks{
      Sentence{ReportText(ReportWords{"Transferred to the Adaptation Fund: {0} t CO2 eq.",
                                      "Transféré au Fonds pour l'adaptation : {0} t éq. CO2.",
                                      "Transferido al Fondo de Adaptación: {0} t CO2 eq."},
                          tonnes_text(delivered.quantity_t_co2eq)),
               delivered.entries}};
  const ledger::LevyAccount* levies = context.in.ledger.terms().levies_of(context.approach);
  const EntryNumbers agreed =
      context.in.entries.of(ledger::AgreeLevies::kType, context.approach.to_string());
  if (levies == nullptr)
    blocks.push_back(Sentence{ReportWords{"No share for adaptation is agreed for this approach.",
                                          "Aucune part pour l'adaptation n'est convenue pour cette "
                                          "démarche.",
                                          "No se ha acordado ninguna cuota para la adaptación en "
                                          "este enfoque."}});
  else
    blocks.push_back(
        Sentence{ReportText(ReportWords{"The agreed share comes to {0} t CO2 eq so far.",
                                        "La part convenue s'élève jusqu'ici à {0} t éq. CO2.",
                                        "La cuota acordada asciende hasta ahora a {0} t CO2 eq."},
                            tonnes_text(levies->adaptation_due_t_co2eq)),
                 agreed});
  return blocks;
}

Blocks overall_mitigation(const PartContext& context) {
  const Figure cancelled =
      sum_of_actions(context, {ledger::ActionSubtype::voluntary_cancellation_omge,
                               ledger::ActionSubtype::mandatory_cancellation_omge});
  Blocks blocks{Sentence{
      ReportText(
          ReportWords{"Cancelled for overall mitigation in global emissions: {0} t CO2 eq. "
                      "They count for nobody.",
                      "Annulé pour l'atténuation globale des émissions mondiales : {0} t éq. "
                      "CO2. Elles ne comptent pour personne.",
                      "Cancelado para la mitigación global de las emisiones mundiales: {0} t "
                      "CO2 eq. No cuentan para nadie."},
          tonnes_text(cancelled.quantity_t_co2eq)),
      cancelled.entries}};
  if (const ledger::LevyAccount* levies = context.in.ledger.terms().levies_of(context.approach))
    blocks.push_back(
        Sentence{ReportText(ReportWords{"The agreed share comes to {0} t CO2 eq so far.",
                                        "La part convenue s'élève jusqu'ici à {0} t éq. CO2.",
                                        "La cuota acordada asciende hasta ahora a {0} t CO2 eq."},
                            tonnes_text(levies->omge_due_t_co2eq)),
                 context.in.entries.of(ledger::AgreeLevies::kType, context.approach.to_string())});
  return blocks;
}

struct VintageRow {
  Figure issued;
  Figure first_transferred;
  Figure acquired;
  Figure used;
};

void collect(std::map<Vintage, VintageRow>& rows, const PartContext& context) {
  const ReportInputs& in = context.in;
  for (const auto& issuance : in.ledger.issuances())
    for (const ledger::ItmoRange& range : issuance.record.ranges)
      if (range.series().approach == context.approach)
        rows[range.series().vintage].issued.add(range.quantity_t_co2eq(), issuance.entry);
  for (const ledger::Action& action : in.ledger.actions()) {
    if (action.range.series().approach != context.approach || action.reporting_party != in.party())
      continue;
    VintageRow& row = rows[action.range.series().vintage];
    const TonnesCo2eq quantity = action.range.quantity_t_co2eq();
    if (action.type == ledger::ActionType::first_transfer)
      row.first_transferred.add(quantity, action.entry);
    if (action.type == ledger::ActionType::acquisition) row.acquired.add(quantity, action.entry);
    if (action.type == ledger::ActionType::use && action.purpose == ledger::UsePurpose::ndc)
      row.used.add(quantity, action.entry);
  }
}

Blocks contribution(const PartContext& context) {
  std::map<Vintage, VintageRow> rows;
  collect(rows, context);
  if (rows.empty())
    return {Sentence{ReportWords{"No unit of this approach was issued or moved yet.",
                                 "Aucune unité de cette démarche n'a encore été délivrée ni "
                                 "déplacée.",
                                 "Aún no se ha expedido ni movido ninguna unidad de este "
                                 "enfoque."}}};
  DataTable table{
      .caption = ReportWords{"Units in this registry, t CO2 eq, by vintage",
                             "Unités dans ce registre, t éq. CO2, par année d'obtention",
                             "Unidades en este registro, t CO2 eq, por año de obtención"},
      .columns = {
          ReportWords{"Vintage", "Année d'obtention", "Año de obtención"},
          ReportWords{"Issued", "Délivrées", "Expedidas"},
          ReportWords{"First transferred by the Party", "Premiers transferts de la Partie",
                      "Primeras transferencias de la Parte"},
          ReportWords{"Acquired by the Party", "Acquises par la Partie", "Adquiridas por la Parte"},
          ReportWords{"Used towards its NDC", "Utilisées pour sa CDN", "Usadas para su CDN"}}};
  for (const auto& [vintage, row] : rows)
    table.rows.push_back({code_cell(std::to_string(vintage.value())), tonnes_cell(row.issued),
                          tonnes_cell(row.first_transferred), tonnes_cell(row.acquired),
                          tonnes_cell(row.used)});
  return {std::move(table)};
}

Blocks measurement(const PartContext& context) {
  Blocks blocks;
  for (const ledger::Authorization* authorization : own_authorizations(context))
    blocks.push_back(
        Sentence{ReportText(ReportWords{"{0}: t CO2 eq by the GWP set {1}; {2}.",
                                        "{0} : t éq. CO2 selon le jeu de PRG {1} ; {2}.",
                                        "{0}: t CO2 eq según la serie de PCG {1}; {2}."},
                            authorization->latest().authorization, authorization->latest().gwp_set,
                            fmt::format("{}", fmt::join(authorization->latest().standards, ", "))),
                 {authorization->versions.back().entry}});
  return blocks;
}

Blocks non_ghg_metric(const PartContext& context) {
  const std::string& metric = context.in.ledger.metric_of(context.approach);
  if (!metric.empty())
    return {
        Sentence{ReportText(ReportWords{"The approach counts in {0}.", "La démarche compte en {0}.",
                                        "El enfoque cuenta en {0}."},
                            metric)}};
  return {NotApplicable{ReportWords{"Not applicable: this approach counts in t CO2 eq.",
                                    "Sans objet : cette démarche compte en t éq. CO2.",
                                    "No procede: este enfoque cuenta en t CO2 eq."}}};
}

}  // namespace

Blocks contribution_part(const PartContext& context) {
  switch (context.item.part) {
    case OutlinePart::impacts:
      return impacts(context);
    case OutlinePart::sustainable_development:
      return sustainable_development(context);
    case OutlinePart::limits:
      return limits(context);
    case OutlinePart::adaptation:
      return adaptation(context);
    case OutlinePart::overall_mitigation:
      return overall_mitigation(context);
    case OutlinePart::contribution:
      return contribution(context);
    case OutlinePart::measurement:
      return measurement(context);
    default:
      return non_ghg_metric(context);
  }
}

}  // namespace openitmo::reporting
