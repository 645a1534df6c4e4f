#include "mrv/parameters.h"

#include <fmt/format.h>
#include <vector>

#include "mrv/parameter_groups.h"
#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

std::span<const Parameter> parameter_table() {
  static const std::vector<Parameter> kTable = [] {
    using namespace parameter_groups;
    std::vector<Parameter> all;
    for (const std::span<const Parameter> group :
         {disposal_sites(), disposal_options(), landfill_gas(), digestion(), combustion(),
          recycling_and_grid(), inventories(), waste_statistics(), crediting(), quality()})
      all.insert(all.end(), group.begin(), group.end());
    return all;
  }();
  return kTable;
}

const Parameter* find_parameter(std::string_view symbol) {
  for (const Parameter& parameter : parameter_table())
    if (parameter.symbol == symbol) return &parameter;
  return nullptr;
}

std::string decay_rate_symbol(ClimateZone zone, WasteType type) {
  return fmt::format("k.{}.{}", name_of(zone), name_of(type));
}

std::string degradable_carbon_symbol(WasteType type) {
  return fmt::format("DOC.{}", name_of(type));
}

std::string correction_factor_symbol(DisposalSite site) {
  return fmt::format("MCF.{}", name_of(site));
}

std::string_view model_correction_symbol(ClimateZone zone) {
  return is_humid(zone) ? "phi.B.humid" : "phi.B.dry";
}

std::string parameters_markdown() {
  std::string text =
      "# Parameters\n\n"
      "Generated from the groups of `src/mrv/parameter_groups.h`; a test compares the two.\n\n"
      "A programme may replace any of these by its own value within the range, with a source and "
      "a\n"
      "confidence; the derivation then calls it *assumed* instead of *default*. Confidence: high "
      "=\n"
      "read in the official text or confirmed by two independent sources; medium = not yet "
      "checked\n"
      "against the primary document; low = one secondary source only, do not credit on it before\n"
      "the official document has been opened.\n\n"
      "| symbol | name | unit | default | range | uncertainty | confidence | source |\n"
      "|---|---|---|---|---|---|---|---|\n";
  for (const Parameter& p : parameter_table())
    text += fmt::format("| `{}` | {} | {} | {} | {} to {} | {} | {} | {} |\n", p.symbol, p.name,
                        p.unit, shortest_decimal(p.default_value), shortest_decimal(p.lowest),
                        shortest_decimal(p.highest), to_text(p.uncertainty), name_of(p.confidence),
                        p.source);
  return text;
}

}  // namespace openitmo::mrv
