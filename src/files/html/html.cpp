#include "files/html/html.h"

#include "journal/utf8.h"
#include "quantity/check.h"

namespace openitmo::files {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// Length of the UTF-8 sequence at the start of `text`; 0 if there is none.
std::size_t sequence_length(std::string_view text) {
  for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length)
    if (journal::is_utf8(text.substr(0, length))) return length;
  return 0;
}

// U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
bool turns_direction(std::string_view sequence) {
  if (sequence.size() != 3 || sequence[0] != '\xE2') return false;
  const auto second = static_cast<unsigned char>(sequence[1]);
  const auto third = static_cast<unsigned char>(sequence[2]);
  return (second == 0x80 && (third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE))) ||
         (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

std::string_view reference_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    const std::string_view sequence = text.substr(0, length == 0 ? 1 : length);
    const bool harms = length == 0 || is_control(text[0]) || turns_direction(sequence);
    result += harms ? kReplacement : sequence;
    text.remove_prefix(sequence.size());
  }
  return result;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : harmless(text)) {
    const std::string_view reference = reference_of(c);
    if (reference.empty())
      result += c;
    else
      result += reference;
  }
  return result;
}

void Html::tag_with(std::string_view tag, Attributes attributes) {
  markup_ += '<';
  markup_ += tag;
  for (const Attribute& attribute : attributes) {
    markup_ += ' ';
    markup_ += attribute.name;
    markup_ += "=\"";
    markup_ += escaped(attribute.value);
    markup_ += '"';
  }
}

Html& Html::open(std::string_view tag, Attributes attributes) {
  tag_with(tag, attributes);
  markup_ += '>';
  open_tags_.emplace_back(tag);
  return *this;
}

Html& Html::close(std::string_view tag) {
  check(!open_tags_.empty() && open_tags_.back() == tag, "markup closes the tag opened last");
  open_tags_.pop_back();
  markup_ += "</";
  markup_ += tag;
  markup_ += '>';
  return *this;
}

Html& Html::empty(std::string_view tag, Attributes attributes) {
  tag_with(tag, attributes);
  markup_ += "/>";
  return *this;
}

Html& Html::text(std::string_view text) {
  markup_ += escaped(text);
  return *this;
}

Html& Html::element(std::string_view tag, std::string_view text, Attributes attributes) {
  return open(tag, attributes).text(text).close(tag);
}

Html& Html::add(const Html& part) {
  markup_ += part.markup();
  return *this;
}

Html& Html::new_line() {
  markup_ += '\n';
  return *this;
}

Html& Html::style(std::string_view css) {
  check(css.find('<') == std::string_view::npos, "a style sheet holds no markup");
  open("style");
  markup_ += css;
  return close("style");
}

const std::string& Html::markup() const {
  check(open_tags_.empty(), "every tag of the markup is closed");
  return markup_;
}

}  // namespace openitmo::files
