#include "files/programme/outlook.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "files/programme/field_values.h"
#include "files/source.h"
#include "files/toml/document.h"

namespace openitmo::files {
namespace {

using namespace accounting;

std::string source_of(const TomlTable& table) {
  const std::string source = table.string("source");
  return fmt::format("{} ({})", source, read_confidence(table));
}

const Text& uncertainty_forms() {
  static const Text forms(
      Words("write it as \"±20 %\", \"-10 % / +5 %\", \"factor 2\", \"0.4 to 0.9\", "
            "\"uniform 0.4 to 0.9\" or \"pert 0.4 to 0.9\", or \"none\"",
            "écrivez-la comme « ±20 % », « -10 % / +5 % », « factor 2 », « 0.4 to "
            "0.9 », « uniform 0.4 to 0.9 » ou « pert 0.4 to 0.9 », ou « none »"));
  return forms;
}

// What moves together is fixed here, so a group or a correlation is refused.
mrv::StatedUncertainty read_uncertainty(const TomlTable& table) {
  const std::string text = table.string("uncertainty");
  if (text.empty() || text == "none") return {};
  const auto stated = mrv::parse_uncertainty(text);
  if (stated && stated->group.empty() && stated->with.empty()) return *stated;
  table.refuse("uncertainty",
               {{"{} is no uncertainty", "{} n'est pas une incertitude"}, in_quotes(text)},
               uncertainty_forms());
  return {};
}

// Of emissions, whose key says the unit: as a share of the figure, so that no unit is mistaken.
mrv::StatedUncertainty read_relative_uncertainty(const TomlTable& table) {
  const mrv::StatedUncertainty stated = read_uncertainty(table);
  if (!stated.is_stated() || (stated.is_relative && std::isinf(stated.at_most))) return stated;
  table.refuse(
      "uncertainty",
      Words("emissions vary by a share of the figure",
            "les émissions varient d'une part du chiffre"),
      Words("write it as \"±20 %\", \"-10 % / +5 %\", \"pert -10 % / +5 %\" or \"factor 2\"",
            "écrivez-la comme « ±20 % », « -10 % / +5 % », « pert -10 % / +5 % » ou "
            "« factor 2 »"));
  return {};
}

// Ends in the figure's own unit must hold the figure.
void require_within(const TomlTable& table, double value, const mrv::StatedUncertainty& stated) {
  if (!stated.is_stated() || stated.is_relative) return;
  if (stated.low <= value && value <= stated.high) return;
  table.refuse(
      "uncertainty",
      {{"it does not hold the figure itself, {}", "elle ne contient pas le chiffre, {}"}, value},
      {{"give ends below and above the figure", "donnez des bornes sous et sur le chiffre"}});
}

DeliveredShare read_delivered(const TomlTable& table) {
  DeliveredShare delivered;
  const std::string share = table.decimal("share");
  const auto read = std::from_chars(share.data(), share.data() + share.size(), delivered.share);
  const bool is_share = read.ec == std::errc() && delivered.share >= 0 && delivered.share <= 1;
  if (!share.empty() && !is_share) {
    table.refuse("share", {{"{} is no share", "{} n'est pas une part"}, share},
                 {{"a share lies between 0 and 1", "une part est entre 0 et 1"}});
    delivered.share = 1;
  }
  delivered.uncertainty = read_uncertainty(table);
  require_within(table, delivered.share, delivered.uncertainty);
  delivered.source = source_of(table);
  return delivered;
}

TonnesCo2eq read_quantity(const TomlTable& table) {
  return TonnesCo2eq(static_cast<std::uint64_t>(table.integer("quantity_t_co2eq", 0)));
}

void require_new(const TomlTable& table, std::string_view key, const std::string& name,
                 std::set<std::string>& known) {
  if (!name.empty() && !known.insert(name).second)
    table.refuse(key, {{"{} stands already above", "{} figure déjà plus haut"}, in_quotes(name)},
                 {{"say each once", "dites chacun une fois"}});
}

std::vector<Projection> read_projections(const TomlTable& root) {
  std::vector<Projection> projections;
  std::set<CalendarYear> known;
  for (const TomlTable& table : root.optional_tables("projection")) {
    Projection projection;
    projection.year = read_year(table, "year");
    if (!known.insert(projection.year).second)
      table.refuse(
          "year",
          {{"{} stands already above", "{} figure déjà plus haut"}, projection.year.value()},
          {{"give each year one projection", "donnez à chaque année une projection"}});
    projection.emissions_kg_co2eq =
        read_kilograms(table, "emissions_kg_co2eq", true).value_or(KilogramsCo2eq());
    projection.uncertainty = read_relative_uncertainty(table);
    projection.source = source_of(table);
    projections.push_back(std::move(projection));
  }
  return projections;
}

std::vector<ExpectedVolume> read_volumes(const TomlTable& root, std::string_view key) {
  std::vector<ExpectedVolume> volumes;
  std::set<std::string> known;
  for (const TomlTable& table : root.optional_tables(key)) {
    volumes.push_back({.name = read_text(table, "name"),
                       .quantity_t_co2eq = read_quantity(table),
                       .delivered = read_delivered(table)});
    require_new(table, "name", volumes.back().name.en, known);
  }
  return volumes;
}

Outlook read_outlook(const TomlTable& root) {
  Outlook outlook;
  outlook.party = code_of<3, kPartyPattern>(root, "party", root.string("party"));
  outlook.demonstration = root.boolean("demonstration");
  if (const auto inventory = root.optional_table("inventory")) {
    outlook.inventory_uncertainty = read_relative_uncertainty(*inventory);
    outlook.inventory_source = source_of(*inventory);
  }
  outlook.projections = read_projections(root);
  std::set<std::string> known;
  for (const TomlTable& table : root.optional_tables("delivery")) {
    ExpectedDelivery delivery{.authorization = table.string("authorization"),
                              .quantity_t_co2eq = {},
                              .delivered = read_delivered(table)};
    require_new(table, "authorization", delivery.authorization, known);
    if (table.has("quantity_t_co2eq")) delivery.quantity_t_co2eq = read_quantity(table);
    outlook.deliveries.push_back(std::move(delivery));
  }
  outlook.further_authorizations = read_volumes(root, "further_authorization");
  outlook.further_uses = read_volumes(root, "further_use");
  if (const auto asked = root.optional_table("asked")) {
    outlook.of_what_is_asked_for = read_delivered(*asked);
    if (outlook.of_what_is_asked_for.share == 0)
      asked->refuse("share",
                    Words("of what is asked for, something must be delivered",
                          "de ce qui est demandé, quelque chose doit être livré"),
                    Words("write more than 0; 1 is the safe side",
                          "écrivez plus de 0 ; 1 est le côté prudent"));
  }
  return outlook;
}

}  // namespace

Read<Outlook> load_outlook(const std::filesystem::path& file) {
  const Read<Source> source = files::read_source(file.parent_path(), file.filename().string());
  if (!source) return std::unexpected(source.error());
  const Read<TomlDocument> document = TomlDocument::parse(*source);
  if (!document) return std::unexpected(document.error());
  Outlook outlook = read_outlook(document->root());
  if (Problems problems = document->finish(); !problems.empty()) return std::unexpected(problems);
  return outlook;
}

}  // namespace openitmo::files
