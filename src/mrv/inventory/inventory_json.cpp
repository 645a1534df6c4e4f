#include <fmt/format.h>

#include "mrv/inventory/inventory_text.h"
#include "mrv/json_writer.h"
#include "mrv/shortest_decimal.h"
#include "quantity/csv_row.h"

namespace openitmo::mrv::inventory {

namespace {

std::string_view word_of(LineState state) {
  return state == LineState::estimated ? "estimated" : notation_of(state);
}

void write_interval(JsonWriter& json, const ErrorPropagation& errors,
                    const std::optional<SampleSummary>& sampled) {
  real_field(json, "half_width_t_co2eq", errors.half_width);
  if (!sampled) return;
  json.key("draws");
  json.integer(sampled->draws);
  real_field(json, "mean_t_co2eq", sampled->mean);
  real_field(json, "p2_5_t_co2eq", sampled->p2_5);
  real_field(json, "p97_5_t_co2eq", sampled->p97_5);
}

void write_line(JsonWriter& json, const Line& line) {
  json.new_line();
  json.begin_object();
  text_field(json, "category", line.description->code);
  text_field(json, "name", line.description->name.en);
  text_field(json, "gas", name_of(line.description->gas));
  text_field(json, "state", word_of(line.state));
  if (line.state == LineState::unknown) text_field(json, "reason", line.reason.en);
  if (line.state == LineState::estimated) {
    text_field(json, "method", line.description->method);
    text_field(json, "tier", line.tier);
    real_field(json, "gas_t", line.gas_t);
    real_field(json, "t_co2eq", line.co2eq_t);
    write_interval(json, line.errors, line.sampled);
  }
  json.end_object();
}

void write_year(JsonWriter& json, const InventoryYear& year) {
  json.new_line();
  json.begin_object();
  json.key("year");
  json.integer(year.year.value());
  json.key("complete");
  json.boolean(year.is_complete);
  real_field(json, "known_t_co2eq", year.known_co2eq_t);
  write_interval(json, year.errors, year.sampled);
  json.key("lines");
  json.begin_array();
  for (const Line& line : year.lines) write_line(json, line);
  json.end_array();
  json.end_object();
}

void write_parameters(JsonWriter& json, const Inventory& inventory) {
  json.key("parameters");
  json.begin_array();
  for (const ParameterUse& use : inventory.parameters) {
    json.new_line();
    json.begin_object();
    text_field(json, "symbol", use.symbol);
    real_field(json, "value", use.value);
    text_field(json, "unit", use.unit);
    text_field(json, "kind", name_of(use.kind));
    text_field(json, "source", use.source);
    text_field(json, "confidence", name_of(use.confidence));
    json.end_object();
  }
  json.end_array();
}

void write_files(JsonWriter& json, const Inventory& inventory) {
  json.key("files");
  json.begin_array();
  for (const MonitoringFile& file : inventory.files) {
    json.new_line();
    json.begin_object();
    text_field(json, "path", file.path);
    text_field(json, "sha256", file.sha256);
    json.end_object();
  }
  json.end_array();
}

void write_draws(JsonWriter& json, const Inventory& inventory) {
  if (!inventory.sampling) return;
  // A seed may need all 64 bits, which a number of JSON does not hold.
  text_field(json, "seed", std::to_string(inventory.sampling->seed));
  json.key("settled");
  json.boolean(inventory.is_settled);
}

std::vector<std::string> row_of(int year, const Line& line) {
  const bool is_estimated = line.state == LineState::estimated;
  const auto real = [&](double x) { return is_estimated ? shortest_decimal(x) : std::string(); };
  const auto drawn = [&](double SampleSummary::* member) {
    return line.sampled ? shortest_decimal((*line.sampled).*member) : std::string();
  };
  // What does not occur is known to be 0.
  const auto amount = [&](double x) {
    return line.state == LineState::not_occurring ? std::string("0") : real(x);
  };
  return {std::to_string(year),
          std::string(line.description->code),
          std::string(name_of(line.description->gas)),
          std::string(word_of(line.state)),
          amount(line.gas_t),
          amount(line.co2eq_t),
          real(line.co2eq_t - line.errors.half_width),
          real(line.co2eq_t + line.errors.half_width),
          drawn(&SampleSummary::p2_5),
          drawn(&SampleSummary::p97_5),
          is_estimated ? std::string(line.description->method) : "",
          is_estimated ? line.tier : "",
          line.reason.en};
}

}  // namespace

std::string inventory_json(const Inventory& inventory, std::string_view demonstration) {
  JsonWriter json;
  json.begin_object();
  if (!demonstration.empty()) text_field(json, "demonstration", demonstration);
  text_field(json, "schema", "openitmo/inventory/1");
  text_field(json, "party", inventory.party);
  text_field(json, "version", inventory.version);
  text_field(json, "engine_version", inventory.engine_version);
  text_field(json, "guidelines", name_of(inventory.guidelines));
  text_field(json, "climate_zone", mrv::name_of(inventory.climate));
  text_field(json, "gwp_set", inventory.gwp_set);
  write_draws(json, inventory);
  json.key("years");
  json.begin_array();
  for (const InventoryYear& year : inventory.years) write_year(json, year);
  json.end_array();
  write_parameters(json, inventory);
  write_files(json, inventory);
  json.key("warnings");
  json.begin_array();
  for (const Finding& warning : inventory.warnings) json.text(text_of(warning, inventory.files).en);
  json.end_array();
  json.end_object();
  json.new_line();
  return json.take();
}

std::string inventory_csv(const Inventory& inventory, std::string_view demonstration) {
  std::string text =
      "year,category,gas,state,gas_t,t_co2eq,approach_1_low,approach_1_high,draws_low,draws_high,"
      "method,tier,reason";
  if (!demonstration.empty()) text += ",demonstration";
  text += "\r\n";
  for (const InventoryYear& year : inventory.years)
    for (const Line& line : year.lines) {
      std::vector<std::string> row = row_of(year.year.value(), line);
      if (!demonstration.empty()) row.emplace_back(demonstration);
      append_csv_row(text, row);
    }
  return text;
}

}  // namespace openitmo::mrv::inventory
