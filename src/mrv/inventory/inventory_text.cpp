#include "mrv/inventory/inventory_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "mrv/uncertainty/rounded_tonnes.h"

namespace openitmo::mrv::inventory {

namespace {

std::string said(const Words& words, Language language) { return std::string(words.in(language)); }

std::string percent(const ErrorPropagation& errors, Language language) {
  if (!std::isfinite(errors.percent())) return "-";
  return decimal_text(fmt::format("{:.1f}", errors.percent())).in(language);
}

// 5.A, 5.B or 5.C.
std::string sum_of(const InventoryYear& year, std::string_view section, Language language) {
  double sum = 0;
  bool any_estimated = false;
  for (const Line& line : year.lines) {
    if (!line.description->code.starts_with(section)) continue;
    if (line.state == LineState::unknown) return "NE";
    any_estimated = any_estimated || line.state == LineState::estimated;
    sum += line.co2eq_t;
  }
  return any_estimated ? rounded_tonnes(sum, language) : "NO";
}

bool was_sampled(const Inventory& inventory) { return inventory.sampling.has_value(); }

}  // namespace

TextRows year_rows(const Inventory& inventory, Language language) {
  TextRows rows{{said({"year", "année"}, language), "5.A", "5.B", "5.C",
                 said({"total", "total"}, language), said({"known", "connu"}, language),
                 said({"approach 1, 95 %", "approche 1, 95 %"}, language), "± %"}};
  if (was_sampled(inventory))
    rows.front().push_back(said({"draws, 95 %", "tirages, 95 %"}, language));
  for (const InventoryYear& year : inventory.years) {
    const ErrorPropagation& errors = year.errors;
    rows.push_back({std::to_string(year.year.value()), sum_of(year, "5.A", language),
                    sum_of(year, "5.B", language), sum_of(year, "5.C", language),
                    year.is_complete ? rounded_tonnes(year.known_co2eq_t, language) : "NE",
                    rounded_tonnes(year.known_co2eq_t, language),
                    rounded_interval(errors.result - errors.half_width,
                                     errors.result + errors.half_width, language),
                    percent(errors, language)});
    if (was_sampled(inventory))
      rows.back().push_back(
          year.sampled ? rounded_interval(year.sampled->p2_5, year.sampled->p97_5, language) : "");
  }
  return rows;
}

TextRows line_rows(const InventoryYear& year, Language language) {
  TextRows rows{{said({"category", "catégorie"}, language), said({"name", "nom"}, language),
                 said({"gas", "gaz"}, language), said({"tier", "niveau"}, language),
                 said({"t of the gas", "t du gaz"}, language),
                 said({"t CO2 eq", "t éq. CO2"}, language),
                 said({"approach 1, 95 %", "approche 1, 95 %"}, language)}};
  const bool has_draws = year.sampled.has_value();
  if (has_draws) rows.front().push_back(said({"draws, 95 %", "tirages, 95 %"}, language));
  for (const Line& line : year.lines) {
    std::vector<std::string> row{std::string(line.description->code),
                                 said(line.description->name, language),
                                 std::string(name_of(line.description->gas))};
    if (line.state == LineState::estimated) {
      row.insert(row.end(), {line.tier, rounded_tonnes(line.gas_t, language),
                             rounded_tonnes(line.co2eq_t, language),
                             rounded_interval(line.co2eq_t - line.errors.half_width,
                                              line.co2eq_t + line.errors.half_width, language)});
    } else {
      const std::string notation(notation_of(line.state));
      row.insert(row.end(), {"", notation, notation, ""});
    }
    if (has_draws)
      row.push_back(
          line.sampled ? rounded_interval(line.sampled->p2_5, line.sampled->p97_5, language) : "");
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Text> unknown_reasons(const InventoryYear& year) {
  std::vector<Text> reasons;
  for (const Line& line : year.lines) {
    if (line.state != LineState::unknown) continue;
    const Text reason({"{}: {}", "{} : {}"}, line.description->code, line.reason);
    if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
  }
  return reasons;
}

std::vector<Explanation> explain(const Inventory& inventory, const FigureQuestion& asked,
                                 int year) {
  FigureQuestion question = asked;
  if (question.symbol.empty()) question.symbol = kTotalSymbol;
  std::vector<Explanation> found;
  for (const InventoryYear& of : inventory.years) {
    if (year != 0 && of.year.value() != year) continue;
    for (const std::uint32_t at : find_figures(of.derivation, line_terms(), question))
      found.push_back({.component = inventory.party,
                       .report = inventory.version,
                       .methodology = {.name = "IPCC V5 inventory",
                                       .version = std::string(name_of(inventory.guidelines))},
                       .year = of.year,
                       .files = inventory.files,
                       .terms = {line_terms().begin(), line_terms().end()},
                       .derivation = derivation_of(of.derivation, at)});
  }
  return found;
}

}  // namespace openitmo::mrv::inventory
