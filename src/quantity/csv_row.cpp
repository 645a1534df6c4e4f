#include "quantity/csv_row.h"

namespace openitmo {

void append_csv_field(std::string& text, std::string_view field, char separator) {
  const bool is_plain = field.find_first_of("\"\r\n") == std::string_view::npos &&
                        field.find(separator) == std::string_view::npos;
  if (is_plain) {
    text += field;
    return;
  }
  text += '"';
  for (const char c : field) text.append(c == '"' ? 2 : 1, c);
  text += '"';
}

}  // namespace openitmo
