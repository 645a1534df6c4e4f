#include <fmt/format.h>
#include <toml++/toml.h>

#include "files/toml/value.h"
#include "quantity/date.h"

namespace openitmo::files {
namespace {

// The source text of a number that starts at a place, since a double does not keep what was
// written.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      lines_.push_back(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
  }

  // `column` counts characters from 1, as toml++ does.
  std::string number_at(std::uint32_t line, std::uint32_t column) const {
    if (line == 0 || line > lines_.size()) return {};
    const std::string_view text = lines_[line - 1];
    std::size_t at = 0;
    for (std::uint32_t passed = 1; passed < column && at < text.size(); ++passed) {
      ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) ++at;
    }
    const std::size_t end = text.find_first_not_of("0123456789+-._eEinfa", at);
    return std::string(text.substr(at, end == std::string_view::npos ? end : end - at));
  }

 private:
  std::vector<std::string_view> lines_;
};

std::string iso_text(const toml::date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

// In UTC, by Date's arithmetic; fractions of a second are dropped.
std::string iso_text(const toml::date_time& moment) {
  const Instant local(Date(moment.date.year, moment.date.month, moment.date.day).days() +
                      std::chrono::hours(moment.time.hour) +
                      std::chrono::minutes(moment.time.minute) +
                      std::chrono::seconds(moment.time.second));
  const int offset_minutes = moment.offset ? moment.offset->minutes : 0;
  return Instant(local.seconds() - std::chrono::minutes(offset_minutes)).to_string();
}

class Converter {
 public:
  explicit Converter(std::string_view text) : lines_(text) {}

  TomlValue convert(const toml::node& node) const {
    TomlValue value;
    value.line = node.source().begin.line;
    value.column = node.source().begin.column;
    switch (node.type()) {
      case toml::node_type::table:
        fill_table(value, *node.as_table());
        break;
      case toml::node_type::array:
        fill_array(value, *node.as_array());
        break;
      default:
        fill_scalar(value, node);
        break;
    }
    return value;
  }

 private:
  void fill_table(TomlValue& value, const toml::table& table) const {
    value.kind = TomlValue::Kind::table;
    for (const auto& [key, node] : table) {
      TomlValue entry = convert(node);
      entry.key_line = key.source().begin.line;
      entry.key_column = key.source().begin.column;
      value.entries.emplace(std::string(key.str()), std::move(entry));
    }
  }

  void fill_array(TomlValue& value, const toml::array& array) const {
    value.kind = TomlValue::Kind::array;
    value.items.reserve(array.size());
    for (const toml::node& node : array) value.items.push_back(convert(node));
  }

  void fill_scalar(TomlValue& value, const toml::node& node) const {
    using Kind = TomlValue::Kind;
    if (const auto* string = node.as_string()) {
      value.kind = Kind::string;
      value.text = string->get();
    } else if (const auto* integer = node.as_integer()) {
      value.kind = Kind::integer;
      value.integer = integer->get();
    } else if (node.is_floating_point()) {
      value.kind = Kind::floating;
      value.text = lines_.number_at(value.line, value.column);
    } else if (const auto* boolean = node.as_boolean()) {
      value.kind = Kind::boolean;
      value.boolean = boolean->get();
    } else if (const auto* date = node.as_date()) {
      value.kind = Kind::date;
      value.text = iso_text(date->get());
    } else if (const auto* moment = node.as_date_time()) {
      value.kind = moment->get().offset ? Kind::date_time : Kind::local_date_time;
      value.text = iso_text(moment->get());
    } else {
      value.kind = Kind::time;
    }
  }

  SourceLines lines_;
};

constexpr std::pair<std::string_view, Words> kScopes[] = {
    {"comment", {"a comment", "un commentaire"}},
    {"string", {"a text", "un texte"}},
    {"literal string", {"a text", "un texte"}},
    {"boolean", {"true or false", "true ou false"}},
    {"floating-point", {"a number", "un nombre"}},
    {"decimal integer", {"a number", "un nombre"}},
    {"time", {"a time", "une heure"}},
    {"date", {"a date", "une date"}},
    {"date-time", {"a date and time", "une date et heure"}},
    {"key", {"a key", "une clé"}},
    {"key-value pair", {"a key with its value", "une clé avec sa valeur"}},
    {"table header", {"the head of a table", "l'en-tête d'un tableau"}},
    {"table", {"the head of a table", "l'en-tête d'un tableau"}},
    {"array", {"a list", "une liste"}},
    {"inline table", {"a table in braces", "un tableau entre accolades"}},
};

// The part of `text` between two marks; empty when one of them is missing.
std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t start = text.find(before);
  if (start == std::string_view::npos) return {};
  text.remove_prefix(start + before.size());
  const std::size_t end = text.find(after);
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

// What the parser says, in its own words, which are English; in French what can be told from them.
Text parser_words(const std::string& said) {
  Text french = Words("a value", "une valeur");
  for (const auto& [scope, words] : kScopes)
    if (between(said, "Error while parsing ", ":") == scope) french = words;
  if (const std::string_view saw = between(said, "saw '", "'"); saw == "\\n")
    french = Text({"{}", "fin de ligne inattendue dans {}"}, french);
  else if (!saw.empty())
    french = Text({"{}: {}", "« {1} » inattendu dans {0}"}, french, saw);
  else if (said.find("end-of-file") != std::string::npos || said.ends_with("EOF"))
    french = Text({"{}", "le texte s'arrête dans {}"}, french);
  else if (said.find("redefine") != std::string::npos || said.find("existing") != std::string::npos)
    french = Words("given twice", "ce nom est donné deux fois");
  else
    french = Text({"{}", "forme non valable dans {}"}, french);
  return Text::of(said, french.fr);
}

Words remedy_for(std::string_view what) {
  if (what.find("redefine") != std::string_view::npos ||
      what.find("existing") != std::string_view::npos) {
    return {"keep one of the two", "gardez l'un des deux"};
  }
  if (what.find("date") != std::string_view::npos || what.find("day") != std::string_view::npos) {
    return {"write a day that exists, as 2024-02-29",
            "écrivez un jour qui existe, comme 2024-02-29"};
  }
  return {
      "correct the line; texts stand in quotes, dates are written 2024-02-29, decimals have a "
      "point",
      "corrigez la ligne ; les textes sont entre guillemets, les dates s'écrivent 2024-02-29, les "
      "décimales ont un point"};
}

}  // namespace

Read<TomlValue> parse_toml(const Source& source) {
  std::string_view text = source.bytes;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  try {
    return Converter(text).convert(toml::parse(text, source.path));
  } catch (const toml::parse_error& error) {
    const std::string what(error.description());
    return std::unexpected(Problems(
        Problem{.path = source.path,
                .row = error.source().begin.line,
                .column = error.source().begin.column,
                .what = {{"this is not valid TOML: {}", "ce n'est pas du TOML valide : {}"},
                         parser_words(what)},
                .remedy = remedy_for(what)}));
  }
}

}  // namespace openitmo::files
