#include "registry/gwp_replay.h"

#include <algorithm>
#include <map>

#include "accounting/component_flows.h"
#include "mrv/json_writer.h"
#include "quantity/report_text.h"
#include "quantity/rounding.h"

namespace openitmo::registry {

namespace {

using ByVintage = std::map<Vintage, KilogramsCo2eq>;

void add_claimed(const mrv::Quantification& quantification, ByVintage& claimed) {
  for (const mrv::YearResult& year : quantification.years) claimed[year.year] += year.reductions;
}

TonnesCo2eq in_proportion(TonnesCo2eq quantity, KilogramsCo2eq claimed, KilogramsCo2eq other) {
  if (claimed.value() <= 0 || other.value() <= 0) return {};
  return share_of(quantity, Rational(other.value(), claimed.value()), Rounding::down);
}

}  // namespace

std::expected<std::vector<GwpReplayRow>, Text> replay_gwp(
    const Programme& programme, const std::vector<ComponentResult>& results,
    const ledger::Ledger& ledger, PartyId party, const GwpSet& gwp) {
  std::vector<GwpReplayRow> rows;
  const auto flows = accounting::first_transferred_by_component(ledger, party);
  for (const ProgrammeComponent& component : programme.components) {
    ProgrammeComponent exchanged = component;
    exchanged.plan.gwp = gwp;
    ByVintage claimed, other;
    for (const ComponentResult& result : results) {
      if (result.component != component.id) continue;
      const auto again = quantify_component(exchanged, result.report, result.quantification.period);
      if (!again) return std::unexpected(again.error());
      add_claimed(result.quantification, claimed);
      add_claimed(again->quantification, other);
    }
    for (const auto& [vintage, kg] : claimed) {
      const auto flow = flows.find({component.id, vintage});
      GwpReplayRow row{.component = component.id,
                       .vintage = vintage,
                       .gwp_set = std::string(component.plan.gwp.name),
                       .claimed_kg_co2eq = kg,
                       .other_kg_co2eq = other[vintage],
                       .first_transferred = {},
                       .other_first_transferred_t_co2eq = {}};
      if (flow != flows.end()) row.first_transferred = flow->second;
      row.other_first_transferred_t_co2eq =
          in_proportion(row.first_transferred.quantity_t_co2eq, kg, row.other_kg_co2eq);
      rows.push_back(std::move(row));
    }
  }
  for (const auto& [key, figure] : flows) {
    const auto same = [&](const GwpReplayRow& row) {
      return row.component == key.first && row.vintage == key.second;
    };
    if (std::ranges::none_of(rows, same))
      return std::unexpected(
          Text({"units of {} {} were first transferred, and the programme has no result for them; "
                "name the programme that they were issued by",
                "des unités de {} {} ont eu un premier transfert, et le programme n'en a pas de "
                "résultat ; nommez le programme qui les a délivrées"},
               key.first, key.second.value()));
  }
  return rows;
}

namespace {

struct Sums {
  KilogramsCo2eq claimed;
  KilogramsCo2eq other;
  TonnesCo2eq first_transferred;
  TonnesCo2eq other_first_transferred;
};

Sums sums_of(const std::vector<GwpReplayRow>& rows) {
  Sums sums;
  for (const GwpReplayRow& row : rows) {
    sums.claimed += row.claimed_kg_co2eq;
    sums.other += row.other_kg_co2eq;
    sums.first_transferred += row.first_transferred.quantity_t_co2eq;
    sums.other_first_transferred += row.other_first_transferred_t_co2eq;
  }
  return sums;
}

std::vector<std::string> figures_of(const Sums& sums, Language language) {
  const auto tonnes = [&](KilogramsCo2eq kg) {
    return grouped_digits(Rational(kg.value(), 1000).to_decimal(3),
                          language == Language::fr ? ',' : '.');
  };
  return {tonnes(sums.claimed), tonnes(sums.other), grouped(sums.first_transferred),
          grouped(sums.other_first_transferred)};
}

}  // namespace

std::vector<std::vector<std::string>> gwp_replay_rows(const std::vector<GwpReplayRow>& rows,
                                                      Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  std::vector<std::vector<std::string>> shown{
      {said({"component", "composant"}), said({"vintage", "millésime"}),
       said({"claimed", "revendiqué"}), said({"with the other set", "avec l'autre jeu"}),
       said({"first transferred", "premier transfert"}), said({"it would be", "ce serait"})}};
  const auto add = [&](std::string name, std::string year, const std::vector<GwpReplayRow>& of) {
    std::vector<std::string> row{std::move(name), std::move(year)};
    for (std::string& figure : figures_of(sums_of(of), language)) row.push_back(std::move(figure));
    shown.push_back(std::move(row));
  };
  for (const GwpReplayRow& row : rows)
    add(row.component, std::to_string(row.vintage.value()), {row});
  add(said({"all", "tous"}), "", rows);
  return shown;
}

std::string gwp_replay_json(const std::vector<GwpReplayRow>& rows, PartyId party, const GwpSet& gwp,
                            std::string_view demonstration) {
  mrv::JsonWriter json;
  json.begin_object();
  if (!demonstration.empty()) mrv::text_field(json, "demonstration", demonstration);
  mrv::text_field(json, "schema", "openitmo/gwp-replay/1");
  mrv::text_field(json, "party", party.view());
  mrv::text_field(json, "gwp_set", gwp.name);
  json.key("rows");
  json.begin_array();
  for (const GwpReplayRow& row : rows) {
    json.new_line();
    json.begin_object();
    mrv::text_field(json, "component", row.component);
    const auto integer = [&](std::string_view key, auto value) {
      json.key(key);
      json.integer(value);
    };
    integer("vintage", row.vintage.value());
    mrv::text_field(json, "gwp_set_in_use", row.gwp_set);
    integer("claimed_kg_co2eq", row.claimed_kg_co2eq.value());
    integer("other_kg_co2eq", row.other_kg_co2eq.value());
    integer("first_transferred_t_co2eq", row.first_transferred.quantity_t_co2eq.value());
    integer("other_first_transferred_t_co2eq", row.other_first_transferred_t_co2eq.value());
    json.key("entries");
    json.begin_array();
    for (const std::uint64_t entry : row.first_transferred.entries) json.integer(entry);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.new_line();
  return json.take();
}

}  // namespace openitmo::registry
