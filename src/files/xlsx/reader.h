#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/cell.h"
#include "files/problem.h"
#include "files/source.h"
#include "files/xlsx/package.h"

namespace openitmo::files {

// By its content: an xlsx workbook, or an .xls or encrypted one, which XlsxBook::open refuses with
// what to do.
bool is_workbook(std::string_view bytes);

struct XlsxSheetInfo {
  std::string name;
  bool hidden = false;
  std::string part;  // its name inside the zip file
};

class XlsxRows;

// An xlsx workbook (ECMA-376, transitional or strict) as it lies in memory: strings, numbers,
// dates, booleans; of formulas the stored result. Formats, charts, comments and macros are passed
// over. Merged cells have their value in the first cell, the others are empty.
class XlsxBook {
 public:
  struct Contents;

  // Problems: an old .xls or a password, another kind of file, damage, limits exceeded, no sheet.
  // `source` outlives the book.
  static Read<XlsxBook> open(const Source& source, XlsxLimits limits = {});
  XlsxBook(XlsxBook&&) noexcept;
  ~XlsxBook();

  std::span<const XlsxSheetInfo> sheets() const;
  // Reads one sheet from its top. The book outlives the rows.
  XlsxRows rows(std::size_t sheet);

 private:
  friend class XlsxRows;
  explicit XlsxBook(std::unique_ptr<Contents> contents);
  std::unique_ptr<Contents> contents_;
};

// The rows of a sheet that hold anything, one after the other, without holding the sheet in memory.
class XlsxRows {
 public:
  static constexpr std::uint32_t kRowsMax = 1'048'576;
  static constexpr std::uint32_t kColumnsMax = 16'384;

  XlsxRows(XlsxRows&&) noexcept;
  ~XlsxRows();

  // Goes to the next row; false at the end and on damage, which error() then describes.
  bool next();
  // From column A on; empty cells at the end are left out. Valid until the next call of next().
  std::span<const Cell> cells() const { return cells_; }
  std::uint32_t row() const { return row_; }
  const Text& error() const;

 private:
  friend class XlsxBook;
  class Parser;
  XlsxRows(XlsxBook::Contents& contents, const std::string& part);

  std::unique_ptr<Parser> parser_;
  std::vector<Cell> cells_;
  std::uint32_t row_ = 0;
};

// "A" for 0, "AB" for 27.
std::string column_letters(std::size_t column);

}  // namespace openitmo::files
