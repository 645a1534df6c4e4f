#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/evidence.h"
#include "quantity/date.h"
#include "quantity/language.h"

// Monitoring tables with one row for each calendar month (and subject, such as a material). Each
// is described once, in monthly_tables.cpp; the description reads files, checks rows and fills the
// pages. Weighbridge tickets, samples and minute data have types of their own.
namespace openitmo::mrv {

struct MonthlyColumn {
  std::string_view symbol;  // as the equations print it: "F_CH4,EL,m"
  std::string_view key;     // in component files, after the key of its table: "engine_methane"
  std::string_view
      unit;  // in which the engine takes it: "t CH4", "MWh", "1", "m3" (normal), "h", "m3 water"
  Words name{"quantity", "quantité"};
  std::string_view headers;  // accepted column names in normal form, split by "|"
  double highest = 0;        // 0..highest, both included
  // What measures it, and the parameter that holds half of its 95 % interval as a share.
  Words instrument{"instrument", "appareil"};
  std::string_view accuracy;
  bool required = true;  // a row without it is refused
};

struct MonthlyTable {
  std::string_view key;  // in the [monitoring] table of a component: "gas"
  Words name{"monthly records", "relevés mensuels"};  // of its rows, for messages
  // What a row is about besides its month; empty where there is one row a month. `subjects` are the
  // words that it may be, or none where any word is lawful.
  std::string_view subject;
  std::string_view subject_headers;
  std::span<const std::string_view> subjects;
  std::span<const MonthlyColumn> columns;
  // No equation reads it: months are compared with it.
  bool is_background = false;
};

std::span<const MonthlyTable> monthly_tables();
// Null for a key that no table has.
const MonthlyTable* find_monthly_table(std::string_view key);

struct MonthlyRow {
  CalendarYear year = {};
  unsigned month = 1;
  std::string subject = {};
  std::vector<std::optional<double>> values = {};  // by column of the table
  // By column too, where the figure is a mean: half of its 95 % interval. May be shorter.
  std::vector<std::optional<double>> half_widths = {};
  Evidence rows = {};  // behind the figures
};

}  // namespace openitmo::mrv
