#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "files/problem.h"
#include "files/source.h"
#include "quantity/date.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace openitmo::files {

// How a cell looks. The default is the plain look of the program that opens the workbook.
struct CellLook {
  enum class Align : std::uint8_t { none, left, center, right };
  bool bold = false;
  bool italic = false;
  bool wrap = false;
  bool border = false;
  bool top = false;  // text at the top of the cell instead of the bottom
  Align align = Align::none;
  std::optional<std::uint32_t> fill_rgb{};  // 0xd9e1f2
  std::optional<std::uint32_t> font_rgb{};
  double font_size = 0;         // points; 0 is the program's own
  std::string number_format{};  // "#,##0"; a date cell without one gets "dd/mm/yyyy"

  auto operator<=>(const CellLook&) const = default;
};

struct XlsxProperties {
  std::string title{};
  std::string author{};
  std::string comments{};
  Instant created{};  // given, so that the same data give the same bytes
  // For very many rows: the cells of a sheet are written row by row, each from left to right, and
  // memory does not grow with them. A text stands in each cell that says it, so the file is larger.
  bool streamed = false;
};

// How a sheet is printed: landscape, with margins of 10 mm and a footer, all columns shrunk to fit
// the given number of pages. Where one page ends is left to the program, which fills the first.
struct XlsxPrint {
  enum class Paper : std::uint8_t { a4, a3 };
  Paper paper = Paper::a4;
  std::uint8_t pages_wide = 1;
  std::uint32_t repeated_rows = 0;     // on top of every page
  std::uint32_t repeated_columns = 0;  // on the left of every page
  // As worksheets code it: &L left, &C middle, &R right, &P page, &N pages, &A sheet; 255 bytes.
  std::string footer{};
};

class XlsxWriter;

// One sheet of a workbook that is being written. Rows and columns count from 0. Every member throws
// FileError, naming sheet and cell, for what a worksheet cannot hold: a row from 1,048,576 or a
// column from 16,384 on, text of more than 32,767 characters or that is not UTF-8, a number that is
// not finite, a cell written twice, overlapping merged bands.
class XlsxSheet {
 public:
  void text(std::uint32_t row, std::uint32_t column, std::string_view text,
            const CellLook& look = {});
  void number(std::uint32_t row, std::uint32_t column, double value, const CellLook& look = {});
  // A live formula in English notation ("SUM(C4:C15)", "'1 Dakar'!F9") with the value that it has
  // now, which programs show until they calculate again.
  void formula(std::uint32_t row, std::uint32_t column, std::string_view formula, double value,
               const CellLook& look = {});
  // A real date cell, at midnight; from 1 March 1900 on.
  void date(std::uint32_t row, std::uint32_t column, Date date, const CellLook& look = {});
  // A cell without value that has a look.
  void blank(std::uint32_t row, std::uint32_t column, const CellLook& look);
  // One text over the columns first..last of a row.
  void band(std::uint32_t row, std::uint32_t first_column, std::uint32_t last_column,
            std::string_view text, const CellLook& look = {});
  void column_width(std::uint32_t first_column, std::uint32_t last_column, double characters);
  void row_height(std::uint32_t row, double points);
  // Keeps the rows above and the columns before in view.
  void freeze(std::uint32_t rows, std::uint32_t columns);
  void print(const XlsxPrint& print);

 private:
  friend class XlsxWriter;
  XlsxSheet(XlsxWriter& writer, lxw_worksheet* sheet, std::string name);
  // Refuses a cell outside the sheet or written before, and remembers whether it has a value.
  void claim(std::uint32_t row, std::uint32_t column, bool has_value);
  void require_finite(std::uint32_t row, std::uint32_t column, double value) const;
  std::string checked_text(std::uint32_t row, std::uint32_t column, std::string_view text) const;
  void require(int code, std::uint32_t row, std::uint32_t column) const;
  [[noreturn]] void fail(std::uint32_t row, std::uint32_t column, const Text& what,
                         const Text& remedy) const;

  XlsxWriter& writer_;
  lxw_worksheet* sheet_;
  std::string name_;
  // Row and column of each written cell, as one number; of a streamed workbook the last one.
  std::unordered_set<std::uint64_t> cells_;
  std::optional<std::uint64_t> last_cell_;
  std::size_t value_count_ = 0;
};

// Writes a workbook. Nothing is at `path` before close(), which checks every result and reads the
// finished file back: every cell with a value must be there (of a streamed workbook they are
// counted). A writer that is not closed writes nothing. For the step from "written" to "in its
// place" see output.h.
class XlsxWriter {
 public:
  XlsxWriter(std::filesystem::path path, const XlsxProperties& properties);
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;
  ~XlsxWriter();

  // Refuses a name that is empty, used, longer than 31 characters or holds one of [ ] : * ? / \.
  XlsxSheet& add_sheet(const std::string& name);
  void close();

 private:
  friend class XlsxSheet;
  struct Free {
    void operator()(lxw_workbook* workbook) const;
  };
  lxw_format* format(const CellLook& look);

  std::filesystem::path path_;
  std::filesystem::path partial_;  // what libxlsxwriter writes, beside the path
  bool streamed_;
  std::unique_ptr<lxw_workbook, Free> workbook_;
  std::map<CellLook, lxw_format*> formats_;
  std::vector<std::unique_ptr<XlsxSheet>> sheets_;
};

// What a sheet can hold; more is refused before anything is written.
inline constexpr std::uint32_t kSheetRowsMax = 1'048'576;
inline constexpr std::uint32_t kSheetColumnsMax = 16'384;

}  // namespace openitmo::files
