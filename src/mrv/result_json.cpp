#include "mrv/result_json.h"

#include "mrv/json_writer.h"
#include "mrv/methodologies.h"
#include "mrv/uncertainty/uncertainty_json.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

void write_range(JsonWriter& json, std::string_view key, const DateRange& range) {
  json.key(key);
  json.begin_object();
  text_field(json, "first", range.first.to_string());
  text_field(json, "last", range.last.to_string());
  json.end_object();
}

void write_rows(JsonWriter& json, const Evidence& evidence) {
  json.key("rows");
  json.begin_array();
  for (const RowRange& range : evidence.ranges()) {
    json.begin_array();
    json.integer(range.file);
    json.integer(range.first);
    json.integer(range.last);
    json.integer(range.count);
    json.end_array();
  }
  json.end_array();
}

void write_leaf(JsonWriter& json, const Leaf& leaf) {
  text_field(json, "kind", name_of(leaf.kind));
  text_field(json, "source", leaf.source);
  if (leaf.confidence) text_field(json, "confidence", name_of(*leaf.confidence));
  if (leaf.uncertainty.is_stated()) text_field(json, "uncertainty", to_text(leaf.uncertainty));
  const bool is_from_file = !leaf.evidence.empty() && leaf.evidence.ranges().front().first > 0;
  if (is_from_file) write_rows(json, leaf.evidence);
  real_field(json, "contribution_t_co2eq", leaf.contribution);
  real_field(json, "share", leaf.share);
}

void write_node(JsonWriter& json, const DerivationNode& node) {
  json.begin_object();
  text_field(json, "symbol", node.symbol);
  if (!node.of.empty()) text_field(json, "of", node.of);
  if (!node.period.empty()) text_field(json, "period", node.period);
  real_field(json, "value", node.value);
  text_field(json, "unit", node.unit);
  if (!node.equation.empty()) text_field(json, "equation", node.equation);
  if (node.leaf) {
    write_leaf(json, *node.leaf);
  } else {
    json.key("from");
    json.begin_array();
    for (const std::uint32_t child : node.children) json.integer(child);
    json.end_array();
  }
  json.end_object();
}

void write_terms(JsonWriter& json, const YearTerms<double>& terms) {
  json.key("terms_t_co2eq");
  json.begin_object();
  for (const Term<double>& term : terms.list()) real_field(json, term.key, term.value);
  json.end_object();
}

void write_deduction(JsonWriter& json, const YearResult& year) {
  if (year.claimed == year.terms.ER()) return;
  real_field(json, "deduction_t_co2eq", year.deduction);
  real_field(json, "claimed_t_co2eq", year.claimed);
}

void write_year(JsonWriter& json, const YearResult& year, std::string_view unit) {
  json.new_line();
  json.begin_object();
  json.key("year");
  json.integer(year.year.value());
  write_range(json, "part", year.part);
  real_field(json, "amount", year.amount);
  text_field(json, "amount_unit", unit);
  write_terms(json, year.terms);
  write_deduction(json, year);
  json.key("reductions_kg_co2eq");
  json.integer(year.reductions.value());
  json.key("uncertainty");
  json.begin_object();
  write_approach_1(json, year.errors);
  json.end_object();
  json.key("derivation");
  json.begin_array();
  for (const DerivationNode& node : year.derivation.nodes) {
    json.new_line();
    write_node(json, node);
  }
  json.end_array();
  json.end_object();
}

void write_parameter(JsonWriter& json, const ParameterUse& parameter) {
  json.begin_object();
  text_field(json, "symbol", parameter.symbol);
  real_field(json, "value", parameter.value);
  text_field(json, "unit", parameter.unit);
  text_field(json, "kind", name_of(parameter.kind));
  text_field(json, "source", parameter.source);
  text_field(json, "confidence", name_of(parameter.confidence));
  json.end_object();
}

void write_inputs(JsonWriter& json, const std::vector<MonitoringFile>& files) {
  json.key("inputs");
  json.begin_array();
  for (const MonitoringFile& file : files) {
    json.begin_object();
    text_field(json, "path", file.path);
    text_field(json, "sha256", file.sha256);
    json.end_object();
  }
  json.end_array();
}

void write_correction(JsonWriter& json, const StreamCorrection& correction) {
  json.new_line();
  json.begin_object();
  text_field(json, "rule", name_of(correction.rule));
  if (correction.channel) text_field(json, "channel", correction.channel->en);
  text_field(json, "month", to_string(correction.month));
  real_field(json, "hours", correction.hours);
  real_field(json, "methane_kg", correction.methane_kg);
  write_rows(json, correction.rows);
  json.end_object();
}

void write_certificate(JsonWriter& json, const CertificateCover& cover) {
  json.new_line();
  json.begin_object();
  text_field(json, "channel", cover.channel);
  text_field(json, "certificate", cover.certificate);
  text_field(json, "month", to_string(cover.month));
  write_rows(json, cover.rows);
  json.end_object();
}

void write_stream(JsonWriter& json, const StreamRecord& stream) {
  json.key("stream");
  json.begin_object();
  json.key("interval_s");
  json.integer(stream.interval_s);
  text_field(json, "time_zone", stream.time_zone);
  if (!stream.time_zone_data.empty()) text_field(json, "time_zone_data", stream.time_zone_data);
  json.key("settings");
  json.begin_array();
  for (const std::string& setting : stream.settings) json.text(setting);
  json.end_array();
  json.key("corrections");
  json.begin_array();
  for (const StreamCorrection& correction : stream.corrections) write_correction(json, correction);
  json.end_array();
  json.key("certificates");
  json.begin_array();
  for (const CertificateCover& cover : stream.certificates) write_certificate(json, cover);
  json.end_array();
  json.end_object();
}

void write_sampling(JsonWriter& json, const SamplingPlan& sampling) {
  json.key("sampling");
  json.begin_object();
  text_field(json, "precision", name_of(sampling.rule));
  text_field(json, "when_missed",
             sampling.takes_conservative_bound ? "conservative_bound" : "mean");
  text_field(json, "source", sampling.source);
  json.end_object();
}

template <class Options>
void write_options(JsonWriter& json, const Options& options) {
  json.key("options");
  json.begin_object();
  for (const auto& [key, word] : options) text_field(json, key, word);
  json.end_object();
}

void write_head(JsonWriter& json, const Quantification& result, const Methodology& methodology) {
  text_field(json, "schema", "openitmo/quantification/2");
  text_field(json, "component", result.component);
  text_field(json, "methodology", result.methodology.name);
  text_field(json, "methodology_version", result.methodology.version);
  text_field(json, "engine_version", result.engine_version);
  if (methodology.looks_back) text_field(json, "model", name_of(result.model));
  text_field(json, "climate", name_of(result.climate));
  if (methodology.has_disposal_site)
    text_field(json, "disposal_site", name_of(result.disposal_site));
  if (!result.suppressed_demand.empty())
    text_field(json, "suppressed_demand", result.suppressed_demand);
  if (!result.options.empty()) write_options(json, result.options);
  if (!result.sampling.source.empty()) write_sampling(json, result.sampling);
  text_field(json, "gwp_set", result.gwp_set);
  write_range(json, "crediting_period", result.crediting_period);
  write_range(json, "period", result.period);
}

}  // namespace

std::string result_json(const Quantification& result) {
  const Methodology* methodology = find_methodology(result.methodology);
  check(methodology != nullptr, "a result is of a released methodology");
  JsonWriter json;
  json.begin_object();
  write_head(json, result, *methodology);
  write_inputs(json, result.inputs);
  if (result.stream) write_stream(json, *result.stream);
  json.key("parameters");
  json.begin_array();
  for (const ParameterUse& parameter : result.parameters) write_parameter(json, parameter);
  json.end_array();
  json.key("uncertainty");
  write_uncertainty(json, result);
  json.key("warnings");
  json.begin_array();
  for (const Finding& warning : result.warnings) json.text(text_of(warning, result.inputs).en);
  json.end_array();
  json.key("years");
  json.begin_array();
  for (const YearResult& year : result.years) write_year(json, year, methodology->amount.unit);
  json.end_array();
  json.end_object();
  json.new_line();
  return json.take();
}

}  // namespace openitmo::mrv
