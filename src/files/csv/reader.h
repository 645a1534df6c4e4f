#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/language.h"

namespace openitmo::files {

// Splits text into rows and fields as RFC 4180 says, with any one separator and LF or CRLF line
// ends. A field may stand in double quotes and then hold separators, line ends and doubled quotes.
// Views stay valid until the next call of next(); nothing is allocated per row once the longest row
// is known.
class CsvReader {
 public:
  static constexpr std::size_t kFieldsMax = 16'384;
  static constexpr std::size_t kFieldBytesMax = 32'767;

  // `text` outlives the reader and has no byte order mark (utf8_text takes it off).
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // Goes to the next row; false at the end, and at the first row that cannot be split, which
  // error() then describes. A line without any character is a row with one empty field.
  bool next();

  std::span<const std::string_view> fields() const { return fields_; }
  // The line on which the row starts; the first is 1.
  std::uint32_t row() const { return row_; }
  // The line after row(), where the next row starts.
  std::uint32_t next_row() const { return line_; }
  // Empty, or what is wrong with row(): a quote that is never closed, text after a closing quote,
  // too many fields, a field that is too long.
  const Text& error() const { return error_; }

 private:
  bool read_quoted();
  void read_plain();
  bool fail(const Words& what);

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_;
  std::uint32_t line_ = 1;
  std::uint32_t row_ = 0;
  Text error_;
  std::vector<std::string_view> fields_;
  std::deque<std::string> unquoted_;  // fields with doubled quotes; reused from row to row
  std::size_t unquoted_count_ = 0;
};

}  // namespace openitmo::files
