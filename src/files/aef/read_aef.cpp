#include "files/aef/read_aef.h"

#include <algorithm>
#include <fmt/format.h>

#include "files/aef/aef_json.h"
#include "files/aef/aef_scan.h"
#include "files/csv/reader.h"
#include "files/xlsx/reader.h"

namespace openitmo::files {

namespace {

using reporting::AefPlace;

bool is_json(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{';
}

Problems read_workbook(const Source& source, AefScan& scan) {
  auto book = XlsxBook::open(source);
  if (!book) return book.error();
  for (std::size_t i = 0; i < book->sheets().size(); ++i) {
    scan.begin_sheet(book->sheets()[i].name);
    XlsxRows rows = book->rows(i);
    while (rows.next()) scan.row(rows.row(), rows.cells());
    if (!rows.error().empty())
      return Problems({.path = source.path,
                       .row = rows.row(),
                       .key = book->sheets()[i].name,
                       .what = rows.error(),
                       .remedy = Words("save the workbook again with a spreadsheet program",
                                       "enregistrez à nouveau le classeur avec un tableur")});
  }
  return {};
}

char separator_of(std::string_view text) {
  const auto count = [&](char c) {
    return std::ranges::count(text.substr(0, std::min<std::size_t>(text.size(), 4'096)), c);
  };
  return count(';') > count(',') ? ';' : count('\t') > count(',') ? '\t' : ',';
}

Problems read_csv(const Source& source, AefScan& scan) {
  std::string converted;
  const auto text = utf8_text(source, converted);
  if (!text) return text.error();
  CsvReader rows(*text, separator_of(*text));
  std::vector<Cell> cells;
  scan.begin_sheet("");
  while (rows.next()) {
    cells.clear();
    for (const std::string_view field : rows.fields()) {
      Cell& cell = cells.emplace_back();
      cell.kind = field.empty() ? Cell::Kind::empty : Cell::Kind::text;
      cell.text = field;
    }
    scan.row(rows.row(), cells);
  }
  if (rows.error().empty()) return {};
  return Problems({.path = source.path,
                   .row = rows.row(),
                   .what = rows.error(),
                   .remedy = Words("save it as CSV with quotes around texts",
                                   "enregistrez-le en CSV avec des guillemets autour des textes")});
}

std::string label_of(const AefPlace& place) {
  return std::string(plain_label(reporting::aef_field(place.table, place.field)));
}

// Table 2 of the earlier layout is said in rows of the others.
std::string in_old_workbook(const AefFile& file, const AefTablePlace& table,
                            const AefPlace& place) {
  const AefTablePlace& there = file.tables[static_cast<std::size_t>(table.row_tables[place.row])];
  const auto column =
      place.field == 0 ? std::nullopt : there.authorization_columns[place.field - 1U];
  const std::uint32_t row = table.rows[place.row];
  return column ? fmt::format("{}!{}{}", there.sheet, column_letters(*column), row)
                : fmt::format("{}!{}:{}", there.sheet, row, row);
}

std::string in_workbook(const AefTablePlace& table, const AefPlace& place) {
  if (table.transposed) {
    const auto row =
        place.field == 0 ? std::optional(table.rows.front()) : table.columns[place.field - 1U];
    return fmt::format("{}!{}{}", table.sheet, column_letters(table.value_column),
                       row.value_or(table.rows.front()));
  }
  const bool has_row = place.row < table.rows.size();
  if (!has_row) return table.sheet;
  const auto column = place.field == 0 ? std::nullopt : table.columns[place.field - 1U];
  if (!column)
    return fmt::format("{}!{}:{}", table.sheet, table.rows[place.row], table.rows[place.row]);
  return fmt::format("{}!{}{}", table.sheet, column_letters(*column), table.rows[place.row]);
}

}  // namespace

Read<AefFile> read_aef(const Source& source, const ReadAefOptions& options) {
  AefFile file;
  file.path = source.path;
  const bool workbook = is_workbook(source.bytes);
  if (workbook)
    file.carrier = AefFile::Carrier::workbook;
  else
    file.carrier = is_json(source.bytes) ? AefFile::Carrier::json : AefFile::Carrier::csv;
  AefScan scan(file, options);
  Problems problems = workbook                                 ? read_workbook(source, scan)
                      : file.carrier == AefFile::Carrier::json ? read_aef_json(source, scan)
                                                               : read_csv(source, scan);
  if (problems.empty()) problems = scan.finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return file;
}

std::string place_in(const AefFile& file, const AefPlace& place, Language language) {
  const AefTablePlace& table = file.tables[static_cast<std::size_t>(place.table)];
  if (!table.found) return reporting::place_text(place, language);
  const bool workbook = file.carrier == AefFile::Carrier::workbook;
  if (workbook && place.row < table.row_tables.size()) return in_old_workbook(file, table, place);
  if (workbook) return in_workbook(table, place);
  const bool line = place.row < table.rows.size() && file.carrier == AefFile::Carrier::csv;
  std::string text = reporting::place_text(
      {place.submission, place.table, line ? AefPlace::kWholeTable : place.row, 0}, language);
  if (line) text += ", " + Text({"line {}", "ligne {}"}, table.rows[place.row]).in(language);
  if (place.field != 0) text += ", " + label_of(place);
  return text;
}

}  // namespace openitmo::files
