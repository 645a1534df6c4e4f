#include "files/programme/verification.h"

#include <fmt/format.h>

#include "files/programme/field_values.h"
#include "quantity/decimal.h"
#include "registry/design_changes.h"

namespace openitmo::files {

namespace {

// Percent with up to six decimals; above 0 and up to 100.
double read_percent(const TomlTable& table, std::string_view key) {
  constexpr int kDecimals = 6;
  constexpr double kUnits = 1e6;
  const std::string text = table.decimal(key);
  const auto units = parse_scaled(text, kDecimals);
  const double percent = units ? static_cast<double>(*units) / kUnits : 0;
  if (!text.empty() && (percent <= 0 || percent > 100))
    table.refuse(
        key,
        {{"{} is no percentage of the reductions", "{} n'est pas un pourcentage des réductions"},
         in_quotes(text)},
        Words("write a number above 0 and up to 100, such as \"5\"",
              "écrivez un nombre de plus de 0 à 100, comme \"5\""));
  return percent;
}

}  // namespace

std::optional<mrv::verification::Materiality> read_materiality(
    const TomlTable& root, std::vector<registry::FigureSource>& sources) {
  const auto table = root.optional_table("verification");
  if (!table) return std::nullopt;
  mrv::verification::Materiality materiality;
  materiality.percent = read_percent(*table, "materiality_percent");
  materiality.source = table->string("source");
  const std::string confidence = read_confidence(*table);
  materiality.confidence = confidence_of(confidence);
  sources.push_back({.figure = {{"materiality threshold: {} %", "seuil d'importance : {} %"},
                                decimal_text(fmt::format("{:g}", materiality.percent))},
                     .source = materiality.source,
                     .confidence = confidence});
  return materiality;
}

std::optional<registry::LastDesign> read_design(const TomlTable& root) {
  const auto table = root.optional_table("design");
  if (!table) return std::nullopt;
  registry::LastDesign design;
  design.path = table->string("last");
  if (!table->has("needs_validation")) return design;
  design.needs_validation = table->strings("needs_validation");
  design.source = table->string("source");
  for (const std::string& word : *design.needs_validation)
    if (!registry::find_design_subject(word))
      table->refuse(
          "needs_validation",
          {{"{} is no kind of change", "{} n'est pas une sorte de changement"}, in_quotes(word)},
          {{"use {}", "prenez {}"}, registry::design_subject_words()});
  return design;
}

Problems within(const std::string& folder, const Problems& problems) {
  Problems moved;
  for (Problem problem : problems.listed()) {
    problem.path = fmt::format("{}/{}", folder, problem.path);
    moved.add(std::move(problem));
  }
  return moved;
}

}  // namespace openitmo::files
