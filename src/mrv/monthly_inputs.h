#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "mrv/component_case.h"
#include "mrv/monthly_table.h"
#include "mrv/scalar/real.h"
#include "quantity/check.h"

// Figures of the monthly tables as scalars of the equations.
namespace openitmo::mrv {

inline Period month_of(const MonthlyRow& row) {
  return {.year = row.year.value(), .month = row.month};
}

// The rows of a table that lie in `part`, in the order of the months.
inline std::vector<const MonthlyRow*> rows_of(const ComponentCase& c, const YearPart& part,
                                              std::string_view table) {
  std::vector<const MonthlyRow*> rows;
  for (const MonthlyRow& row : c.data.rows_of(table))
    if (part.contains(month_of(row))) rows.push_back(&row);
  std::ranges::stable_sort(rows, {}, [](const MonthlyRow* row) { return month_of(*row); });
  return rows;
}

// The cell under `symbol`; nothing where the row leaves it empty.
inline std::optional<double> value_at(const MonthlyTable& table, const MonthlyRow& row,
                                      std::string_view symbol) {
  const auto column = std::ranges::find(table.columns, symbol, &MonthlyColumn::symbol);
  check(column != table.columns.end(), "equations read columns that the table describes");
  const auto index = static_cast<std::size_t>(column - table.columns.begin());
  return index < row.values.size() ? row.values[index] : std::nullopt;
}

// The same as a measured quantity.
template <class Inputs>
std::optional<typename Inputs::Scalar> measured_at(Inputs& inputs, const MonthlyTable& table,
                                                   const MonthlyRow& row, std::string_view symbol) {
  const std::optional<double> value = value_at(table, row, symbol);
  if (!value) return std::nullopt;
  const auto column = std::ranges::find(table.columns, symbol, &MonthlyColumn::symbol);
  const auto index = static_cast<std::size_t>(column - table.columns.begin());
  const std::optional<double> half_width =
      index < row.half_widths.size() ? row.half_widths[index] : std::nullopt;
  return inputs.measured(
      {.symbol = symbol, .unit = column->unit, .of = row.subject, .period = month_of(row)}, *value,
      row.rows, table.name.en, half_width);
}

// Σ over the months of `part`; a month without the figure adds nothing.
template <class Inputs>
typename Inputs::Scalar sum_of_column(Inputs& inputs, const ComponentCase& c, const YearPart& part,
                                      std::string_view table, std::string_view symbol) {
  using S = typename Inputs::Scalar;
  std::vector<S> months;
  for (const MonthlyRow* row : rows_of(c, part, table))
    if (auto value = measured_at(inputs, *find_monthly_table(table), *row, symbol))
      months.push_back(*value);
  return sum(std::span<const S>(months));
}

}  // namespace openitmo::mrv
