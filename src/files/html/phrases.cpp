#include "files/html/phrases.h"

#include "mrv/monthly_table.h"

namespace openitmo::files {

namespace {

struct Symbol {
  std::string_view symbol;
  Words meaning;
};

constexpr Symbol kSymbols[] = {
    {"W_in,i", {"waste arriving, by month", "déchets entrants, par mois"}},
    {"W_residue,i", {"sorting residue leaving, by month", "refus de tri sortant, par mois"}},
    {"W_j,x", {"waste of one type", "déchets d'un type"}},
    {"p_j,x", {"share of the waste type", "part du type de déchets"}},
    {"EC_i", {"electricity used, by month", "électricité consommée, par mois"}},
    {"diesel_i", {"diesel delivered, by month", "gazole livré, par mois"}},
    {"EG_y", {"electricity delivered to the grid", "électricité livrée au réseau"}},
    {"PE_declared", {"project emissions as declared", "émissions du projet telles que déclarées"}},
    {"GWP_CH4", {"global warming potential, methane", "potentiel de réchauffement, méthane"}},
    {"GWP_N2O",
     {"global warming potential, nitrous oxide", "potentiel de réchauffement, protoxyde d'azote"}},
};

// Headings of tables end with their unit in brackets; where a symbol stands, its unit has a place
// of its own, and a share is no percentage.
std::string without_unit(std::string heading) {
  const std::size_t bracket = heading.rfind(" (");
  if (heading.ends_with(')') && bracket != std::string::npos) heading.resize(bracket);
  return heading;
}

}  // namespace

std::string meaning_of_symbol(const Speech& speech, std::string_view symbol) {
  for (const auto& [known, meaning] : kSymbols)
    if (known == symbol) return speech.say(meaning);
  for (const mrv::MonthlyTable& table : mrv::monthly_tables())
    for (const mrv::MonthlyColumn& column : table.columns)
      if (column.symbol == symbol) return without_unit(speech.say(column.name));
  return {};
}

}  // namespace openitmo::files
