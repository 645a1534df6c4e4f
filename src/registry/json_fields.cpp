#include "registry/json_fields.h"

#include <cstring>

namespace openitmo::registry {

namespace {

// Whether any of eight characters is a control character, a quote, a backslash or beyond ASCII.
bool any_special(std::uint64_t eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
  const std::uint64_t quote = eight ^ kOnes * '"', backslash = eight ^ kOnes * '\\';
  const std::uint64_t low = (eight - kOnes * 0x20) | (quote - kOnes) | (backslash - kOnes);
  return ((low | eight) & kHighs) != 0;
}

bool is_plain(unsigned char c, Plain kind) {
  return c >= 0x20 && c != '"' && c != '\\' && (kind == Plain::any || c < 0x80);
}

}  // namespace

std::size_t plain_size(std::string_view text, Plain kind) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at < text.size(); ++at) {
    for (; at + sizeof eight <= text.size(); at += sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if (any_special(eight)) break;
    }
    if (at == text.size() || !is_plain(static_cast<unsigned char>(text[at]), kind)) break;
  }
  return at;
}

void write_text(std::string& out, std::string_view text) {
  if (plain_size(text, Plain::any) == text.size()) {
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
