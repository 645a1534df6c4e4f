#include "files/monitoring/row_source.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include "files/csv/reader.h"
#include "files/monitoring/values.h"
#include "files/xlsx/reader.h"

namespace openitmo::files {
namespace {

constexpr std::size_t kHeaderRowsMax = 30;
constexpr std::size_t kNamesMin = 2;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The row on which a CsvReader is, as cells.
class CsvRowSource : public RowSource {
 public:
  std::size_t width() const override { return reader_ ? reader_->fields().size() : 0; }
  Cell cell(std::size_t column) const override {
    Cell cell;
    if (column >= width()) return cell;
    cell.text = trimmed(reader_->fields()[column]);
    if (!cell.text.empty()) cell.kind = Cell::Kind::text;
    return cell;
  }
  bool has_fixed_width() const override { return true; }
  char decimal_mark() const override { return separator_ == ',' ? '.' : '\0'; }

 protected:
  void read(std::string_view text) { reader_.emplace(text, separator_.value()); }

  std::optional<CsvReader> reader_;
  std::optional<char> separator_;
};

class CsvRows : public CsvRowSource {
 public:
  // `converted` is what `text` may point into.
  CsvRows(std::unique_ptr<std::string> converted, std::string_view text, char separator)
      : converted_(std::move(converted)) {
    separator_ = separator;
    read(text);
  }

  bool next() override { return reader_->next(); }
  std::uint32_t row() const override { return reader_->row(); }
  const Text& error() const override { return reader_->error(); }

 private:
  std::unique_ptr<std::string> converted_;
};

// Whole rows of a file that comes in blocks. A block ends with a line end outside quotes; what
// follows it is carried into the next one.
class LongCsvRows : public CsvRowSource {
 public:
  LongCsvRows(std::string path, std::string first, ByteSource& bytes, Sha256& hash,
              std::size_t block_bytes)
      : path_(std::move(path)),
        carried_(std::move(first)),
        bytes_(bytes),
        hash_(hash),
        block_bytes_(block_bytes) {}

  // Reads the first block; its text is for finding the row of names.
  bool start() { return refill(); }
  std::string_view text() const { return text_; }
  void set_separator(char separator) {
    separator_ = separator;
    read(text_);
  }

  bool next() override {
    while (reader_) {
      if (reader_->next()) return true;
      if (!reader_->error().empty()) {
        error_ = reader_->error();
        return false;
      }
      rows_before_ += reader_->next_row() - 1;
      reader_.reset();
      if (refill()) read(text_);
    }
    return false;
  }
  // Of a block that cannot be read, its first.
  std::uint32_t row() const override { return rows_before_ + (reader_ ? reader_->row() : 1); }
  const Text& error() const override { return error_; }
  // What helps where not even the first block can be read.
  const Text& remedy() const { return remedy_; }

 private:
  bool refill() {
    block_.path = path_;
    block_.bytes = std::move(carried_);
    carried_.clear();
    hash_.add(block_.bytes.substr(hashed_));
    std::size_t filled = block_.bytes.size();
    bool ended = false;
    block_.bytes.resize(std::max(block_bytes_, filled));
    while (filled < block_.bytes.size() && !ended) {
      const std::size_t got =
          bytes_.read(block_.bytes.data() + filled, block_.bytes.size() - filled);
      ended = got == 0;
      hash_.add({block_.bytes.data() + filled, got});
      filled += got;
    }
    block_.bytes.resize(filled);
    if (!ended) carry(end_of_rows());
    hashed_ = carried_.size();
    if (!error_.empty() || block_.bytes.empty()) return false;
    return decode();
  }

  // After the last line end outside quotes; 0 where there is none. As CsvReader has it, a quote
  // opens at the start of a field only; elsewhere in a plain field it is text.
  std::size_t end_of_rows() const {
    const std::string& bytes = block_.bytes;
    if (bytes.find('"') == std::string::npos) return bytes.rfind('\n') + 1;
    std::size_t end = 0;
    bool is_quoted = false;
    bool starts_field = true;
    for (std::size_t i = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
         i < bytes.size(); ++i) {
      if (bytes[i] == '"' && (is_quoted || starts_field)) {
        is_quoted = !is_quoted;
        // A doubled quote goes on with the field.
        starts_field = !is_quoted;
        continue;
      }
      if (bytes[i] == '\n' && !is_quoted) end = i + 1;
      starts_field = is_end_of_field(bytes[i]);
    }
    return end;
  }

  // The first block is cut before the separator is known.
  bool is_end_of_field(char c) const {
    if (c == '\n' || c == '\r') return true;
    return separator_ ? c == separator_ : c == ',' || c == ';' || c == '\t';
  }

  void carry(std::size_t end) {
    if (end == 0) {
      error_ = {{"a row has more than {} bytes", "une ligne a plus de {} octets"}, block_bytes_};
      remedy_ = Words("close the quotes that are open there, or shorten the row",
                      "fermez les guillemets qui y sont ouverts, ou raccourcissez la ligne");
    }
    carried_ = block_.bytes.substr(end);
    block_.bytes.resize(end);
  }

  bool decode() {
    const Read<std::string_view> text = utf8_text(block_, converted_);
    if (!text) {
      error_ = text.error().listed().front().what;
      remedy_ = Words("save it as \"CSV UTF-8\"", "enregistrez-le comme « CSV UTF-8 »");
      return false;
    }
    text_ = *text;
    return true;
  }

  std::string path_;
  std::string carried_;
  std::size_t hashed_ = 0;  // bytes of carried_ that are hashed already
  ByteSource& bytes_;
  Sha256& hash_;
  std::size_t block_bytes_;
  Source block_;
  std::string converted_;
  std::string_view text_;
  std::uint32_t rows_before_ = 0;
  Text error_;
  Text remedy_;
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

struct CsvHeader {
  HeaderRow row;
  char separator = ',';
};

CsvHeader find_csv_header(std::string_view text, std::span<const Column> columns) {
  CsvHeader best;
  for (const char separator : {';', '\t', ','}) {
    const HeaderRow header = find_csv_header(text, separator, columns);
    if (header.names > best.row.names) best = {.row = header, .separator = separator};
  }
  return best;
}

Read<std::unique_ptr<RowSource>> open_csv(const Source& source, const Words& what,
                                          std::span<const Column> columns) {
  auto converted = std::make_unique<std::string>();
  const Read<std::string_view> text = utf8_text(source, *converted);
  if (!text) return std::unexpected(text.error());
  const CsvHeader header = find_csv_header(*text, columns);
  if (header.row.names < kNamesMin) return no_header(source, what, columns);
  auto rows = std::make_unique<CsvRows>(std::move(converted), *text, header.separator);
  go_to(*rows, header.row.index);
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

std::unexpected<Problems> is_empty(const Source& source) {
  return refused(source, {{"the file is empty", "le fichier est vide"}},
                 {{"save the data into it", "enregistrez-y les données"}});
}

}  // namespace

Read<std::unique_ptr<RowSource>> open_long_csv(const std::string& path, std::string first,
                                               ByteSource& bytes, Sha256& hash, const Words& what,
                                               std::span<const Column> columns,
                                               std::size_t block_bytes) {
  const Source named{.path = path, .bytes = {}};
  auto rows = std::make_unique<LongCsvRows>(path, std::move(first), bytes, hash, block_bytes);
  if (!rows->start()) {
    if (rows->error().empty()) return is_empty(named);
    return refused(named, rows->error(), rows->remedy());
  }
  const CsvHeader header = find_csv_header(rows->text(), columns);
  if (header.row.names < kNamesMin) return no_header(named, what, columns);
  rows->set_separator(header.separator);
  go_to(*rows, header.row.index);
  return rows;
}

Read<std::unique_ptr<RowSource>> open_rows(const Source& source, const Words& what,
                                           std::span<const Column> columns) {
  if (source.bytes.empty()) return is_empty(source);
  return is_workbook(source.bytes) ? open_xlsx(source, what, columns)
                                   : open_csv(source, what, columns);
}

}  // namespace openitmo::files
