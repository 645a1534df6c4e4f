#include "mrv/monitoring_rules.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "mrv/disposal_options.h"
#include "mrv/findings.h"
#include "mrv/methodology.h"
#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

// False for NaN too.
bool is_possible(double amount) { return amount >= 0 && amount <= kAmountMax; }

ReportText place_text(Place place, const MonitoringData& data, std::uint32_t seen_from_file) {
  if (place.file == seen_from_file || place.file >= data.files.size())
    return ReportText({"row {}", "la ligne {}", "la fila {}"}, place.row);
  return ReportText({"row {} of {}", "la ligne {} de {}", "la fila {} de {}"}, place.row,
                    data.files[place.file].path);
}

void check_tickets(const MonitoringData& data, Findings& findings) {
  std::unordered_map<std::string_view, Place> seen;
  seen.reserve(data.tickets.size());
  for (const WeighbridgeTicket& ticket : data.tickets) {
    if (ticket.gross_kg < ticket.tare_kg)
      findings.add({.rule = Rule::gross_below_tare,
                    .place = ticket.place,
                    .message = {{"Ticket {} weighs {} kg gross and {} kg tare.",
                                 "Le ticket {} indique {} kg de masse brute et {} kg de tare.",
                                 "El tique {} indica {} kg de masa bruta y {} kg de tara."},
                                ticket.id.view(),
                                ticket.gross_kg,
                                ticket.tare_kg},
                    .remedy = {{"The gross mass is at least the tare; correct the weighing.",
                                "La masse brute est au moins égale à la tare ; corrigez la "
                                "pesée.",
                                "La masa bruta es al menos igual a la tara; corrija la pesada."}}});
    const auto [first, is_new] = seen.insert({ticket.id.view(), ticket.place});
    if (is_new) continue;
    findings.add({.rule = Rule::duplicated_ticket,
                  .place = ticket.place,
                  .message = {{"Ticket {} stands already in {}.",
                               "Le ticket {} se trouve déjà à {}.", "El tique {} ya figura en {}."},
                              ticket.id.view(),
                              place_text(first->second, data, ticket.place.file)},
                  .remedy = {{"Every weighing has its own number; remove or renumber one.",
                              "Chaque pesée a son propre numéro ; supprimez ou renumérotez l'un "
                              "des deux.",
                              "Cada pesada tiene su propio número; elimine o renumere una."}}});
  }
}

void check_samples(const MonitoringData& data, Findings& findings) {
  for (const CompositionSample& sample : data.composition) {
    const double total = std::accumulate(sample.fractions.begin(), sample.fractions.end(), 0.0);
    if (std::ranges::any_of(sample.fractions, [](double p) { return !is_possible(p); }))
      findings.add(
          {.rule = Rule::impossible_quantity,
           .place = sample.place,
           .message = {{"Sample {} has an impossible fraction.",
                        "L'échantillon {} a une fraction impossible.",
                        "La muestra {} tiene una fracción imposible."},
                       sample.id},
           .remedy = {{"Fractions are 0 or more.", "Les fractions sont supérieures ou égales à 0.",
                       "Las fracciones son 0 o más."}}});
    if (!(std::fabs(total - 1) <= kShareTolerance))
      findings.add(
          {.rule = Rule::composition_not_100_percent,
           .place = sample.place,
           .message = {{"The fractions of sample {} sum to {} %.",
                        "Les fractions de l'échantillon {} totalisent {} %.",
                        "Las fracciones de la muestra {} suman {} %."},
                       sample.id,
                       digits_text(fmt::format("{:.2f}", total * 100))},
           .remedy = {{"They sum to 100 % within 0.1; weigh what is missing as inert.",
                       "Leur somme est de 100 % à 0,1 près ; pesez ce qui manque comme "
                       "inerte.",
                       "Suman 100 % con una tolerancia de 0,1; pese como inerte lo que falta."}}});
  }
}

void check_energy(const MonitoringData& data, Findings& findings) {
  std::map<std::pair<int, unsigned>, Place> seen;
  for (const ElectricityRecord& record : data.electricity) {
    if (!is_possible(record.consumption_mwh))
      findings.add({.rule = Rule::impossible_quantity,
                    .place = record.place,
                    .message = {{"Electricity of {} MWh.", "Électricité de {} MWh.",
                                 "Electricidad de {} MWh."},
                                digits_text(shortest_decimal(record.consumption_mwh))},
                    .remedy = {{"Consumption is 0 or more, in MWh.",
                                "La consommation est supérieure ou égale à 0, en MWh.",
                                "El consumo es 0 o más, en MWh."}}});
    const auto [first, is_new] = seen.insert({{record.year.value(), record.month}, record.place});
    if (!is_new)
      findings.add({.rule = Rule::duplicated_electricity_month,
                    .place = record.place,
                    .message = {{"{}-{:02} stands already in {}.", "{}-{:02} se trouve déjà à {}.",
                                 "{}-{:02} ya figura en {}."},
                                record.year.value(),
                                record.month,
                                place_text(first->second, data, record.place.file)},
                    .remedy = {{"Give each month one row.", "Donnez une seule ligne par mois.",
                                "Dé una sola fila a cada mes."}}});
  }
  for (const DieselRecord& record : data.diesel)
    if (!is_possible(record.litres))
      findings.add(
          {.rule = Rule::impossible_quantity,
           .place = record.place,
           .message = {{"Diesel of {} litres.", "Gazole de {} litres.", "Gasóleo de {} litros."},
                       digits_text(shortest_decimal(record.litres))},
           .remedy = {
               {"A delivery is 0 or more; record a return as a correction of its row.",
                "Une livraison est supérieure ou égale à 0 ; inscrivez un retour comme "
                "correction de sa ligne.",
                "Una entrega es 0 o más; registre una devolución como corrección de su fila."}}});
}

void check_dates(const MonitoringData& data, const ComponentPlan& plan, const DateRange& covered,
                 Findings& findings) {
  StrayRows tickets({{"weighbridge tickets", "tickets de pesée", "tiques de báscula"}},
                    plan.crediting_period, covered);
  for (const WeighbridgeTicket& ticket : data.tickets)
    tickets.see(ticket.time.date(), ticket.place);
  tickets.report(findings);
  StrayRows electricity(
      {{"electricity readings", "relevés d'électricité", "lecturas de electricidad"}},
      plan.crediting_period, covered);
  for (const ElectricityRecord& record : data.electricity)
    electricity.see(Date(record.year.value(), record.month, 1), record.place);
  electricity.report(findings);
  StrayRows diesel({{"diesel deliveries", "livraisons de gazole", "entregas de gasóleo"}},
                   plan.crediting_period, covered);
  for (const DieselRecord& record : data.diesel) diesel.see(record.date, record.place);
  diesel.report(findings);
  // A sample from before the crediting period may be one of the three most recent.
  StrayRows samples(
      {{"composition samples", "échantillons de composition", "muestras de composición"}},
      plan.crediting_period, covered);
  for (const CompositionSample& sample : data.composition)
    if (sample.date >= covered.first) samples.see(sample.date, sample.place);
  samples.report(findings);
}

// The row of the latest date before `day`, so that a person finds the file and the place where
// rows are missing; nothing where there is none.
template <class Row, class DateOf>
std::optional<Place> last_before(Date day, const std::vector<Row>& rows, DateOf date_of) {
  const Row* last = nullptr;
  for (const Row& row : rows)
    if (date_of(row) < day && (last == nullptr || date_of(*last) <= date_of(row))) last = &row;
  return last == nullptr ? std::nullopt : std::optional(last->place);
}

std::optional<Place> first_of(const Evidence& rows) {
  if (rows.empty()) return std::nullopt;
  return Place{.file = rows.ranges().front().file, .row = rows.ranges().front().first};
}

Date date_of_ticket(const WeighbridgeTicket& ticket) { return ticket.time.date(); }
Date date_of_reading(const ElectricityRecord& record) {
  return Date(record.year.value(), record.month, 1);
}

// `before` is the last row before the gap.
void add_gap(Findings& findings, Rule rule, std::optional<Place> before, ReportText message,
             ReportText remedy) {
  if (before)
    remedy += ReportWords(" This row is the last before the gap.",
                          " Cette ligne est la dernière avant le manque.",
                          " Esta fila es la última antes del vacío.");
  findings.add(
      {.rule = rule, .place = before, .message = std::move(message), .remedy = std::move(remedy)});
}

void check_ticket_gaps(const MonitoringData& data, const MonitoringSummary& summary,
                       Findings& findings) {
  for (const MonthSummary& month : summary.months) {
    const Date first_day(month.month.year, month.month.month, 1);
    if (month.waste_in_rows.empty())
      add_gap(findings, Rule::gap_in_tickets, last_before(first_day, data.tickets, date_of_ticket),
              {{"{} has no waste delivery.", "{} n'a aucune livraison de déchets.",
                "{} no tiene ninguna entrega de residuos."},
               to_string(month.month)},
              {{"Add the month's weighbridge tickets.", "Ajoutez les tickets de pesée du mois.",
                "Añada los tiques de báscula del mes."}});
    if (month.treated_kg() < 0)
      findings.add(
          {.rule = Rule::residue_exceeds_waste,
           .place = first_of(month.residue_out_rows),
           .message = {{"In {} more residue left ({} kg) than waste came in ({} kg).",
                        "En {}, il est sorti plus de refus ({} kg) qu'il n'est entré de déchets "
                        "({} kg).",
                        "En {} salió más rechazo ({} kg) que residuos entraron ({} kg)."},
                       to_string(month.month),
                       month.residue_out_kg,
                       month.waste_in_kg},
           .remedy = {{"Check the material of the month's tickets.",
                       "Vérifiez la matière des tickets du mois.",
                       "Revise el material de los tiques del mes."}}});
  }
}

void check_electricity_gaps(const MonitoringData& data, const MonitoringSummary& summary,
                            Findings& findings) {
  for (const MonthSummary& month : summary.months)
    if (month.electricity_rows.empty())
      add_gap(findings, Rule::gap_in_electricity,
              last_before(Date(month.month.year, month.month.month, 1), data.electricity,
                          date_of_reading),
              {{"{} has no electricity reading.", "{} n'a aucun relevé d'électricité.",
                "{} no tiene ninguna lectura de electricidad."},
               to_string(month.month)},
              {{"Add the month's reading; write 0 only if the meter stood still.",
                "Ajoutez le relevé du mois ; n'écrivez 0 que si le compteur n'a pas tourné.",
                "Añada la lectura del mes; escriba 0 solo si el contador no se movió."}});
}

struct Quarter {
  int year;
  unsigned number;  // 1 to 4
  auto operator<=>(const Quarter&) const = default;
};

Quarter quarter_of(Date date) {
  return {.year = date.year().value(), .number = (date.month() - 1) / 3 + 1};
}

Date first_day_of(Quarter q) { return Date(q.year, q.number * 3 - 2, 1); }
Quarter next(Quarter q) {
  return q.number == 4 ? Quarter{q.year + 1, 1} : Quarter{q.year, q.number + 1};
}

Date date_of_sample(const CompositionSample& sample) { return sample.date; }

void check_sample_counts(const MonitoringData& data, const DateRange& covered, Findings& findings) {
  std::map<Quarter, int> counts;
  for (const CompositionSample& sample : data.composition) ++counts[quarter_of(sample.date)];
  for (Quarter q = quarter_of(covered.first); first_day_of(q) <= covered.last; q = next(q)) {
    if (counts[q] >= kSamplesPerQuarter) continue;
    const bool is_whole =
        covered.contains(first_day_of(q)) && first_day_of(next(q)).plus_days(-1) <= covered.last;
    findings.add(
        {.severity = is_whole ? Severity::error : Severity::warning,
         .rule = Rule::too_few_composition_samples,
         .place = is_whole ? last_before(first_day_of(next(q)), data.composition, date_of_sample)
                           : std::nullopt,
         .message = {{"{} composition samples in quarter {} of {}.",
                      "{} échantillons de composition au trimestre {} de {}.",
                      "{} muestras de composición en el trimestre {} de {}."},
                     counts[q],
                     q.number,
                     q.year},
         .remedy = {{"TOOL04 asks for at least {} every three months.",
                     "TOOL04 en demande au moins {} tous les trois mois.",
                     "TOOL04 pide al menos {} cada tres meses."},
                    kSamplesPerQuarter}});
  }
}

ReportWords words_for(DecayModel model) {
  return model == DecayModel::monthly ? ReportWords("monthly", "mensuel", "mensual")
                                      : ReportWords("yearly", "annuel", "anual");
}

void check_means(const MonitoringSummary& summary, DecayModel model, Findings& findings) {
  const std::uint64_t least = model == DecayModel::monthly ? kRecentSamples : 1;
  for (const MeanComposition& mean : summary.composition)
    if (mean.rows.row_count() < least)
      findings.add({.rule = Rule::too_few_composition_samples,
                    .message = {{"{} composition samples stand behind {}.",
                                 "{} échantillons de composition soutiennent {}.",
                                 "{} muestras de composición respaldan {}."},
                                mean.rows.row_count(),
                                to_string(mean.period)},
                    .remedy = {{"The {} model needs at least {}; the first may be taken before the "
                                "crediting period.",
                                "Le modèle {} en demande au moins {} ; le premier peut être "
                                "prélevé avant la période de comptabilisation.",
                                "El modelo {} necesita al menos {}; la primera puede tomarse antes "
                                "del período de acreditación."},
                               words_for(model),
                               least}});
}

}  // namespace

Problems check_monitoring(const ComponentCase& c) {
  const MonitoringData& data = c.data;
  const bool reads_waste = c.methodology.reads_table("weighbridge");
  Findings findings;
  if (!data.declared_waste.empty())
    findings.add({.rule = Rule::tickets_and_declared_waste,
                  .place = data.declared_waste.front().place,
                  .message = {{"Waste is both weighed and declared.",
                               "Les déchets sont à la fois pesés et déclarés.",
                               "Los residuos se pesan y se declaran a la vez."}},
                  .remedy = {{"Keep the tickets, or quantify the estimate apart from them.",
                              "Gardez les tickets, ou quantifiez l'estimation à part.",
                              "Conserve los tiques, o cuantifique la estimación por separado."}}});
  check_tickets(data, findings);
  check_samples(data, findings);
  check_energy(data, findings);
  check_dates(data, c.plan, c.covered, findings);
  if (reads_waste) check_ticket_gaps(data, c.summary, findings);
  if (c.requires_table("electricity")) check_electricity_gaps(data, c.summary, findings);
  if (reads_waste && samples_count(c)) {
    check_sample_counts(data, c.covered, findings);
    check_means(c.summary, c.plan.model, findings);
  }
  return findings.take();
}

Problems check_declared(const ComponentCase& c, const DateRange& period) {
  const MonitoringData& data = c.data;
  Findings findings;
  const DateRange& crediting = c.plan.crediting_period;
  const Date start(period.first.year().value(), 1, 1);
  const Date end(period.last.year().value(), 12, 31);
  if (period.first != std::max(start, crediting.first) ||
      period.last != std::min(end, crediting.last))
    findings.add(
        {.rule = Rule::period_not_whole_years,
         .message = {{"Amounts declared per year cannot be cut at {} or {}.",
                      "Des quantités déclarées par an ne se coupent pas au {} ou au {}.",
                      "Las cantidades declaradas por año no pueden cortarse el {} o el {}."},
                     period.first.to_string(),
                     period.last.to_string()},
         .remedy = {{"Take whole calendar years of the crediting period.",
                     "Prenez des années civiles entières de la période de "
                     "comptabilisation.",
                     "Tome años civiles enteros del período de acreditación."}}});
  const auto refuse_impossible = [&](double value, const ReportWords& what, Place place) {
    if (is_possible(value)) return;
    findings.add(
        {.rule = Rule::impossible_quantity,
         .place = place,
         .message = {{"Declared {} of {}.", "{} de {}.", "{} de {}."},
                     what,
                     digits_text(shortest_decimal(value))},
         .remedy = {{"A declared amount is 0 to 1e9.", "Une quantité déclarée va de 0 à 1e9.",
                     "Una cantidad declarada va de 0 a 1e9."}}});
  };
  for (const DeclaredAmount& amount : data.declared_waste)
    refuse_impossible(amount.tonnes_wet, {"waste", "Déchets déclarés", "Residuos declarados"},
                      amount.place);
  for (const DeclaredElectricityExport& amount : data.declared_electricity_export)
    refuse_impossible(amount.mwh, {"electricity", "Électricité déclarée", "Electricidad declarada"},
                      amount.place);
  for (const DeclaredProjectEmissions& amount : data.declared_project_emissions)
    refuse_impossible(
        amount.tonnes_co2eq,
        {"project emissions", "Émissions du projet déclarées", "Emisiones del proyecto declaradas"},
        amount.place);
  check_energy(data, findings);
  if (c.requires_table("electricity")) check_electricity_gaps(data, c.summary, findings);
  for (CalendarYear year = crediting.first.year(); year <= period.last.year(); year = year.next())
    if (std::ranges::find(data.declared_waste, year, &DeclaredAmount::year) ==
        data.declared_waste.end())
      findings.add({.rule = Rule::gap_in_declared_waste,
                    .message = {{"{} has no declared waste.", "{} n'a pas de déchets déclarés.",
                                 "{} no tiene residuos declarados."},
                                year.value()},
                    .remedy = {{"Declare every year since the start of the crediting period.",
                                "Déclarez chaque année depuis le début de la période de "
                                "comptabilisation.",
                                "Declare cada año desde el inicio del período de acreditación."}}});
  return findings.take();
}

}  // namespace openitmo::mrv
