#include <fmt/format.h>
#include <map>

#include "mrv/findings.h"
#include "mrv/methodology.h"
#include "mrv/monitoring_rules.h"
#include "mrv/phrases.h"
#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

std::optional<Place> place_of(const MonthlyRow& row) {
  if (row.rows.empty()) return std::nullopt;
  const RowRange& first = row.rows.ranges().front();
  return Place{.file = first.file, .row = first.first};
}

Date first_day_of(const MonthlyRow& row) { return Date(row.year.value(), row.month, 1); }

ReportText name_of_row(const MonthlyRow& row) {
  return ReportText::name(fmt::format("{}-{:02}{}{}", row.year.value(), row.month,
                                      row.subject.empty() ? "" : " ", row.subject));
}

void check_values(const MonthlyTable& table, const MonthlyRow& row, Findings& findings) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const MonthlyColumn& column = table.columns[i];
    const std::optional<double> value = i < row.values.size() ? row.values[i] : std::nullopt;
    if (!value && column.required)
      findings.add({.rule = Rule::missing_quantity,
                    .place = place_of(row),
                    .message = {{"{} has no {}.", "{} n'a pas de {}.", "Falta en {}: {}."},
                                name_of_row(row),
                                column.symbol},
                    .remedy = {{"Give the figure of the month.", "Donnez le chiffre du mois.",
                                "Dé la cifra del mes."}}});
    if (value && !(*value >= 0 && *value <= column.highest))
      findings.add({.rule = Rule::impossible_quantity,
                    .place = place_of(row),
                    .message = {{"{} of {} {} in {}.", "{} de {} {} en {}.", "{} de {} {} en {}."},
                                column.symbol,
                                digits_text(shortest_decimal(*value)),
                                column.unit,
                                name_of_row(row)},
                    .remedy = {{"It is 0 to {} {}.", "Il va de 0 à {} {}.", "Va de 0 a {} {}."},
                               digits_text(shortest_decimal(column.highest)),
                               column.unit}});
  }
}

void check_repeats(const std::vector<MonthlyRow>& rows, Findings& findings) {
  std::map<std::tuple<CalendarYear, unsigned, std::string_view>, const MonthlyRow*> seen;
  for (const MonthlyRow& row : rows)
    if (!seen.insert({{row.year, row.month, row.subject}, &row}).second)
      findings.add(
          {.rule = Rule::duplicated_month,
           .place = place_of(row),
           .message = {{"{} stands twice.", "{} figure deux fois.", "{} figura dos veces."},
                       name_of_row(row)},
           .remedy = {{"Give each month one row.", "Donnez une seule ligne par mois.",
                       "Dé una sola fila a cada mes."}}});
}

void check_gaps(const ComponentCase& c, const MonthlyTable& table, Findings& findings) {
  for (const MonthSummary& month : c.summary.months) {
    bool found = false;
    std::optional<Place> before;
    for (const MonthlyRow& row : c.data.rows_of(table.key)) {
      const Period of_row{.year = row.year.value(), .month = row.month};
      found = found || of_row == month.month;
      if (of_row < month.month) before = place_of(row);
    }
    if (!found)
      findings.add({.rule = Rule::gap_in_monthly_table,
                    .place = before,
                    .message = {{"{} has no {}.", "{} n'a pas de {}.", "Falta en {}: {}."},
                                to_string(month.month),
                                phrase_text(table.name)},
                    .remedy = {{"Add the month; write 0 only if nothing flowed.",
                                "Ajoutez le mois ; n'écrivez 0 que si rien n'a coulé.",
                                "Añada el mes; escriba 0 solo si no fluyó nada."}}});
  }
}

}  // namespace

Problems check_monthly_tables(const ComponentCase& c) {
  Findings findings;
  for (const MonthlyTable& table : monthly_tables()) {
    if (!table.is_background && !c.methodology.reads_table(table.key)) continue;
    const std::vector<MonthlyRow>& rows = c.data.rows_of(table.key);
    StrayRows stray(phrase_text(table.name), c.plan.crediting_period, c.covered);
    for (const MonthlyRow& row : rows) {
      check_values(table, row, findings);
      stray.see(first_day_of(row), place_of(row).value_or(Place{}));
    }
    stray.report(findings);
    check_repeats(rows, findings);
    if (c.requires_table(table.key) || (!rows.empty() && !table.is_background))
      check_gaps(c, table, findings);
  }
  return findings.take();
}

}  // namespace openitmo::mrv
