#include "files/monitoring/row_source.h"

#include <array>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "files/csv/reader.h"
#include "files/monitoring/values.h"
#include "files/xlsx/reader.h"

namespace openitmo::files {
namespace {

constexpr std::size_t kHeaderRowsMax = 30;
constexpr std::size_t kNamesMin = 2;

class CsvRows : public RowSource {
 public:
  // `converted` is what `text` may point into.
  CsvRows(std::unique_ptr<std::string> converted, std::string_view text, char separator)
      : converted_(std::move(converted)), reader_(text, separator), separator_(separator) {}

  bool next() override { return reader_.next(); }
  std::uint32_t row() const override { return reader_.row(); }
  std::size_t width() const override { return reader_.fields().size(); }
  Cell cell(std::size_t column) const override {
    Cell cell;
    if (column >= reader_.fields().size()) return cell;
    cell.text = trimmed(reader_.fields()[column]);
    if (!cell.text.empty()) cell.kind = Cell::Kind::text;
    return cell;
  }
  const Text& error() const override { return reader_.error(); }
  bool has_fixed_width() const override { return true; }
  char decimal_mark() const override { return separator_ == ',' ? '.' : '\0'; }

 private:
  std::unique_ptr<std::string> converted_;
  CsvReader reader_;
  char separator_;
};

class SheetRows : public RowSource {
 public:
  SheetRows(XlsxBook book, std::size_t sheet)
      : book_(std::make_unique<XlsxBook>(std::move(book))), rows_(book_->rows(sheet)) {}

  bool next() override { return rows_.next(); }
  std::uint32_t row() const override { return rows_.row(); }
  std::size_t width() const override { return rows_.cells().size(); }
  Cell cell(std::size_t column) const override {
    if (column >= rows_.cells().size()) return {};
    Cell cell = rows_.cells()[column];
    if (cell.kind != Cell::Kind::text) return cell;
    cell.text = trimmed(cell.text);
    if (cell.text.empty()) cell.kind = Cell::Kind::empty;
    return cell;
  }
  const Text& error() const override { return rows_.error(); }
  bool has_fixed_width() const override { return false; }

 private:
  std::unique_ptr<XlsxBook> book_;
  XlsxRows rows_;
};

std::size_t count_names(std::span<const std::string_view> cells, std::span<const Column> columns) {
  std::vector<bool> seen(columns.size());
  std::size_t count = 0;
  for (const std::string_view cell : cells) {
    if (cell.empty()) continue;
    const std::optional<HeaderMatch> match = match_header(cell, columns);
    if (!match || seen[match->column]) continue;
    seen[match->column] = true;
    ++count;
  }
  return count;
}

struct HeaderRow {
  std::size_t index = 0;  // how many rows come before it
  std::size_t names = 0;  // how many of the wanted columns it names
};

// The row that names most of the wanted columns.
template <class NextCells>
HeaderRow find_header(NextCells next_cells, std::span<const Column> columns) {
  HeaderRow best;
  std::vector<std::string_view> cells;
  for (std::size_t index = 0; index < kHeaderRowsMax && next_cells(cells); ++index) {
    const std::size_t names = count_names(cells, columns);
    if (names > best.names) best = {.index = index, .names = names};
  }
  return best;
}

HeaderRow find_csv_header(std::string_view text, char separator, std::span<const Column> columns) {
  CsvReader reader(text, separator);
  return find_header(
      [&](std::vector<std::string_view>& cells) {
        if (!reader.next()) return false;
        cells.assign(reader.fields().begin(), reader.fields().end());
        return true;
      },
      columns);
}

HeaderRow find_sheet_header(XlsxRows rows, std::span<const Column> columns) {
  return find_header(
      [&](std::vector<std::string_view>& cells) {
        if (!rows.next()) return false;
        cells.clear();
        for (const Cell& cell : rows.cells()) {
          cells.push_back(cell.kind == Cell::Kind::text ? cell.text : std::string_view());
        }
        return true;
      },
      columns);
}

std::unexpected<Problems> refused(const Source& source, Text what, Text remedy) {
  return std::unexpected(
      Problems(Problem{.path = source.path, .what = std::move(what), .remedy = std::move(remedy)}));
}

std::unexpected<Problems> no_header(const Source& source, const Words& what,
                                    std::span<const Column> columns) {
  Text names;
  for (const Column& column : columns) {
    if (!names.empty()) names += Text::name(", ");
    names += column.shown;
  }
  return refused(
      source,
      {{"no row with the column names of {} in the first {} rows",
        "aucune ligne avec les noms de colonnes pour les {} dans les {} premières lignes"},
       what,
       kHeaderRowsMax},
      {{"name the columns in one row, such as: {}",
        "nommez les colonnes sur une ligne, par exemple : {}"},
       names});
}

void go_to(RowSource& rows, std::size_t index) {
  for (std::size_t i = 0; i <= index; ++i) rows.next();
}

Read<std::unique_ptr<RowSource>> open_csv(const Source& source, const Words& what,
                                          std::span<const Column> columns) {
  auto converted = std::make_unique<std::string>();
  const Read<std::string_view> text = utf8_text(source, *converted);
  if (!text) return std::unexpected(text.error());
  HeaderRow best;
  char best_separator = ',';
  for (const char separator : {';', '\t', ','}) {
    const HeaderRow header = find_csv_header(*text, separator, columns);
    if (header.names <= best.names) continue;
    best = header;
    best_separator = separator;
  }
  if (best.names < kNamesMin) return no_header(source, what, columns);
  auto rows = std::make_unique<CsvRows>(std::move(converted), *text, best_separator);
  go_to(*rows, best.index);
  return rows;
}

Text sheets_named(std::span<const XlsxSheetInfo> sheets, std::span<const std::size_t> indices) {
  std::vector<std::string> names;
  for (const std::size_t index : indices) names.push_back(in_quotes(sheets[index].name));
  return listed(names);
}

Read<std::unique_ptr<RowSource>> open_xlsx(const Source& source, const Words& what,
                                           std::span<const Column> columns) {
  Read<XlsxBook> book = XlsxBook::open(source);
  if (!book) return std::unexpected(book.error());
  std::vector<std::size_t> found;
  HeaderRow header;
  for (std::size_t sheet = 0; sheet < book->sheets().size(); ++sheet) {
    const HeaderRow candidate = find_sheet_header(book->rows(sheet), columns);
    if (candidate.names < kNamesMin) continue;
    header = candidate;
    found.push_back(sheet);
  }
  if (found.empty()) return no_header(source, what, columns);
  if (found.size() > 1) {
    return refused(
        source,
        {{"the sheets {} all have the column names of {}",
          "les feuilles {} ont toutes les noms de colonnes pour les {}"},
         sheets_named(book->sheets(), found),
         what},
        {{"keep one of them in this file, and give each other sheet a file of its own",
          "gardez-en une dans ce fichier, et donnez à chaque autre feuille son propre fichier"}});
  }
  auto rows = std::make_unique<SheetRows>(std::move(*book), found.front());
  go_to(*rows, header.index);
  return rows;
}

}  // namespace

Read<std::unique_ptr<RowSource>> open_rows(const Source& source, const Words& what,
                                           std::span<const Column> columns) {
  if (source.bytes.empty())
    return refused(source, {{"the file is empty", "le fichier est vide"}},
                   {{"save the data into it", "enregistrez-y les données"}});
  const bool is_zip = source.bytes.starts_with("PK\x03\x04");
  const bool is_old_xls = source.bytes.starts_with("\xd0\xcf\x11\xe0");
  return is_zip || is_old_xls ? open_xlsx(source, what, columns) : open_csv(source, what, columns);
}

}  // namespace openitmo::files
