#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/monitoring/row_source.h"
#include "files/monitoring/values.h"
#include "files/monitoring/words.h"
#include "files/problem.h"
#include "files/source.h"

namespace openitmo::files {

// The rows of one monitoring file under their column names, with values checked as they are asked
// for. Whatever is wrong is noted with row and column, so that a person can mend the whole file at
// once.
class MonitoringTable {
 public:
  // `what` names the rows in messages: "weighbridge tickets". Problems: what read_source and
  // XlsxBook refuse; no row with column names; a required column that is missing, a column that
  // stands twice, a unit that is missing or not accepted.
  static Read<MonitoringTable> open(const Source& source, const Words& what,
                                    std::span<const Column> columns);
  // The same of rows that stand at the row of their names already.
  static Read<MonitoringTable> open(const std::string& path, const Words& what,
                                    std::span<const Column> columns,
                                    std::unique_ptr<RowSource> rows);

  // Goes to the next row that is not empty.
  bool next();
  std::uint32_t row() const { return rows_->row(); }
  // Whether nothing was noted since next().
  bool row_is_good() const { return problems_.count() == count_before_row_; }

  bool has(std::size_t column) const { return places_[column].present; }
  bool is_empty(std::size_t column) const;
  Unit unit(std::size_t column) const { return places_[column].unit; }

  // Each notes a problem and returns nothing when the cell is empty or wrong.
  std::optional<std::string_view> text(std::size_t column);
  std::optional<Decimal> number(std::size_t column);  // 0 or more
  std::optional<Decimal> signed_number(std::size_t column);
  // The figure of a cell such as "<0.5"; nothing, and no problem, for any other cell.
  std::optional<Decimal> less_than(std::size_t column);
  std::optional<bool> flag(std::size_t column);  // 1 or 0, on or off, oui or non, ...
  std::optional<Instant> moment(std::size_t column);
  // Whether the text of a moment ends in Z, so that it is UTC whatever the site's clock.
  bool says_utc(std::size_t column) const { return cell(column).text.ends_with('Z'); }
  std::optional<std::int32_t> time_of_day(std::size_t column);  // seconds
  std::optional<Month> month(std::size_t column);
  std::optional<CalendarYear> year(std::size_t column);

  void refuse(std::size_t column, Text what, Text remedy);
  void refuse_row(Text what, Text remedy);
  // What the cell holds, in quotes, for messages.
  std::string shown(std::size_t column) const;

  const Problems& problems() const { return problems_; }
  // To be called when next() returned false: all problems, none if the table is good. A table
  // without any row is a problem.
  Problems finish();

 private:
  struct Place {
    bool present = false;
    std::size_t index = 0;
    Unit unit = Unit::none;
    std::string header;  // as written
  };

  MonitoringTable(std::string path, const Words& what, std::span<const Column> columns,
                  std::unique_ptr<RowSource> rows);
  void read_header();
  void place_column(const HeaderMatch& match, std::size_t index, std::string_view header);
  Unit unit_of(const HeaderMatch& match, std::string_view header);
  void require_columns();
  bool has_width_of_header();
  bool is_blank_row() const;
  Cell cell(std::size_t column) const;
  std::optional<Cell> filled_cell(std::size_t column);
  std::optional<Decimal> number_of(const Cell& cell, std::size_t column);

  std::string path_;
  Words what_;
  std::span<const Column> columns_;
  std::unique_ptr<RowSource> rows_;
  std::vector<Place> places_;  // by column
  std::size_t header_width_ = 0;
  std::uint32_t row_count_ = 0;
  char decimal_mark_ = 0;
  Problems problems_;
  std::size_t count_before_row_ = 0;
};

}  // namespace openitmo::files
