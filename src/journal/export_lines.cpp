#include "journal/export_lines.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "journal/utf8.h"

namespace openitmo::journal {
namespace {

constexpr std::string_view kHeader = R"({"format":"openitmo-journal","version":1,"registry":)";
constexpr std::string_view kKey = R"(,"key":)";
constexpr std::string_view kCheckpoint = R"({"checkpoint":)";
constexpr std::string_view kEnd = R"({"end":)";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

std::string in_json(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '\n')
      json += "\\n";
    else if (is_control(c))
      json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else if (c == '"' || c == '\\')
      (json += '\\') += c;
    else
      json += c;
  }
  return json + '"';
}

// What a backslash and what follows it stand for; takes both off the front.
std::optional<char> take_escape(std::string_view& rest) {
  if (rest.size() < 2) return std::nullopt;
  const char kind = rest[1];
  if (kind != 'u') {
    rest.remove_prefix(2);
    return kind == 'n' ? '\n' : kind;
  }
  unsigned point = 0;
  if (rest.size() < 6 ||
      std::from_chars(rest.data() + 2, rest.data() + 6, point, 16).ptr != rest.data() + 6 ||
      point >= 0x20)
    return std::nullopt;
  rest.remove_prefix(6);
  return static_cast<char>(point);
}

// A quoted text off the front of `rest`. Whether it was written as in_json writes is for the
// caller, who writes it again and compares.
std::optional<std::string> take_json(std::string_view& rest) {
  if (!rest.starts_with('"')) return std::nullopt;
  rest.remove_prefix(1);
  std::string text;
  while (!rest.empty() && rest.front() != '"') {
    if (rest.front() == '\\') {
      const std::optional<char> c = take_escape(rest);
      if (!c) return std::nullopt;
      text += *c;
      continue;
    }
    text += rest.front();
    rest.remove_prefix(1);
  }
  if (rest.empty()) return std::nullopt;
  rest.remove_prefix(1);
  return text;
}

bool take_word(std::string_view& rest, std::string_view word) {
  if (!rest.starts_with(word)) return false;
  rest.remove_prefix(word.size());
  return true;
}

}  // namespace

std::string header_line(const ExportHeader& header) {
  return fmt::format("{}{}{}{}}}", kHeader, in_json(header.registry), kKey,
                     in_json(fmt::format("{}+{:08x}", header.key_name, header.key_id)));
}

std::optional<ExportHeader> parse_header_line(std::string_view line) {
  std::string_view rest = line;
  if (!take_word(rest, kHeader)) return std::nullopt;
  const std::optional<std::string> registry = take_json(rest);
  if (!registry || !take_word(rest, kKey)) return std::nullopt;
  const std::optional<std::string> key = take_json(rest);
  const std::size_t plus = key ? key->find('+') : std::string::npos;
  if (plus == std::string::npos) return std::nullopt;
  ExportHeader header{.registry = *registry, .key_name = key->substr(0, plus)};
  std::from_chars(key->data() + plus + 1, key->data() + key->size(), header.key_id, 16);
  if (header_line(header) != line) return std::nullopt;
  return header;
}

bool is_checkpoint_line(std::string_view line) { return line.starts_with(kCheckpoint); }

std::string checkpoint_line(std::string_view note) {
  return fmt::format("{}{}}}", kCheckpoint, in_json(note));
}

std::optional<std::string> parse_checkpoint_line(std::string_view line) {
  std::string_view rest = line;
  if (!take_word(rest, kCheckpoint)) return std::nullopt;
  std::optional<std::string> note = take_json(rest);
  if (!note || checkpoint_line(*note) != line) return std::nullopt;
  return note;
}

bool is_end_line(std::string_view line) { return line.starts_with(kEnd); }

std::string end_line(std::uint64_t entries, std::uint64_t checkpoints, const Hash& sha256) {
  return fmt::format(R"({}{{"entries":{},"checkpoints":{},"sha256":"{}"}}}})", kEnd, entries,
                     checkpoints, to_hex(sha256));
}

bool may_be_entry_line(std::string_view line) {
  return line.size() >= 2 && line.front() == '{' && line.back() == '}' &&
         std::ranges::none_of(line, is_control) && is_utf8(line) && !is_checkpoint_line(line) &&
         !is_end_line(line);
}

}  // namespace openitmo::journal
