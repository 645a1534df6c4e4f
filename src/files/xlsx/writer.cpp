#include "files/xlsx/writer.h"

#include <cerrno>
#include <cmath>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>
#include <xlsxwriter.h>

#include "files/output.h"
#include "files/xlsx/number_format.h"
#include "files/xlsx/reader.h"
#include "files/xlsx/written_back.h"
#include "quantity/check.h"

namespace openitmo::files {
namespace {

constexpr std::size_t kTextCharactersMax = 32'767;

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  return fmt::format("{}{}", column_letters(column), std::uint64_t{row} + 1);
}

// As a worksheet counts: UTF-16 units.
std::size_t characters_of(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0U) != 0x80U) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}

bool has_control_character(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') return true;
  }
  return false;
}

// The library's own words are English.
Text library_words(lxw_error code) {
  return {{"{}", "la bibliothèque signale « {} »"}, lxw_strerror(code)};
}

std::uint8_t alignment_of(CellLook::Align align) {
  switch (align) {
    case CellLook::Align::none:
      return LXW_ALIGN_NONE;
    case CellLook::Align::left:
      return LXW_ALIGN_LEFT;
    case CellLook::Align::center:
      return LXW_ALIGN_CENTER;
    case CellLook::Align::right:
      return LXW_ALIGN_RIGHT;
  }
  return LXW_ALIGN_NONE;
}

void apply(const CellLook& look, lxw_format* format) {
  if (look.bold) format_set_bold(format);
  if (look.italic) format_set_italic(format);
  if (look.wrap) format_set_text_wrap(format);
  if (look.border) format_set_border(format, LXW_BORDER_THIN);
  if (look.top) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_align(format, alignment_of(look.align));
  if (look.fill_rgb) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, *look.fill_rgb);
  }
  if (look.font_rgb) format_set_font_color(format, *look.font_rgb);
  if (look.font_size > 0) format_set_font_size(format, look.font_size);
  if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
}

std::filesystem::path partial_beside(const std::filesystem::path& path) {
  return path.parent_path() / fmt::format(".{}.building-{}", path.filename().string(), ::getpid());
}

}  // namespace

XlsxSheet::XlsxSheet(XlsxWriter& writer, lxw_worksheet* sheet, std::string name)
    : writer_(writer), sheet_(sheet), name_(std::move(name)) {}

void XlsxSheet::fail(std::uint32_t row, std::uint32_t column, const Text& what,
                     const Text& remedy) const {
  throw FileError(writer_.path_.string(),
                  {{"sheet {}, cell {}: {}", "feuille {}, cellule {} : {}"},
                   in_quotes(name_),
                   cell_name(row, column),
                   what},
                  remedy);
}

void XlsxSheet::require(int code, std::uint32_t row, std::uint32_t column) const {
  if (code == LXW_NO_ERROR) return;
  fail(row, column, library_words(static_cast<lxw_error>(code)),
       {{"report this as a defect", "signalez ce défaut"}});
}

void XlsxSheet::claim(std::uint32_t row, std::uint32_t column, bool has_value) {
  if (row >= kSheetRowsMax || column >= kSheetColumnsMax) {
    fail(row, column,
         {{"a worksheet has no such cell: it ends at row 1,048,576 and column XFD",
           "une feuille n'a pas cette cellule : elle finit à la ligne 1 048 576 et à la colonne "
           "XFD"}},
         {{"write the data as CSV, or split them over several sheets",
           "écrivez les données en CSV, ou répartissez-les sur plusieurs feuilles"}});
  }
  const std::uint64_t cell = std::uint64_t{row} * kSheetColumnsMax + column;
  const bool is_new =
      writer_.streamed_ ? !last_cell_ || cell > *last_cell_ : cells_.insert(cell).second;
  if (!is_new) {
    fail(row, column,
         {{"the cell is written twice, or out of order",
           "la cellule est écrite deux fois, ou dans le désordre"}},
         {{"report this as a defect", "signalez ce défaut"}});
  }
  last_cell_ = cell;
  if (has_value) ++value_count_;
}

std::string XlsxSheet::checked_text(std::uint32_t row, std::uint32_t column,
                                    std::string_view text) const {
  if (!is_utf8(text) || has_control_character(text)) {
    fail(row, column,
         {{"the text is not UTF-8 or has control characters",
           "le texte n'est pas en UTF-8 ou contient des caractères de commande"}},
         {{"correct its source", "corrigez sa source"}});
  }
  if (characters_of(text) > kTextCharactersMax) {
    fail(row, column,
         {{"the text has more than 32,767 characters", "le texte a plus de 32 767 caractères"}},
         {{"shorten it", "raccourcissez-le"}});
  }
  return std::string(text);
}

void XlsxSheet::text(std::uint32_t row, std::uint32_t column, std::string_view text,
                     const CellLook& look) {
  const std::string value = checked_text(row, column, text);
  if (value.empty()) return blank(row, column, look);
  claim(row, column, true);
  require(worksheet_write_string(sheet_, row, static_cast<lxw_col_t>(column), value.c_str(),
                                 writer_.format(look)),
          row, column);
}

void XlsxSheet::require_finite(std::uint32_t row, std::uint32_t column, double value) const {
  if (std::isfinite(value)) return;
  fail(row, column, {{"the number is not finite", "le nombre n'est pas fini"}},
       {{"report this as a defect", "signalez ce défaut"}});
}

void XlsxSheet::number(std::uint32_t row, std::uint32_t column, double value,
                       const CellLook& look) {
  require_finite(row, column, value);
  claim(row, column, true);
  require(worksheet_write_number(sheet_, row, static_cast<lxw_col_t>(column), value,
                                 writer_.format(look)),
          row, column);
}

void XlsxSheet::formula(std::uint32_t row, std::uint32_t column, std::string_view formula,
                        double value, const CellLook& look) {
  require_finite(row, column, value);
  const std::string written = fmt::format("={}", checked_text(row, column, formula));
  claim(row, column, true);
  require(worksheet_write_formula_num(sheet_, row, static_cast<lxw_col_t>(column), written.c_str(),
                                      writer_.format(look), value),
          row, column);
}

void XlsxSheet::date(std::uint32_t row, std::uint32_t column, Date date, const CellLook& look) {
  if (date < Date(1900, 3, 1)) {
    fail(row, column,
         {{"a worksheet counts days wrongly before 1 March 1900",
           "une feuille compte mal les jours avant le 1er mars 1900"}},
         {{"correct the date", "corrigez la date"}});
  }
  CellLook dated = look;
  if (dated.number_format.empty()) dated.number_format = "dd/mm/yyyy";
  number(row, column, serial_of_instant(Instant(date.days())), dated);
}

void XlsxSheet::blank(std::uint32_t row, std::uint32_t column, const CellLook& look) {
  claim(row, column, false);
  require(worksheet_write_blank(sheet_, row, static_cast<lxw_col_t>(column), writer_.format(look)),
          row, column);
}

void XlsxSheet::band(std::uint32_t row, std::uint32_t first_column, std::uint32_t last_column,
                     std::string_view text, const CellLook& look) {
  // libxlsxwriter refuses to merge a single cell.
  if (first_column == last_column) return this->text(row, first_column, text, look);
  const std::string value = checked_text(row, first_column, text);
  check(first_column < last_column, "a band goes from left to right");
  for (std::uint32_t column = first_column; column <= last_column; ++column) {
    claim(row, column, column == first_column && !value.empty());
  }
  require(worksheet_merge_range(sheet_, row, static_cast<lxw_col_t>(first_column), row,
                                static_cast<lxw_col_t>(last_column), value.c_str(),
                                writer_.format(look)),
          row, first_column);
}

void XlsxSheet::column_width(std::uint32_t first_column, std::uint32_t last_column,
                             double characters) {
  check(first_column <= last_column && last_column < kSheetColumnsMax, "columns of the sheet");
  require(worksheet_set_column(sheet_, static_cast<lxw_col_t>(first_column),
                               static_cast<lxw_col_t>(last_column), characters, nullptr),
          0, first_column);
}

void XlsxSheet::row_height(std::uint32_t row, double points) {
  check(row < kSheetRowsMax, "row of the sheet");
  require(worksheet_set_row(sheet_, row, points, nullptr), row, 0);
}

void XlsxSheet::freeze(std::uint32_t rows, std::uint32_t columns) {
  check(rows < kSheetRowsMax && columns < kSheetColumnsMax, "panes within the sheet");
  worksheet_freeze_panes(sheet_, rows, static_cast<lxw_col_t>(columns));
}

void XlsxSheet::print(const XlsxPrint& print) {
  constexpr double kSide = 0.39, kFoot = 0.7;  // inches
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, print.paper == XlsxPrint::Paper::a3 ? 8 : 9);
  worksheet_set_margins(sheet_, kSide, kSide, kSide, kFoot);
  if (print.repeated_rows > 0)
    require(worksheet_repeat_rows(sheet_, 0, print.repeated_rows - 1), 0, 0);
  if (print.repeated_columns > 0)
    require(worksheet_repeat_columns(sheet_, 0, static_cast<lxw_col_t>(print.repeated_columns - 1)),
            0, 0);
  if (!print.footer.empty()) require(worksheet_set_footer(sheet_, print.footer.c_str()), 0, 0);
  worksheet_fit_to_pages(sheet_, print.pages_wide, 0);
}

void XlsxWriter::Free::operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }

XlsxWriter::XlsxWriter(std::filesystem::path path, const XlsxProperties& properties)
    : path_(std::move(path)), partial_(partial_beside(path_)), streamed_(properties.streamed) {
  lxw_workbook_options options = {};
  options.constant_memory = streamed_ ? LXW_TRUE : LXW_FALSE;
  workbook_.reset(workbook_new_opt(partial_.c_str(), &options));
  if (!workbook_)
    throw FileError(path_.string(), {{"out of memory", "mémoire insuffisante"}},
                    {{"close other programs", "fermez d'autres programmes"}});
  // libxlsxwriter takes 0 for "now", which would make every run differ.
  check(properties.created.seconds().time_since_epoch().count() > 0,
        "a workbook states when it was made");
  std::string title = properties.title;
  std::string author = properties.author;
  std::string comments = properties.comments;
  lxw_doc_properties fields = {};
  fields.title = title.data();
  fields.author = author.data();
  fields.comments = comments.data();
  fields.created = properties.created.seconds().time_since_epoch().count();
  const lxw_error code = workbook_set_properties(workbook_.get(), &fields);
  if (code != LXW_NO_ERROR) {
    throw FileError(
        path_.string(), library_words(code),
        {{"shorten the properties of the workbook", "raccourcissez les propriétés du classeur"}});
  }
}

XlsxWriter::~XlsxWriter() = default;

XlsxSheet& XlsxWriter::add_sheet(const std::string& name) {
  lxw_error code = name.empty() ? LXW_ERROR_PARAMETER_VALIDATION
                                : workbook_validate_sheet_name(workbook_.get(), name.c_str());
  lxw_worksheet* sheet = nullptr;
  if (code == LXW_NO_ERROR) sheet = workbook_add_worksheet(workbook_.get(), name.c_str());
  if (sheet == nullptr) {
    throw FileError(
        path_.string(),
        {{"no sheet can be named {}: {}", "aucune feuille ne peut s'appeler {} (« {} »)"},
         in_quotes(name),
         lxw_strerror(code)},
        {{"give a unique name of up to 31 characters without [ ] : * ? / \\",
          "donnez un nom unique de 31 caractères au plus, sans [ ] : * ? / \\"}});
  }
  sheets_.push_back(std::unique_ptr<XlsxSheet>(new XlsxSheet(*this, sheet, name)));
  return *sheets_.back();
}

lxw_format* XlsxWriter::format(const CellLook& look) {
  if (look == CellLook{}) return nullptr;
  const auto found = formats_.find(look);
  if (found != formats_.end()) return found->second;
  lxw_format* made = workbook_add_format(workbook_.get());
  if (made == nullptr)
    throw FileError(path_.string(), {{"out of memory", "mémoire insuffisante"}},
                    {{"close other programs", "fermez d'autres programmes"}});
  apply(look, made);
  formats_.emplace(look, made);
  return made;
}

void XlsxWriter::close() {
  check(workbook_ != nullptr, "a workbook is closed once");
  check(!sheets_.empty(), "a workbook has a sheet");
  // workbook_close() frees the workbook also when it fails.
  const lxw_error code = workbook_close(workbook_.release());
  const int error = errno;
  try {
    if (code != LXW_NO_ERROR) {
      throw FileError(path_.string(),
                      {{"the workbook cannot be written: {} ({})",
                        "le classeur ne peut pas être écrit : « {} » ({})"},
                       lxw_strerror(code),
                       system_cause(error)},
                      {{"check that the folder exists, may be written and has free space; so must "
                        "the folder for temporary files",
                        "vérifiez que le dossier existe, accepte l'écriture et a de la place ; de "
                        "même le dossier des fichiers temporaires"}});
    }
    const Read<Source> written = read_source(partial_.parent_path(), partial_.filename().string());
    if (!written)
      throw FileError(
          path_.string(),
          Text::of(written.error().to_text(Language::en), written.error().to_text(Language::fr)),
          {{"run again", "recommencez"}});
    std::vector<WrittenSheet> sheets;
    for (const auto& sheet : sheets_) sheets.push_back({sheet->name_, sheet->value_count_});
    streamed_ ? count_back(*written, path_.string(), sheets)
              : read_back(*written, path_.string(), sheets);
    write_file(path_, written->bytes);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(partial_, ignored);
    throw;
  }
  std::filesystem::remove(partial_);
}

}  // namespace openitmo::files
