#include "mrv/inventory/bridge_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "mrv/json_writer.h"
#include "quantity/tonnes.h"

namespace openitmo::mrv::inventory {

namespace {

constexpr double kShown = 0.5;  // t CO2 eq

std::string said(const Words& words, Language language) { return std::string(words.in(language)); }

std::string with_sign(double t) {
  const std::string shown = shown_tonnes(t);
  return std::llround(t) > 0 ? fmt::format("+{}", shown) : shown;
}

void write_parts(JsonWriter& json, const std::vector<Part>& parts) {
  json.key("parts");
  json.begin_array();
  for (const Part& part : parts) {
    json.begin_object();
    text_field(json, "reason", name_of(part.reason));
    text_field(json, "words", words_of(part.reason).en);
    real_field(json, "t_co2eq", part.t_co2eq);
    json.end_object();
  }
  json.end_array();
}

void write_row(JsonWriter& json, const BridgeRow& row) {
  json.new_line();
  json.begin_object();
  text_field(json, "component", row.component);
  json.key("year");
  json.integer(row.year.value());
  real_field(json, "claimed_t_co2eq", row.claimed);
  real_field(json, "first_transferred_t_co2eq", row.first_transferred);
  json.key("entries");
  json.begin_array();
  for (const std::uint64_t entry : row.entries) json.integer(entry);
  json.end_array();
  if (row.unknown) {
    text_field(json, "unknown", row.unknown->en);
  } else {
    real_field(json, "fall_5a_t_co2eq", row.fall_disposal);
    real_field(json, "fall_5b_t_co2eq", row.fall_treatment);
    real_field(json, "loss_t_co2eq", row.loss());
    write_parts(json, row.parts);
  }
  json.end_object();
}

void write_total(JsonWriter& json, const BridgeTotal& total) {
  real_field(json, "claimed_t_co2eq", total.claimed);
  real_field(json, "first_transferred_t_co2eq", total.first_transferred);
  json.key("known");
  json.boolean(total.is_known);
  real_field(json, "unknown_first_transferred_t_co2eq", total.unknown_first_transferred);
  real_field(json, "fall_t_co2eq", total.fall);
  real_field(json, "loss_t_co2eq", total.loss);
  write_parts(json, total.parts);
}

std::vector<std::string> total_row(std::string name, std::string year, const BridgeTotal& total,
                                   const ShowTonnes& tonnes) {
  return {std::move(name),
          std::move(year),
          tonnes(total.claimed),
          tonnes(total.first_transferred),
          "",
          "",
          tonnes(total.fall) + (total.is_known ? "" : " + ?"),
          tonnes(total.loss) + (total.is_known ? "" : " + ?")};
}

}  // namespace

std::string shown_tonnes(double t) { return grouped(std::llround(t)); }

TextRows bridge_rows(const Bridge& bridge, Language language, const ShowTonnes& tonnes) {
  TextRows rows{{said({"component", "composant"}, language), said({"year", "année"}, language),
                 said({"claimed", "revendiqué"}, language),
                 said({"first transferred", "premier transfert"}, language),
                 said({"5.A falls", "5.A baisse"}, language),
                 said({"5.B falls", "5.B baisse"}, language),
                 said({"together", "ensemble"}, language), said({"loss", "perte"}, language)}};
  for (const BridgeRow& row : bridge.rows) {
    const auto known = [&](double t) { return row.unknown ? "?" : tonnes(t); };
    rows.push_back({row.component, std::to_string(row.year.value()), tonnes(row.claimed),
                    tonnes(row.first_transferred), known(row.fall_disposal),
                    known(row.fall_treatment), known(row.fall()), known(row.loss())});
  }
  for (const auto& [year, total] : bridge.by_year)
    rows.push_back(total_row(said({"all", "tous"}, language), std::to_string(year), total, tonnes));
  rows.push_back(total_row(said({"all", "tous"}, language), said({"all", "toutes"}, language),
                           bridge.total, tonnes));
  return rows;
}

namespace {

Text fall_text(double fall) {
  if (fall < 0) return {{"rises by {}", "augmente de {}"}, shown_tonnes(-fall)};
  return {{"falls by {}", "baisse de {}"}, shown_tonnes(fall)};
}

}  // namespace

Text bridge_sentence(const Bridge& bridge) {
  const BridgeTotal& total = bridge.total;
  Text text(
      {"The host adds {} t CO2 eq to its balance; its inventory of solid waste {} t CO2 eq in "
       "the same years by these activities.",
       "L'hôte ajoute {} t éq. CO2 à son bilan ; son inventaire des déchets solides {} t éq. "
       "CO2 les mêmes années par ces activités."},
      shown_tonnes(total.first_transferred - total.unknown_first_transferred),
      fall_text(total.fall));
  if (total.loss >= kShown)
    text += Text({" The difference, {} t CO2 eq, is loss in this sector.",
                  " La différence, {} t éq. CO2, est une perte dans ce secteur."},
                 shown_tonnes(total.loss));
  else
    text +=
        Text(Words(" There is no loss in this sector.", " Il n'y a pas de perte dans ce secteur."));
  if (!total.is_known)
    text += Text({" Of {} t CO2 eq more the inventory does not say what falls.",
                  " De {} t éq. CO2 en plus, l'inventaire ne dit pas ce qui baisse."},
                 shown_tonnes(total.unknown_first_transferred));
  return text;
}

std::vector<Text> part_texts(const std::vector<Part>& parts) {
  std::vector<Text> texts;
  for (const Part& part : parts)
    if (std::fabs(part.t_co2eq) >= kShown)
      texts.push_back({{"{} {}", "{} {}"}, with_sign(part.t_co2eq), words_of(part.reason)});
  return texts;
}

std::vector<Text> remedy_texts(const BridgeTotal& total) {
  std::vector<Part> raising;
  for (const Part& part : total.parts)
    if (part.t_co2eq >= kShown) raising.push_back(part);
  std::ranges::stable_sort(raising, std::greater{}, &Part::t_co2eq);
  std::vector<Text> texts;
  for (const Part& part : raising)
    texts.push_back({{"{} {}: {}", "{} {} : {}"},
                     with_sign(part.t_co2eq),
                     words_of(part.reason),
                     remedy_of(part.reason)});
  return texts;
}

std::string bridge_json(const Bridge& bridge, std::string_view party, std::string_view version,
                        std::string_view demonstration) {
  JsonWriter json;
  json.begin_object();
  if (!demonstration.empty()) text_field(json, "demonstration", demonstration);
  text_field(json, "schema", "openitmo/inventory-bridge/1");
  text_field(json, "party", party);
  text_field(json, "inventory_version", version);
  json.key("rows");
  json.begin_array();
  for (const BridgeRow& row : bridge.rows) write_row(json, row);
  json.end_array();
  json.key("years");
  json.begin_array();
  for (const auto& [year, total] : bridge.by_year) {
    json.new_line();
    json.begin_object();
    json.key("year");
    json.integer(year);
    write_total(json, total);
    json.end_object();
  }
  json.end_array();
  json.key("total");
  json.begin_object();
  write_total(json, bridge.total);
  json.end_object();
  json.end_object();
  json.new_line();
  return json.take();
}

}  // namespace openitmo::mrv::inventory
