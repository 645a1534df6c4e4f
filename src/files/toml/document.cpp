#include "files/toml/document.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "files/toml/value.h"
#include "quantity/check.h"

namespace openitmo::files {
namespace {

using Kind = TomlValue::Kind;

// -?digits[.digits]: what parse_scaled reads.
bool is_plain_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const auto is_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (point == std::string_view::npos) return is_digits(text);
  return is_digits(text.substr(0, point)) && is_digits(text.substr(point + 1));
}

// The number as written, without what TOML allows for the eye: 1_000.5, +2.
std::string plain_number(std::string text) {
  std::erase(text, '_');
  if (text.starts_with('+')) text.erase(0, 1);
  return text;
}

Text remedy_for_unknown(std::string_view key, std::span<const std::string_view> known) {
  const std::string_view near = nearest(key, known);
  if (!near.empty()) return {{"did you mean {}?", "vouliez-vous dire {} ?"}, near};
  if (known.empty()) return {{"remove it", "supprimez-la"}};
  return {{"remove it; known here: {}", "supprimez-la ; connues ici : {}"}, fmt::join(known, ", ")};
}

}  // namespace

Words words_for(TomlValue::Kind kind) {
  switch (kind) {
    case Kind::table:
      return {"a table", "un tableau (table)"};
    case Kind::array:
      return {"an array", "une liste"};
    case Kind::string:
      return {"a string", "un texte"};
    case Kind::integer:
      return {"an integer", "un entier"};
    case Kind::floating:
      return {"a number with decimals", "un nombre à décimales"};
    case Kind::boolean:
      return {"true or false", "vrai ou faux (true, false)"};
    case Kind::date:
      return {"a date", "une date"};
    case Kind::time:
      return {"a time of day", "une heure"};
    case Kind::local_date_time:
      return {"a date and time without offset", "une date et une heure sans décalage"};
    case Kind::date_time:
      return {"a date and time", "une date et une heure"};
  }
  check(false, "every kind of value has words");
  return {"a value", "une valeur"};
}

std::string TomlTable::full_name(std::string_view key) const {
  return name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
}

void TomlTable::wrong(const TomlValue& value, std::string_view key, Text what, Text remedy) const {
  state_->problems.push_back({.path = state_->path,
                              .row = value.line,
                              .column = value.column,
                              .key = full_name(key),
                              .what = std::move(what),
                              .remedy = std::move(remedy)});
}

void TomlTable::wrong_type(const TomlValue& value, std::string_view key, const Text& right) const {
  wrong(value, key, {{"this is {}", "c'est {}"}, words_for(value.kind)},
        {{"write {}", "écrivez {}"}, right});
}

const TomlValue* TomlTable::find(std::string_view key, bool required, const Text& right) const {
  if (value_ == nullptr) return nullptr;
  state_->asked[value_].emplace(key);
  const auto found = value_->entries.find(key);
  if (found != value_->entries.end()) return &found->second;
  if (required)
    wrong(*value_, key, {{"the key is missing", "la clé manque"}},
          {{"add it with {}", "ajoutez-la avec {}"}, right});
  return nullptr;
}

std::optional<std::string> TomlTable::read_string(std::string_view key, bool required) const {
  const Text right = Words("a text in quotes", "un texte entre guillemets");
  const TomlValue* value = find(key, required, right);
  if (value == nullptr) return std::nullopt;
  if (value->kind != Kind::string) {
    wrong_type(*value, key, right);
  } else if (value->text.empty()) {
    wrong(*value, key, {{"the text is empty", "le texte est vide"}},
          required ? Text({"write the text", "écrivez le texte"})
                   : Text({"write the text, or leave the key out",
                           "écrivez le texte, ou omettez la clé"}));
  } else {
    return value->text;
  }
  return std::nullopt;
}

std::string TomlTable::string(std::string_view key) const {
  return read_string(key, true).value_or("");
}

std::optional<std::string> TomlTable::optional_string(std::string_view key) const {
  return read_string(key, false);
}

namespace {

// Each in quotes where one holds a comma itself, as "18/CMA.1, 64(a)" does.
std::string listed(std::span<const std::string_view> accepted) {
  const bool has_comma = std::ranges::any_of(
      accepted, [](std::string_view one) { return one.find(',') != std::string_view::npos; });
  std::string list;
  for (const std::string_view one : accepted)
    list += fmt::format("{}{}", list.empty() ? "" : ", ",
                        has_comma ? in_quotes(one) : std::string(one));
  return list;
}

}  // namespace

std::string TomlTable::choice(std::string_view key,
                              std::span<const std::string_view> accepted) const {
  const std::string text = string(key);
  if (text.empty() || std::find(accepted.begin(), accepted.end(), text) != accepted.end()) {
    return text;
  }
  const std::string_view near = nearest(text, accepted);
  Text remedy({"write one of {}", "écrivez l'un de {}"}, listed(accepted));
  if (!near.empty()) remedy += Text({"; did you mean {}?", " ; vouliez-vous dire {} ?"}, near);
  refuse(key, {{"{} is not known here", "{} n'est pas connu ici"}, in_quotes(text)},
         std::move(remedy));
  return {};
}

std::optional<std::int64_t> TomlTable::read_integer(std::string_view key, bool required,
                                                    std::int64_t min, std::int64_t max) const {
  const Text right = Words("a whole number without quotes", "un nombre entier sans guillemets");
  const TomlValue* value = find(key, required, right);
  if (value == nullptr) return std::nullopt;
  if (value->kind != Kind::integer) {
    wrong_type(*value, key, right);
    return std::nullopt;
  }
  if (value->integer < min || value->integer > max) {
    const bool has_max = max != std::numeric_limits<std::int64_t>::max();
    wrong(*value, key, {{"{} is out of range", "{} est hors des bornes"}, value->integer},
          has_max ? Text({"write a number from {} to {}", "écrivez un nombre de {} à {}"}, min, max)
                  : Text({"write a number from {} on", "écrivez un nombre à partir de {}"}, min));
    return std::nullopt;
  }
  return value->integer;
}

std::int64_t TomlTable::integer(std::string_view key, std::int64_t min, std::int64_t max) const {
  return read_integer(key, true, min, max).value_or(0);
}

std::optional<std::int64_t> TomlTable::optional_integer(std::string_view key, std::int64_t min,
                                                        std::int64_t max) const {
  return read_integer(key, false, min, max);
}

std::optional<std::string> TomlTable::read_decimal(std::string_view key, bool required) const {
  const Text right = Words("a decimal number in quotes, such as \"27.7\"",
                           "un nombre décimal entre guillemets, comme \"27.7\"");
  const TomlValue* value = find(key, required, right);
  if (value == nullptr) return std::nullopt;
  if (value->kind == Kind::integer) return std::to_string(value->integer);
  if (value->kind != Kind::string && value->kind != Kind::floating) {
    wrong_type(*value, key, right);
    return std::nullopt;
  }
  const std::string text = value->kind == Kind::string ? value->text : plain_number(value->text);
  if (is_plain_decimal(text)) return text;
  wrong(*value, key,
        {{"{} is not a plain decimal number", "{} n'est pas un simple nombre décimal"},
         in_quotes(value->text)},
        {{"write {}, with a point and without exponent or spaces",
          "écrivez {}, avec un point et sans exposant ni espaces"},
         right});
  return std::nullopt;
}

std::string TomlTable::decimal(std::string_view key) const {
  return read_decimal(key, true).value_or("");
}

std::optional<std::string> TomlTable::optional_decimal(std::string_view key) const {
  return read_decimal(key, false);
}

std::optional<bool> TomlTable::read_boolean(std::string_view key, bool required) const {
  const Text right = Words("true or false, without quotes", "true ou false, sans guillemets");
  const TomlValue* value = find(key, required, right);
  if (value == nullptr) return std::nullopt;
  if (value->kind == Kind::boolean) return value->boolean;
  wrong_type(*value, key, right);
  return std::nullopt;
}

bool TomlTable::boolean(std::string_view key) const {
  return read_boolean(key, true).value_or(false);
}

std::optional<bool> TomlTable::optional_boolean(std::string_view key) const {
  return read_boolean(key, false);
}

std::optional<Date> TomlTable::read_date(std::string_view key, bool required) const {
  const Text right =
      Words("a day that exists, as 2024-02-29", "un jour qui existe, comme 2024-02-29");
  const TomlValue* value = find(key, required, right);
  if (value == nullptr) return std::nullopt;
  if (value->kind != Kind::date && value->kind != Kind::string) {
    wrong_type(*value, key, right);
    return std::nullopt;
  }
  const std::optional<Date> date = Date::parse(value->text);
  if (!date) {
    wrong(*value, key, {{"{} is not a date", "{} n'est pas une date"}, in_quotes(value->text)},
          {{"write {}", "écrivez {}"}, right});
  }
  return date;
}

Date TomlTable::date(std::string_view key) const { return read_date(key, true).value_or(Date()); }

std::optional<Date> TomlTable::optional_date(std::string_view key) const {
  return read_date(key, false);
}

std::optional<Instant> TomlTable::read_instant(std::string_view key, bool required) const {
  const Text right = Words("a date and time with offset, as 2024-03-05T14:07:09Z",
                           "une date et une heure avec décalage, comme 2024-03-05T14:07:09Z");
  const TomlValue* value = find(key, required, right);
  if (value == nullptr) return std::nullopt;
  if (value->kind != Kind::date_time && value->kind != Kind::string) {
    wrong_type(*value, key, right);
    return std::nullopt;
  }
  const std::optional<Instant> instant = Instant::parse(value->text);
  if (!instant) {
    wrong(*value, key,
          {{"{} is not a date and time", "{} n'est pas une date et heure"}, in_quotes(value->text)},
          {{"write {}", "écrivez {}"}, right});
  }
  return instant;
}

Instant TomlTable::instant(std::string_view key) const {
  return read_instant(key, true).value_or(Instant());
}

std::optional<Instant> TomlTable::optional_instant(std::string_view key) const {
  return read_instant(key, false);
}

std::optional<TomlTable> TomlTable::optional_table(std::string_view key) const {
  const TomlValue* value = find(key, false, {});
  if (value == nullptr) return std::nullopt;
  if (value->kind != Kind::table) {
    wrong_type(*value, key, {{"a table: [{}]", "un tableau : [{}]"}, full_name(key)});
    return TomlTable(state_, nullptr, full_name(key));
  }
  state_->asked[value];
  return TomlTable(state_, value, full_name(key));
}

TomlTable TomlTable::table(std::string_view key) const {
  const TomlTable missing(state_, nullptr, full_name(key));
  if (find(key, true, {{"a table: [{}]", "un tableau : [{}]"}, full_name(key)}) == nullptr)
    return missing;
  return optional_table(key).value_or(missing);
}

std::vector<TomlTable> TomlTable::read_tables(std::string_view key, bool required) const {
  const Text right =
      Text({"one or more tables: [[{}]]", "un ou plusieurs tableaux : [[{}]]"}, full_name(key));
  const TomlValue* value = find(key, required, right);
  std::vector<TomlTable> tables;
  if (value == nullptr) return tables;
  const bool is_tables =
      value->kind == Kind::array &&
      std::all_of(value->items.begin(), value->items.end(),
                  [](const TomlValue& item) { return item.kind == Kind::table; });
  if (!is_tables || (required && value->items.empty())) {
    wrong_type(*value, key, right);
    return tables;
  }
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    state_->asked[&value->items[i]];
    tables.push_back(
        TomlTable(state_, &value->items[i], fmt::format("{}[{}]", full_name(key), i + 1)));
  }
  return tables;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  return read_tables(key, true);
}

std::vector<TomlTable> TomlTable::optional_tables(std::string_view key) const {
  return read_tables(key, false);
}

std::vector<std::string> TomlTable::read_strings(std::string_view key, bool required) const {
  const Text right = Words("texts in quotes within [ ]", "des textes entre guillemets dans [ ]");
  const TomlValue* value = find(key, required, right);
  std::vector<std::string> strings;
  if (value == nullptr) return strings;
  if (value->kind != Kind::array) {
    wrong_type(*value, key, right);
    return strings;
  }
  for (const TomlValue& item : value->items) {
    if (item.kind != Kind::string) wrong_type(item, key, right);
    strings.push_back(item.text);
  }
  return strings;
}

std::vector<std::string> TomlTable::strings(std::string_view key) const {
  return read_strings(key, true);
}

std::vector<std::string> TomlTable::optional_strings(std::string_view key) const {
  return read_strings(key, false);
}

std::vector<std::int64_t> TomlTable::integers(std::string_view key) const {
  const Text right = Words("whole numbers within [ ]", "des nombres entiers dans [ ]");
  const TomlValue* value = find(key, true, right);
  std::vector<std::int64_t> integers;
  if (value == nullptr) return integers;
  if (value->kind != Kind::array) {
    wrong_type(*value, key, right);
    return integers;
  }
  for (const TomlValue& item : value->items) {
    if (item.kind != Kind::integer) wrong_type(item, key, right);
    integers.push_back(item.integer);
  }
  return integers;
}

bool TomlTable::has(std::string_view key) const { return find(key, false, {}) != nullptr; }

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> keys;
  if (value_ == nullptr) return keys;
  for (const auto& [key, value] : value_->entries) keys.push_back(key);
  return keys;
}

void TomlTable::refuse(std::string_view key, Text what, Text remedy) const {
  if (value_ == nullptr) return;
  const auto found = value_->entries.find(key);
  wrong(found == value_->entries.end() ? *value_ : found->second, key, std::move(what),
        std::move(remedy));
}

std::uint32_t TomlTable::line() const { return value_ == nullptr ? 0 : value_->line; }

Read<TomlDocument> TomlDocument::parse(const Source& source) {
  Read<TomlValue> root = parse_toml(source);
  if (!root) return std::unexpected(root.error());
  auto state = std::make_shared<TomlState>();
  state->path = source.path;
  state->root = std::move(*root);
  return TomlDocument(std::move(state));
}

TomlTable TomlDocument::root() const {
  state_->asked[&state_->root];
  return TomlTable(state_, &state_->root, "");
}

Problems TomlDocument::finish() const {
  std::vector<Problem> all = state_->problems;
  for (const auto& [table, asked] : state_->asked) {
    const std::vector<std::string_view> known(asked.begin(), asked.end());
    for (const auto& [key, value] : table->entries) {
      if (asked.contains(key)) continue;
      all.push_back({.path = state_->path,
                     .row = value.key_line,
                     .column = value.key_column,
                     .key = key,
                     .what = {{"the key is unknown", "la clé est inconnue"}},
                     .remedy = remedy_for_unknown(key, known)});
    }
  }
  std::sort(all.begin(), all.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.row, a.column, a.key, a.what) < std::tie(b.row, b.column, b.key, b.what);
  });
  Problems problems;
  for (Problem& problem : all) problems.add(std::move(problem));
  return problems;
}

}  // namespace openitmo::files
