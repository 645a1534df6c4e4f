#include "registry/json_fields.h"

#include <algorithm>

namespace openitmo::registry {

void write_text(std::string& out, std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
  });
  if (plain) {
    out += '"';
    out += text;
    out += '"';
    return;
  }
  out += boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

std::string_view read_text(const boost::json::value& json) {
  const auto* text = json.if_string();
  if (!text) throw NotCanonical({{"a text is due", "il faut un texte"}});
  return {text->data(), text->size()};
}

std::int64_t read_integer(const boost::json::value& json) {
  if (!json.is_int64()) throw NotCanonical({{"a whole number is due", "il faut un nombre entier"}});
  const std::int64_t number = json.get_int64();
  if (number > static_cast<std::int64_t>(kIntegerMax) ||
      number < -static_cast<std::int64_t>(kIntegerMax))
    throw NotCanonical({{"the number is beyond 2^53-1", "le nombre dépasse 2^53-1"}});
  return number;
}

}  // namespace openitmo::registry
