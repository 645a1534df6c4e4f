#include <algorithm>
#include <fmt/format.h>

#include "files/monitoring/appended.h"
#include "files/monitoring/read.h"
#include "files/monitoring/table.h"
#include "files/monitoring/unit_values.h"

namespace openitmo::files {
namespace {

using mrv::DeclaredAmount;
using mrv::DeclaredElectricityExport;
using mrv::DeclaredProjectEmissions;
using mrv::MonitoringData;

// Notes a problem when `is_same` holds for an earlier row of `rows`.
template <class Row, class Same>
void refuse_second(MonitoringTable& table, std::size_t column, const MonitoringData& data,
                   const std::vector<Row>& rows, Same is_same) {
  const auto earlier = std::find_if(rows.begin(), rows.end(), is_same);
  if (earlier == rows.end()) return;
  table.refuse(column,
               {{"{} stands already in {}", "{} se trouve déjà à la {}"},
                table.shown(column),
                place_text(data, earlier->place)},
               {{"remove one of the two rows, or correct its year",
                 "supprimez l'une des deux lignes, ou corrigez son année"}});
}

template <class Row>
ReadResult finished(MonitoringTable& table, Appended<Row>& appended, const Source& source) {
  Problems problems = table.finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  appended.keep(source);
  return {};
}

std::optional<mrv::WasteType> read_type(MonitoringTable& table) {
  const std::optional<std::string_view> text = table.text(declared_waste::kType);
  if (!text) return std::nullopt;
  const std::optional<mrv::WasteType> type = find_waste_type(*text);
  if (!type) {
    table.refuse(
        declared_waste::kType,
        {{"{} is no known waste type", "{} n'est pas un type de déchets connu"}, in_quotes(*text)},
        {{"write food, garden, paper, wood, textiles, nappies, plastics, rubber or inert",
          "écrivez aliments, jardin, papier, bois, textiles, couches, plastiques, caoutchouc ou "
          "inertes"}});
  }
  return type;
}

}  // namespace

ReadResult read_declared_waste(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table =
      MonitoringTable::open(source, {"declared amounts of waste", "quantités de déchets déclarées"},
                            declared_waste::columns());
  if (!table) return std::unexpected(table.error());
  Appended<DeclaredAmount> appended(data, data.declared_waste);
  while (table->next()) {
    const std::optional<CalendarYear> year = table->year(declared_waste::kYear);
    const std::optional<mrv::WasteType> type = read_type(*table);
    const std::optional<double> tonnes = tonnes_of(*table, declared_waste::kMass);
    if (!year || !type || !tonnes) continue;
    refuse_second(
        *table, declared_waste::kType, data, data.declared_waste,
        [&](const DeclaredAmount& other) { return other.year == *year && other.type == *type; });
    if (!table->row_is_good()) continue;
    appended.add({.year = *year,
                  .type = *type,
                  .tonnes_wet = *tonnes,
                  .place = appended.place_of(table->row())});
  }
  return finished(*table, appended, source);
}

ReadResult read_declared_electricity_export(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table = MonitoringTable::open(
      source, {"declared amounts of electricity", "quantités d'électricité déclarées"},
      declared_export::columns());
  if (!table) return std::unexpected(table.error());
  auto& rows = data.declared_electricity_export;
  Appended<DeclaredElectricityExport> appended(data, rows);
  while (table->next()) {
    const std::optional<CalendarYear> year = table->year(declared_export::kYear);
    const std::optional<double> energy_mwh = mwh_of(*table, declared_export::kEnergy);
    if (!year || !energy_mwh) continue;
    refuse_second(*table, declared_export::kYear, data, rows,
                  [&](const DeclaredElectricityExport& other) { return other.year == *year; });
    if (!table->row_is_good()) continue;
    appended.add({.year = *year, .mwh = *energy_mwh, .place = appended.place_of(table->row())});
  }
  return finished(*table, appended, source);
}

ReadResult read_declared_project_emissions(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table =
      MonitoringTable::open(source, {"declared project emissions", "émissions du projet déclarées"},
                            declared_emissions::columns());
  if (!table) return std::unexpected(table.error());
  auto& rows = data.declared_project_emissions;
  Appended<DeclaredProjectEmissions> appended(data, rows);
  while (table->next()) {
    const std::optional<CalendarYear> year = table->year(declared_emissions::kYear);
    const std::optional<Decimal> tonnes = table->number(declared_emissions::kEmissions);
    const std::optional<std::string_view> origin = table->text(declared_emissions::kSource);
    if (!year || !tonnes || !origin) continue;
    refuse_second(*table, declared_emissions::kYear, data, rows,
                  [&](const DeclaredProjectEmissions& other) { return other.year == *year; });
    if (!table->row_is_good()) continue;
    appended.add({.year = *year,
                  .tonnes_co2eq = nearest_double(*tonnes, 0),
                  .source = std::string(*origin),
                  .place = appended.place_of(table->row())});
  }
  return finished(*table, appended, source);
}

}  // namespace openitmo::files
