#include "files/monitoring/unit_values.h"

namespace openitmo::files {

double nearest_double(Decimal number, int shift) {
  // Up to 15 digits and 10^12: both are whole numbers below 2^53, except sums of a sheet's 9
  // decimals, which lose zeros first.
  while (number.decimals > 0 && number.digits % 10 == 0) {
    number.digits /= 10;
    --number.decimals;
  }
  double power = 1;
  for (int i = 0; i < number.decimals + shift; ++i) power *= 10;
  return static_cast<double>(number.digits) / power;
}

std::optional<double> real_of(std::string_view decimal) {
  char mark = '.';
  const std::expected<Decimal, NumberError> number = parse_number_text(decimal, mark);
  if (!number) return std::nullopt;
  return nearest_double(*number, 0);
}

std::optional<double> mwh_of(MonitoringTable& table, std::size_t column) {
  const std::optional<Decimal> number = table.number(column);
  if (!number) return std::nullopt;
  return nearest_double(*number, table.unit(column) == Unit::kwh ? 3 : 0);
}

std::optional<double> tonnes_of(MonitoringTable& table, std::size_t column) {
  const std::optional<Decimal> number = table.number(column);
  if (!number) return std::nullopt;
  return nearest_double(*number, table.unit(column) == Unit::kg ? 3 : 0);
}

std::optional<double> value_of(MonitoringTable& table, std::size_t column) {
  const std::optional<Decimal> number = table.number(column);
  if (!number) return std::nullopt;
  switch (table.unit(column)) {
    case Unit::kg:
    case Unit::kwh:
      return nearest_double(*number, 3);
    case Unit::percent:
      return nearest_double(*number, 2);
    default:
      return nearest_double(*number, 0);
  }
}

std::optional<double> optional_value(MonitoringTable& table, std::size_t column) {
  if (!table.has(column) || table.is_empty(column)) return std::nullopt;
  return value_of(table, column);
}

}  // namespace openitmo::files
