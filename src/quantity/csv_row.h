#pragma once

#include <string>
#include <string_view>

// Rows of CSV as RFC 4180 writes them: quotes where a field needs them, CRLF at the end.
namespace openitmo {

// The field alone, without separator; in quotes where it holds one, a quote or a line end.
void append_csv_field(std::string& text, std::string_view field, char separator = ',');

// `fields` is a range of texts.
template <class Fields>
void append_csv_row(std::string& text, const Fields& fields, char separator = ',') {
  bool is_first = true;
  for (const std::string_view field : fields) {
    if (!is_first) text += separator;
    is_first = false;
    append_csv_field(text, field, separator);
  }
  text += "\r\n";
}

}  // namespace openitmo
