#include "mrv/grid_factor.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "mrv/methodology.h"
#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

constexpr std::array<std::string_view, 4> kFactors{"EF_OM", "EF_BM", "EF_EL.project",
                                                   "EF_EL.baseline"};
constexpr std::size_t kYearsOfOperatingMargin = 3;

ReportText percent(double share) {
  return digits_text(shortest_decimal(std::round(share * 1000) / 10));
}

// Some choices take the average operating margin, for which low-cost plants count.
bool takes_simple_margin(const ComponentCase& c) {
  const auto weights = c.plan.options.find("margins");
  return weights == c.plan.options.end() || weights->second != tool07::kLdcOperatingMargin;
}

}  // namespace

bool is_from_plants(const ComponentCase& c, std::string_view symbol) {
  return c.grid && !c.grid->all.empty() && c.methodology.reads_parameter(symbol) &&
         own_value(c.plan, symbol) == nullptr;
}

Problems check_grid(const ComponentCase& c, const ParameterSet& parameters) {
  if (c.data.power_plants.empty()) return {};
  const Place first = c.data.power_plants.front().place;
  if (std::ranges::none_of(kFactors, [&](auto symbol) { return is_from_plants(c, symbol); }))
    return {{.rule = Rule::rows_not_read,
             .place = first,
             .message =
                 {{"The plants of the grid have rows, of which no factor is worked out.",
                   "Les centrales du réseau ont des lignes, dont aucun facteur n'est "
                   "tiré.",
                   "Las centrales de la red tienen filas de las que no se obtiene ningún factor."}},
             .remedy = {{"Leave the table out, or the own values of EF_OM, EF_BM and EF_EL.",
                         "Retirez la table, ou les valeurs propres d'EF_OM, d'EF_BM et "
                         "d'EF_EL.",
                         "Quite la tabla, o los valores propios de EF_OM, EF_BM y EF_EL."}}}};
  Problems problems;
  const double highest = parameters.value("grid.low_cost.highest").value;
  if (takes_simple_margin(c) && c.grid->low_cost_share >= highest)
    problems.push_back(
        {.rule = Rule::low_cost_share_too_high,
         .place = first,
         .message = {{"Low-cost and must-run plants make {} % of the generation; the simple "
                      "operating margin holds below {} %.",
                      "Les centrales à bas coût ou à marche obligée font {} % de la production ; "
                      "la marge d'exploitation simple vaut en dessous de {} %.",
                      "Las centrales de bajo costo o de despacho obligado suman {} % de la "
                      "generación; el margen de operación simple vale por debajo de {} %."},
                     percent(c.grid->low_cost_share),
                     percent(highest)},
         .remedy = {{"Declare a margin by another method of TOOL07.",
                     "Déclarez une marge selon une autre méthode de TOOL07.",
                     "Declare un margen según otro método de TOOL07."}}});
  if (c.grid->year_count < kYearsOfOperatingMargin)
    problems.push_back(
        {.severity = Severity::warning,
         .rule = Rule::operating_margin_years,
         .place = first,
         .message = {{"The operating margin rests on {} years of the grid.",
                      "La marge d'exploitation repose sur {} années du réseau.",
                      "El margen de operación se basa en {} años de la red."},
                     c.grid->year_count},
         .remedy = {{"Give the last three years, or show that it is that of the year of "
                     "monitoring.",
                     "Donnez les trois dernières années, ou montrez qu'elle est celle de l'année "
                     "de suivi.",
                     "Dé los tres últimos años, o muestre que es el del año de seguimiento."}}});
  return problems;
}

}  // namespace openitmo::mrv
