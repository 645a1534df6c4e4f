#include "mrv/measured_column.h"

#include <algorithm>

#include "mrv/monthly_table.h"
#include "mrv/phrases.h"

namespace openitmo::mrv {

std::optional<Text> measured_column(const DerivationNode& node) {
  if (!node.leaf || node.leaf->evidence.empty()) return std::nullopt;
  const std::string& source = node.leaf->source;
  if (source == "weighbridge tickets") return Words("gross - tare", "poids brut - tare");
  if (source == "electricity meter") return Words("consumption", "consommation");
  if (source == "diesel deliveries") return Words("diesel", "gasoil");
  if (source == "composition samples") return Text::of(node.of, in_language(Language::fr, node.of));
  if (source == "waste statistics")
    return node.symbol == "rate" ? Words("rate", "taux") : Words("generated", "production");
  if (source == "population statistics") return Words("population", "population");
  if (source == "treatment statistics")
    return node.symbol == "s_x" ? Words("share", "part") : Words("mass", "masse");
  if (source == "composition survey") return Text::of(node.of, in_language(Language::fr, node.of));
  if (source == "methane recovery records") return Words("methane", "méthane");
  if (source == "laboratory results") return Words("result", "résultat");
  if (source == "plants of the grid") {
    if (node.symbol == "FC_m,y") return Words("fuel consumption", "consommation");
    if (node.symbol == "η_m,y") return Words("efficiency", "rendement");
    return Words("generation", "production");
  }
  for (const MonthlyTable& table : monthly_tables()) {
    if (table.name.en != source) continue;
    const auto column = std::ranges::find(table.columns, node.symbol, &MonthlyColumn::symbol);
    if (column != table.columns.end()) return column->name;
  }
  return std::nullopt;
}

}  // namespace openitmo::mrv
