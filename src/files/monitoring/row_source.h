#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "files/cell.h"
#include "files/monitoring/words.h"
#include "files/problem.h"
#include "files/source.h"

namespace openitmo::files {

// The rows of a CSV file or of a sheet, as one thing. Cells of a text file are text or empty,
// without spaces at their ends.
class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual bool next() = 0;
  virtual std::uint32_t row() const = 0;
  virtual std::size_t width() const = 0;            // cells in the row
  virtual Cell cell(std::size_t column) const = 0;  // empty beyond the width
  // Not empty when next() ended on something that cannot be read.
  virtual const Text& error() const = 0;
  // Every row of a text file has as many fields as its header; a sheet leaves empty cells out.
  virtual bool has_fixed_width() const = 0;
  // The decimal mark that the format prescribes, or 0.
  virtual char decimal_mark() const { return 0; }
};

// Opens the table that has the wanted columns and goes to the row of their names, which is looked
// for in the first 30 rows: titles may stand above it. In a CSV file this also tells the separator;
// in a workbook it tells the sheet, of which exactly one may have such a row.
Read<std::unique_ptr<RowSource>> open_rows(const Source& source, const Words& what,
                                           std::span<const Column> columns);

// The rows of a CSV file of any length, of which one block at a time is in memory, and that is
// hashed on the way. A row, quoted values included, must fit into a block. `bytes` and `hash`
// outlive the rows; `first` are bytes that were taken from `bytes` already.
inline constexpr std::size_t kRowBlockBytes = std::size_t{1} << 20;
Read<std::unique_ptr<RowSource>> open_long_csv(const std::string& path, std::string first,
                                               ByteSource& bytes, Sha256& hash, const Words& what,
                                               std::span<const Column> columns,
                                               std::size_t block_bytes = kRowBlockBytes);

}  // namespace openitmo::files
