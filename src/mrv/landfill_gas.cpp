#include "mrv/landfill_gas.h"

#include <cmath>
#include <set>

#include "mrv/finding.h"
#include "mrv/inputs.h"

namespace openitmo::mrv {

namespace {

constexpr double kAgreement = 0.02;  // of methane and V·v·ρ

Place place_of(const MonthlyRow& row) {
  if (row.rows.empty()) return {};
  const RowRange& first = row.rows.ranges().front();
  return {.file = first.file, .row = first.first};
}

// What reads as methane and counts as nothing.
void warn_of_device(const MonthlyTable& gas, const MonthlyRow& row, std::string_view methane,
                    std::string_view hours, Problems& problems) {
  if (value_at(gas, row, methane).value_or(0) <= 0 || value_at(gas, row, hours).value_or(0) > 0)
    return;
  problems.push_back(
      {.severity = Severity::warning,
       .rule = Rule::missing_quantity,
       .place = place_of(row),
       .message = {{"In {} {} has no {}: this methane is not counted.",
                    "En {} {} n'a pas de {} : ce méthane n'est pas compté.",
                    "En {} {} no tiene {}: este metano no se cuenta."},
                   to_string(month_of(row)),
                   methane,
                   hours},
       .remedy = {{"Give the hours in which the device was confirmed running.",
                   "Donnez les heures où la marche de l'appareil est confirmée.",
                   "Dé las horas en que se confirmó el funcionamiento del equipo."}}});
}

void warn_of_flare(const MonthlyTable& gas, const MonthlyRow& row, Problems& problems) {
  const double sent = value_at(gas, row, "F_CH4,sent_flare,m").value_or(0);
  const double flow =
      value_at(gas, row, "V_flare,m").value_or(0) * value_at(gas, row, "v_CH4,m").value_or(0);
  if ((sent <= 0 && flow <= 0) || value_at(gas, row, "η_flare,m")) return;
  problems.push_back(
      {.severity = Severity::warning,
       .rule = Rule::missing_quantity,
       .place = place_of(row),
       .message = {{"In {} the flare has no efficiency: its methane is taken as not destroyed.",
                    "En {} la torchère n'a pas de rendement : son méthane est pris comme non "
                    "détruit.",
                    "En {} la antorcha no tiene eficiencia: su metano se toma como no destruido."},
                   to_string(month_of(row))},
       .remedy = {{"Give the efficiency of TOOL06; 0 where no flame was seen.",
                   "Donnez le rendement de TOOL06 ; 0 si aucune flamme n'a été vue.",
                   "Dé la eficiencia de TOOL06; 0 donde no se vio llama."}}});
}

}  // namespace

double gas_metered_t_ch4(const ComponentCase& c, const YearPart& part) {
  const ParameterSet parameters = *ParameterSet::make({});
  EstimateInputs inputs(parameters);
  const GasDestroyed<double> gas = gas_destroyed(inputs, c, part, 1.0);
  return gas.F_sent_flare + gas.F_EL + gas.F_HG + gas.F_NG;
}

Problems check_metered_gas(const ComponentCase& c, const ParameterSet&, const DateRange&) {
  const MonthlyTable& gas = *find_monthly_table("gas");
  Problems problems;
  for (const MonthlyRow& row : c.data.rows_of("gas")) {
    warn_of_flare(gas, row, problems);
    warn_of_device(gas, row, "F_CH4,EL,m", "h_EL,m", problems);
    warn_of_device(gas, row, "F_CH4,HG,m", "h_HG,m", problems);
    const auto F = value_at(gas, row, "F_CH4,sent_flare,m");
    const auto V = value_at(gas, row, "V_flare,m");
    const auto v = value_at(gas, row, "v_CH4,m");
    const bool knows = F || (V && v);
    const bool flares = F || V || value_at(gas, row, "η_flare,m");
    if (flares && !knows)
      problems.push_back(
          {.rule = Rule::missing_quantity,
           .place = place_of(row),
           .message = {{"{} has gas to the flare but neither its methane nor volume "
                        "and fraction.",
                        "{} a du gaz vers la torchère, mais ni son méthane ni volume "
                        "et fraction.",
                        "{} tiene gas a la antorcha, pero ni su metano ni volumen y fracción."},
                       to_string(month_of(row))},
           .remedy = {{"Give the methane in t, or Nm3 and %.",
                       "Donnez le méthane en t, ou les Nm3 et le %.",
                       "Dé el metano en t, o los Nm3 y el %."}}});
    if (F && V && v && std::fabs(*F - tool08::F_CH4(*V, *v)) > kAgreement * *F)
      problems.push_back(
          {.rule = Rule::methane_differs_from_flow,
           .place = place_of(row),
           .message =
               {{"In {} methane and volume times fraction differ by more than "
                 "2 %.",
                 "En {} le méthane et le volume multiplié par la fraction "
                 "diffèrent de plus de 2 %.",
                 "En {} el metano y el producto de volumen y fracción difieren en más del 2 %."},
                to_string(month_of(row))},
           .remedy = {
               {"Check that the volume is at 0 °C and 101,325 Pa, and dry as "
                "the fraction is.",
                "Vérifiez que le volume est à 0 °C et 101 325 Pa, et sec "
                "comme la fraction.",
                "Compruebe que el volumen está a 0 °C y 101 325 Pa, y seco como la fracción."}}});
  }
  return problems;
}

Problems check_site_history(const ComponentCase& c, const ParameterSet&, const DateRange&) {
  std::set<CalendarYear> years;
  for (const DeclaredAmount& amount : c.data.declared_waste) years.insert(amount.year);
  Problems problems;
  if (years.empty()) return problems;  // check_declared has said so
  for (CalendarYear year = *years.begin(); year <= *years.rbegin(); year = year.next())
    if (!years.contains(year))
      problems.push_back(
          {.rule = Rule::gap_in_declared_waste,
           .message = {{"{} has no declared waste.", "{} n'a pas de déchets déclarés.",
                        "{} no tiene residuos declarados."},
                       year.value()},
           .remedy = {{"Declare every year since the site opened; 0 where it was closed.",
                       "Déclarez chaque année depuis l'ouverture du site ; 0 s'il était fermé.",
                       "Declare cada año desde la apertura del vertedero; 0 si estaba cerrado."}}});
  return problems;
}

}  // namespace openitmo::mrv
