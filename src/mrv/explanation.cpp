#include "mrv/explanation.h"

#include <fmt/format.h>

#include "mrv/json_writer.h"
#include "mrv/measured_column.h"
#include "mrv/phrases.h"

namespace openitmo::mrv {

std::string Explanation::name() const {
  std::string name = figure().symbol;
  if (!figure().of.empty()) name += fmt::format(" {}", figure().of);
  if (!figure().period.empty()) name += fmt::format(" {}", figure().period);
  return name;
}

std::vector<Explanation> explain(const Quantification& result, const std::string& report,
                                 const FigureQuestion& asked, int year) {
  std::vector<Explanation> found;
  for (const YearResult& of : result.years) {
    if (year != 0 && of.year.value() != year) continue;
    for (const std::uint32_t at : find_figures(result, of, asked))
      found.push_back({.component = result.component,
                       .report = report,
                       .methodology = result.methodology,
                       .year = of.year,
                       .files = result.inputs,
                       .terms = described_terms(result),
                       .derivation = derivation_of(of.derivation, at)});
  }
  return found;
}

Text hangs_on_sentence(const Explanation& explanation) {
  const HangsOn sums = hangs_on(explanation.derivation);
  const double value = explanation.figure().value;
  const auto figure = [](double x) { return decimal_text(fmt::format("{:.6g}", x)); };
  const auto percent = [&](LeafKind kind) {
    return decimal_text(fmt::format("{:.1f}", sums.part(kind, 100)));
  };
  const std::string& unit = explanation.figure().unit;
  return {{"Of {0} {1}, by weight: measured {2} ({3} %), default {4} ({5} %), assumed {6} ({7} %)",
           "Sur {0} {1}, par poids : mesuré {2} ({3} %), par défaut {4} ({5} %), supposé {6} "
           "({7} %)"},
          figure(value),
          Text::of(unit == "1" ? "" : unit, unit == "1" ? "" : in_language(Language::fr, unit)),
          figure(sums.part(LeafKind::measured, value)),
          percent(LeafKind::measured),
          figure(sums.part(LeafKind::default_value, value)),
          percent(LeafKind::default_value),
          figure(sums.part(LeafKind::assumed, value)),
          percent(LeafKind::assumed)};
}

std::vector<ReportText> row_texts(const Leaf& leaf, const std::vector<MonitoringFile>& files) {
  std::vector<ReportText> texts;
  for (const RowRange& range : leaf.evidence.ranges()) {
    if (range.first == 0 || range.file >= files.size()) continue;
    const std::string& path = files[range.file].path;
    if (range.first == range.last)
      texts.push_back({{"{}, row {}", "{}, ligne {}", "{}, fila {}"}, path, range.first});
    else
      texts.push_back({{"{}, rows {} to {} ({} used)", "{}, lignes {} à {} ({} utilisées)",
                        "{}, filas {} a {} ({} usadas)"},
                       path,
                       range.first,
                       range.last,
                       range.count});
  }
  return texts;
}

namespace {

void write_rows(JsonWriter& json, const Leaf& leaf, const std::vector<MonitoringFile>& files) {
  json.key("rows");
  json.begin_array();
  for (const RowRange& range : leaf.evidence.ranges()) {
    if (range.first == 0 || range.file >= files.size()) continue;
    json.begin_object();
    text_field(json, "file", files[range.file].path);
    text_field(json, "sha256", files[range.file].sha256);
    json.key("first");
    json.integer(range.first);
    json.key("last");
    json.integer(range.last);
    json.key("count");
    json.integer(range.count);
    json.end_object();
  }
  json.end_array();
}

void write_leaf(JsonWriter& json, const DerivationNode& node,
                const std::vector<MonitoringFile>& files) {
  text_field(json, "kind", name_of(node.leaf->kind));
  text_field(json, "source", node.leaf->source);
  if (node.leaf->confidence) text_field(json, "confidence", name_of(*node.leaf->confidence));
  write_rows(json, *node.leaf, files);
  if (const auto column = measured_column(node)) text_field(json, "column", column->en);
  real_field(json, "contribution", node.leaf->contribution);
  real_field(json, "share", node.leaf->share);
}

void write_node(JsonWriter& json, const DerivationNode& node,
                const std::vector<MonitoringFile>& files) {
  json.begin_object();
  text_field(json, "symbol", node.symbol);
  if (!node.of.empty()) text_field(json, "of", node.of);
  if (!node.period.empty()) text_field(json, "period", node.period);
  real_field(json, "value", node.value);
  text_field(json, "unit", node.unit);
  if (!node.equation.empty()) text_field(json, "equation", node.equation);
  if (node.leaf) {
    write_leaf(json, node, files);
  } else {
    json.key("from");
    json.begin_array();
    for (const std::uint32_t child : node.children) json.integer(child);
    json.end_array();
  }
  json.end_object();
}

void write_hangs_on(JsonWriter& json, const Explanation& explanation) {
  const HangsOn sums = hangs_on(explanation.derivation);
  json.key("hangs_on");
  json.begin_object();
  for (const LeafKind kind : kLeafKinds) {
    json.key(name_of(kind));
    json.begin_object();
    json.key("figures");
    json.integer(sums.leaf_count[static_cast<std::size_t>(kind)]);
    real_field(json, "share", sums.part(kind, 1));
    real_field(json, "value", sums.part(kind, explanation.figure().value));
    json.end_object();
  }
  json.end_object();
}

void write_explanation(JsonWriter& json, const Explanation& explanation) {
  json.new_line();
  json.begin_object();
  text_field(json, "component", explanation.component);
  if (!explanation.report.empty()) text_field(json, "report", explanation.report);
  text_field(json, "methodology", explanation.methodology.name);
  text_field(json, "methodology_version", explanation.methodology.version);
  json.key("year");
  json.integer(explanation.year.value());
  text_field(json, "figure", explanation.name());
  real_field(json, "value", explanation.figure().value);
  text_field(json, "unit", explanation.figure().unit);
  write_hangs_on(json, explanation);
  json.key("derivation");
  json.begin_array();
  for (const DerivationNode& node : explanation.derivation.nodes) {
    json.new_line();
    write_node(json, node, explanation.files);
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string explanations_json(const std::vector<Explanation>& explanations,
                              std::string_view demonstration) {
  JsonWriter json;
  json.begin_object();
  if (!demonstration.empty()) text_field(json, "demonstration", demonstration);
  text_field(json, "schema", "openitmo/explanation/1");
  json.key("figures");
  json.begin_array();
  for (const Explanation& explanation : explanations) write_explanation(json, explanation);
  json.end_array();
  json.end_object();
  json.new_line();
  return json.take();
}

}  // namespace openitmo::mrv
