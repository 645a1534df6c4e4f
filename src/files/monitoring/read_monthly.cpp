#include <algorithm>
#include <fmt/format.h>

#include "files/monitoring/appended.h"
#include "files/monitoring/read.h"
#include "files/monitoring/table.h"
#include "files/monitoring/unit_values.h"
#include "quantity/check.h"

namespace openitmo::files {
namespace {

using mrv::MonthlyRow;
using mrv::MonthlyTable;

constexpr std::size_t kMonth = 0;

Measure measure_of(std::string_view unit) {
  if (unit.starts_with("t")) return Measure::mass;
  if (unit == "MWh") return Measure::energy;
  if (unit == "1") return Measure::share;
  if (unit == "m3") return Measure::gas_volume;
  if (unit == "h") return Measure::time;
  if (unit == "m") return Measure::length;
  if (unit == "m3 water") return Measure::water_volume;
  if (unit == "mm") return Measure::rain;
  check(false, "a monthly table has units that files can state");
  return Measure::nothing;
}

// Month, the subject where there is one, then the table's own columns.
std::vector<Column> columns_of(const MonthlyTable& described) {
  std::vector<Column> columns{
      {.shown = {"Month", "Mois"}, .names = "month|period|mois|periode|date"}};
  if (!described.subject.empty())
    columns.push_back({.shown = {"Subject", "Objet"}, .names = described.subject_headers});
  for (const mrv::MonthlyColumn& column : described.columns)
    columns.push_back({.shown = column.name,
                       .names = column.headers,
                       .required = column.required,
                       .measure = measure_of(column.unit)});
  return columns;
}

class Reader {
 public:
  Reader(MonitoringTable& table, const MonthlyTable& described, std::vector<MonthlyRow>& rows)
      : table_(table), described_(described), rows_(rows) {}

  // Nothing where the row has a problem, which is noted.
  std::optional<MonthlyRow> row(mrv::Place place) {
    const std::optional<Month> month = table_.month(kMonth);
    if (!month) return std::nullopt;
    MonthlyRow row{.year = month->year, .month = month->month};
    if (!described_.subject.empty()) row.subject = subject();
    for (std::size_t i = 0; i < described_.columns.size(); ++i) row.values.push_back(value(i));
    row.rows.add(place);
    refuse_second(row);
    if (!table_.row_is_good()) return std::nullopt;
    return row;
  }

 private:
  std::size_t first_value() const { return described_.subject.empty() ? 1 : 2; }

  std::string subject() {
    const std::optional<std::string_view> text = table_.text(1);
    if (!text) return {};
    const auto known = std::ranges::find_if(described_.subjects, [&](std::string_view word) {
      return normal_form(word) == normal_form(*text);
    });
    if (known != described_.subjects.end()) return std::string(*known);
    if (!described_.subjects.empty())
      table_.refuse(1, {{"{} is not known", "{} n'est pas connu"}, in_quotes(*text)},
                    {{"write one of {}", "écrivez l'un de {}"},
                     fmt::join(described_.subjects.begin(), described_.subjects.end(), ", ")});
    return std::string(*text);
  }

  std::optional<double> value(std::size_t index) {
    const mrv::MonthlyColumn& column = described_.columns[index];
    const std::size_t at = first_value() + index;
    if (!table_.has(at) || (!column.required && table_.is_empty(at))) return std::nullopt;
    const std::optional<double> value = value_of(table_, at);
    if (value && *value > column.highest)
      table_.refuse(at, {{"{} is too much", "{} est trop"}, table_.shown(at)},
                    {{"at most {} {}; check the unit in the column's name",
                      "au plus {} {} ; vérifiez l'unité dans le nom de la colonne"},
                     column.highest,
                     column.unit});
    return value;
  }

  void refuse_second(const MonthlyRow& row) {
    const auto earlier = std::ranges::find_if(rows_, [&](const MonthlyRow& other) {
      return other.year == row.year && other.month == row.month && other.subject == row.subject;
    });
    if (earlier == rows_.end()) return;
    table_.refuse(kMonth,
                  {{"the month {}-{:02} stands already", "le mois {}-{:02} s'y trouve déjà"},
                   row.year.value(),
                   row.month},
                  {{"remove one of the two rows, or correct its month",
                    "supprimez l'une des deux lignes, ou corrigez son mois"}});
  }

  MonitoringTable& table_;
  const MonthlyTable& described_;
  std::vector<MonthlyRow>& rows_;
};

}  // namespace

ReadResult read_monthly(const Source& source, const MonthlyTable& described,
                        mrv::MonitoringData& data) {
  const std::vector<Column> columns = columns_of(described);
  Read<MonitoringTable> table = MonitoringTable::open(source, described.name, columns);
  if (!table) return std::unexpected(table.error());
  std::vector<MonthlyRow>& rows = data.monthly[std::string(described.key)];
  Appended<MonthlyRow> appended(data, rows);
  Reader reader(*table, described, rows);
  while (table->next())
    if (auto row = reader.row(appended.place_of(table->row()))) appended.add(*std::move(row));
  Problems problems = table->finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  appended.keep(source);
  return {};
}

}  // namespace openitmo::files
