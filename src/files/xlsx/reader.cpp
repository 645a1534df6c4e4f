#include "files/xlsx/reader.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <fmt/format.h>
#include <optional>

#include "files/xlsx/workbook_parts.h"

namespace openitmo::files {
namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kCompoundFile = "\xd0\xcf\x11\xe0";  // .xls, or encrypted

constexpr std::size_t kTextBytesMax = 131'068;  // 32,767 characters of up to 4 bytes

struct SheetCell {
  std::uint32_t column = 0;
  Cell cell;  // without its text, because a view would not survive a move
  std::string text;
  const std::string* shared = nullptr;
};

struct SheetRow {
  std::uint32_t row = 0;
  std::vector<SheetCell> cells;
};

// "BC12" -> column 54 and row 12, counted from 0 and 1.
struct Coordinates {
  std::uint32_t column = 0;
  std::uint32_t row = 0;
};

std::optional<Coordinates> parse_coordinates(std::string_view text) {
  std::size_t letters = 0;
  std::uint32_t column = 0;
  while (letters < text.size() && letters < 4 && text[letters] >= 'A' && text[letters] <= 'Z') {
    column = column * 26 + static_cast<std::uint32_t>(text[letters] - 'A' + 1);
    ++letters;
  }
  std::uint32_t row = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + letters, end, row);
  const bool valid = letters > 0 && error == std::errc() && stop == end && row >= 1 &&
                     column <= XlsxRows::kColumnsMax && row <= XlsxRows::kRowsMax;
  if (!valid) return std::nullopt;
  return Coordinates{.column = column - 1, .row = row};
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || text.empty()) return std::nullopt;
  return value;
}

}  // namespace

// Turns the XML of a sheet into rows, a piece at a time.
class XlsxRows::Parser : public XmlHandler {
 public:
  Parser(XlsxBook::Contents& contents, const std::string& part)
      : contents_(contents), stream_(contents.package, part), part_(part), xml_(*this) {}

  // The next row, valid until the next call; nothing at the end and on error.
  const SheetRow* next() {
    if (!ready_.empty()) ready_.pop_front();
    while (ready_.empty() && !ended_ && error_.empty()) read_piece();
    return ready_.empty() || !error_.empty() ? nullptr : &ready_.front();
  }
  const Text& error() const { return error_; }

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

 private:
  void read_piece();
  void start_row(const XmlAttributes& attributes);
  void start_cell(const XmlAttributes& attributes);
  void end_cell();
  void set_value();
  void set_number();
  void set_shared_text();

  XlsxBook::Contents& contents_;
  PartStream stream_;
  std::string part_;
  XmlParser xml_;
  std::deque<SheetRow> ready_;
  Text error_;
  bool ended_ = false;

  SheetRow row_;
  SheetCell cell_;
  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  bool in_pronunciation_ = false;
  bool has_value_ = false;
  bool has_formula_ = false;
};

void XlsxRows::Parser::read_piece() {
  const std::string_view piece = stream_.next();
  ended_ = piece.empty();
  if (!stream_.error().empty()) {
    error_ = stream_.error();
  } else if (!xml_.feed(piece, ended_)) {
    error_ = {{"part {}: {}", "partie {} : {}"}, part_, xml_.error()};
  }
}

void XlsxRows::Parser::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row") return start_row(attributes);
  if (name == "c" && in_row_) return start_cell(attributes);
  if (!in_cell_) return;
  if (name == "f") has_formula_ = true;
  if (name == "rPh") in_pronunciation_ = true;
  in_value_ = name == "v" || (name == "t" && !in_pronunciation_);
  if (in_value_) has_value_ = true;
}

void XlsxRows::Parser::end(std::string_view name) {
  in_value_ = false;
  if (name == "rPh") in_pronunciation_ = false;
  if (name == "c" && in_cell_) end_cell();
  if (name == "row" && in_row_) {
    in_row_ = false;
    ready_.push_back(std::move(row_));
  }
}

void XlsxRows::Parser::text(std::string_view text) {
  if (!in_value_) return;
  if (value_.size() + text.size() > kTextBytesMax)
    return xml_.stop({{"a cell's text is too long", "le texte d'une cellule est trop long"}});
  value_ += text;
}

void XlsxRows::Parser::start_row(const XmlAttributes& attributes) {
  const std::uint32_t previous = row_.row;
  const std::string_view number = attributes["r"];
  const std::uint32_t row =
      number.empty() ? previous + 1 : parse_number<std::uint32_t>(number).value_or(0);
  if (row <= previous || row > kRowsMax)
    return xml_.stop({{"its rows are not in order", "ses lignes ne sont pas dans l'ordre"}});
  row_ = SheetRow{.row = row, .cells = {}};
  in_row_ = true;
}

void XlsxRows::Parser::start_cell(const XmlAttributes& attributes) {
  const std::uint32_t next = row_.cells.empty() ? 0 : row_.cells.back().column + 1;
  const std::string_view reference = attributes["r"];
  const auto place = reference.empty() ? Coordinates{.column = next, .row = row_.row}
                                       : parse_coordinates(reference).value_or(Coordinates{});
  if (place.row != row_.row || place.column < next || place.column >= kColumnsMax) {
    return xml_.stop({{"the cells of row {} are not in order",
                       "les cellules de la ligne {} ne sont pas dans l'ordre"},
                      row_.row});
  }
  cell_ = SheetCell{.column = place.column, .cell = {}, .text = {}, .shared = nullptr};
  type_ = attributes["t"];
  style_ = parse_number<std::size_t>(attributes["s"]).value_or(0);
  value_.clear();
  in_cell_ = true;
  has_value_ = false;
  has_formula_ = false;
}

void XlsxRows::Parser::end_cell() {
  in_cell_ = false;
  if (has_value_) {
    set_value();
  } else if (has_formula_) {
    cell_.cell.kind = Cell::Kind::error;
    cell_.text = "a formula without stored result";
  }
  row_.cells.push_back(std::move(cell_));
}

void XlsxRows::Parser::set_value() {
  using Kind = Cell::Kind;
  if (type_ == "s") return set_shared_text();
  if (type_.empty() || type_ == "n") return set_number();
  cell_.text = value_;
  if (type_ == "b") {
    cell_.cell.kind = Kind::boolean;
    cell_.cell.number = value_ == "1" || value_ == "true" ? 1 : 0;
  } else if (type_ == "e") {
    cell_.cell.kind = Kind::error;
  } else if (type_ == "str" || type_ == "inlineStr" || type_ == "d") {
    // ISO dates (type d) are left as text: whoever needs a date reads ISO text anyhow.
    cell_.cell.kind = value_.empty() ? Kind::empty : Kind::text;
  } else {
    xml_.stop({{"row {} has a cell of unknown type", "la ligne {} a une cellule d'un type inconnu"},
               row_.row});
  }
}

void XlsxRows::Parser::set_number() {
  if (value_.empty()) return;
  const std::optional<double> number = parse_number<double>(value_);
  if (!number)
    return xml_.stop(
        {{"row {} has a damaged number", "la ligne {} a un nombre endommagé"}, row_.row});
  cell_.text = value_;
  cell_.cell.number = *number;
  cell_.cell.kind = Cell::Kind::number;
  if (style_ >= contents_.style_is_date.size()) return;
  cell_.cell.shown_as_percent = contents_.style_is_percent[style_];
  if (!contents_.style_is_date[style_]) return;
  // A serial that means no day stays a number; the reader of a date column then refuses it.
  const auto instant = instant_of_serial(*number, contents_.date_system);
  if (!instant) return;
  cell_.cell.kind = Cell::Kind::date;
  cell_.cell.instant = *instant;
}

void XlsxRows::Parser::set_shared_text() {
  const auto index = parse_number<std::size_t>(value_);
  if (!index || *index >= contents_.shared_texts.size()) {
    return xml_.stop({{"row {} refers to a text that does not exist",
                       "la ligne {} renvoie à un texte qui n'existe pas"},
                      row_.row});
  }
  cell_.shared = &contents_.shared_texts[*index];
  cell_.cell.kind = cell_.shared->empty() ? Cell::Kind::empty : Cell::Kind::text;
}

XlsxRows::XlsxRows(XlsxBook::Contents& contents, const std::string& part)
    : parser_(std::make_unique<Parser>(contents, part)) {}
XlsxRows::XlsxRows(XlsxRows&&) noexcept = default;
XlsxRows::~XlsxRows() = default;

const Text& XlsxRows::error() const { return parser_->error(); }

bool XlsxRows::next() {
  cells_.clear();
  const SheetRow* row = parser_->next();
  if (row == nullptr) return false;
  row_ = row->row;
  for (const SheetCell& from : row->cells) {
    if (from.cell.kind == Cell::Kind::empty) continue;
    cells_.resize(from.column + 1);
    cells_.back() = from.cell;
    cells_.back().text = from.shared != nullptr ? *from.shared : from.text;
  }
  return true;
}

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with(kZip) || bytes.starts_with(kCompoundFile);
}

XlsxBook::XlsxBook(std::unique_ptr<Contents> contents) : contents_(std::move(contents)) {}
XlsxBook::XlsxBook(XlsxBook&&) noexcept = default;
XlsxBook::~XlsxBook() = default;

Read<XlsxBook> XlsxBook::open(const Source& source, XlsxLimits limits) {
  const auto refused = [&](Text what, Text remedy) {
    return std::unexpected(Problems(
        Problem{.path = source.path, .what = std::move(what), .remedy = std::move(remedy)}));
  };
  if (source.bytes.starts_with(kCompoundFile)) {
    return refused(
        {{"this is an old .xls file or is protected by a password",
          "c'est un ancien fichier .xls, ou il est protégé par un mot de passe"}},
        {{"save it as .xlsx without password", "enregistrez-le en .xlsx sans mot de passe"}});
  }
  auto contents = std::make_unique<Contents>(source.bytes, limits);
  Text error = contents->package.error();
  if (error.empty()) error = read_workbook_parts(*contents);
  if (!error.empty()) {
    return refused(
        {{"the workbook cannot be read: {}", "le classeur ne peut pas être lu : {}"}, error},
        {{"open it in a spreadsheet program and save it as .xlsx",
          "ouvrez-le dans un tableur et enregistrez-le en .xlsx"}});
  }
  return XlsxBook(std::move(contents));
}

std::span<const XlsxSheetInfo> XlsxBook::sheets() const { return contents_->sheets; }

XlsxRows XlsxBook::rows(std::size_t sheet) {
  return XlsxRows(*contents_, contents_->sheets.at(sheet).part);
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

}  // namespace openitmo::files
