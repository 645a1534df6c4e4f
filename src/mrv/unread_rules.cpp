#include <set>

#include "mrv/methodology.h"
#include "mrv/monitoring_rules.h"

namespace openitmo::mrv {

namespace {

template <class Row>
std::optional<Place> first_of(const std::vector<Row>& rows) {
  return rows.empty() ? std::nullopt : std::optional(rows.front().place);
}

std::optional<Place> first_of(const std::vector<MonthlyRow>& rows) {
  if (rows.empty()) return std::nullopt;
  if (rows.front().rows.empty()) return Place{};
  const RowRange& first = rows.front().rows.ranges().front();
  return Place{.file = first.file, .row = first.first};
}

// Where the table begins; nothing where it has no rows.
std::optional<Place> first_row_of(const MonitoringData& data, std::string_view table) {
  if (table == "weighbridge") return first_of(data.tickets);
  if (table == "composition") return first_of(data.composition);
  if (table == "electricity") return first_of(data.electricity);
  if (table == "diesel") return first_of(data.diesel);
  if (table == "declared_waste") return first_of(data.declared_waste);
  if (table == "declared_electricity_export") return first_of(data.declared_electricity_export);
  if (table == "declared_project_emissions") return first_of(data.declared_project_emissions);
  return first_of(data.rows_of(table));
}

}  // namespace

Problems check_unread_tables(const ComponentCase& c) {
  Problems problems;
  std::set<std::string_view> seen;
  for (const TableOfWord& table : c.methodology.tables_of_words) {
    const std::optional<Place> place = first_row_of(c.data, table.table);
    if (!seen.insert(table.table).second || !place || c.reads_table(table.table)) continue;
    problems.push_back({.rule = Rule::rows_not_read,
                        .place = place,
                        .message = {{"{} has rows, which '{}' of the option '{}' does not read.",
                                     "{} a des lignes, que « {} » de l'option « {} » ne lit pas.",
                                     "{} tiene filas, que «{}» de la opción «{}» no lee."},
                                    table.table,
                                    c.option(table.option),
                                    table.option},
                        .remedy = {{"Leave the table out, or choose the word that reads it.",
                                    "Retirez la table, ou choisissez le mot qui la lit.",
                                    "Quite la tabla, o elija la palabra que la lee."}}});
  }
  if (own_value(c.plan, "Q_RO") != nullptr && !c.data.rows_of("run_off").empty())
    problems.push_back(
        {.rule = Rule::duplicated_parameter,
         .place = first_row_of(c.data, "run_off"),
         .message = {{"Run-off water is metered, and declared as Q_RO.",
                      "Les eaux de ruissellement sont mesurées, et déclarées comme "
                      "Q_RO.",
                      "Las aguas de escorrentía se miden, y se declaran como Q_RO."}},
         .remedy = {
             {"Keep one of the two.", "Gardez l'un des deux.", "Conserve una de las dos."}}});
  return problems;
}

}  // namespace openitmo::mrv
