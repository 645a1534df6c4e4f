#include "files/programme/own_value.h"

#include <fmt/format.h>

#include "files/programme/field_values.h"
#include "mrv/parameter_set.h"
#include "mrv/parameters.h"

namespace openitmo::files {
namespace {

std::string as_clause(std::string sentence) {
  if (sentence.ends_with('.')) sentence.pop_back();
  if (sentence.size() > 1 && sentence[0] >= 'A' && sentence[0] <= 'Z' && sentence[1] >= 'a')
    sentence[0] = static_cast<char>(sentence[0] - 'A' + 'a');
  return sentence;
}

std::optional<std::string> read_uncertainty(const TomlTable& table) {
  if (!table.has("uncertainty")) return std::nullopt;
  const std::string text = table.string("uncertainty");
  return text == "none" ? "" : text;
}

}  // namespace

GwpSet read_gwp(const TomlTable& root) {
  return find_gwp_set(root.choice("gwp_set", kGwpSetNames)).value_or(gwp_ar5());
}

mrv::ParameterOverride read_override(const TomlTable& table, const std::string& of,
                                     std::vector<registry::FigureSource>& sources) {
  std::vector<std::string_view> symbols;
  for (const mrv::Parameter& parameter : mrv::parameter_table())
    symbols.push_back(parameter.symbol);
  const std::string symbol = table.string("symbol");
  const std::string confidence = read_confidence(table);
  const mrv::ParameterOverride override{.symbol = symbol,
                                        .value = table.decimal("value"),
                                        .source = table.string("source"),
                                        .confidence = confidence_of(confidence),
                                        .uncertainty = read_uncertainty(table)};
  if (symbol.empty() || override.value.empty() || override.source.empty()) return override;
  if (mrv::find_parameter(symbol) == nullptr) {
    const std::string_view near = nearest(symbol, symbols);
    table.refuse("symbol",
                 {{"{} is not in the parameter table", "{} n'est pas dans la table des paramètres"},
                  in_quotes(symbol)},
                 near.empty() ? Text({"see docs/methodologies/parameters.md",
                                      "voyez docs/methodologies/parameters.md"})
                              : Text({"did you mean {}?", "vouliez-vous dire {} ?"}, near));
  } else if (const auto set = mrv::ParameterSet::make({override}); !set) {
    for (const mrv::Finding& finding : set.error())
      table.refuse("value", as_clause(finding.message.in_two_languages()),
                   as_clause(finding.remedy.in_two_languages()));
  }
  sources.push_back(
      {.figure = {{"{}: {} = {}", "{} : {} = {}"}, of, symbol, decimal_text(override.value)},
       .source = override.source,
       .confidence = confidence});
  return override;
}

Text as_clause(const Text& sentence) {
  return Text::of(as_clause(sentence.en), as_clause(sentence.fr));
}

}  // namespace openitmo::files
