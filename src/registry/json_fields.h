#pragma once

#include <boost/json.hpp>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "ledger/events.h"
#include "quantity/check.h"
#include "quantity/language.h"

// Writing and reading any struct that describes itself with `fields`. Internal to the codec.
namespace openitmo::registry {

inline constexpr std::uint64_t kIntegerMax = (std::uint64_t{1} << 53) - 1;

// Not what the type asks for; caught in decode(), never leaves the folder.
struct NotCanonical : std::runtime_error {
  explicit NotCanonical(Text why) : std::runtime_error(why.en), text(std::move(why)) {}
  Text text;
};

// How many characters from the start stand in JSON as they are; `ascii` stops at all others too.
enum class Plain { any, ascii };
std::size_t plain_size(std::string_view text, Plain kind);

void write_text(std::string& out, std::string_view text);

template <class Number>
void write_number(std::string& out, Number number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

template <class T>
concept Described = requires(const T& value) { T::fields(value, [](auto, const auto&) {}); };

template <class T>
void write_json(std::string& out, const T& value);

template <Described T>
void write_object(std::string& out, const T& value) {
  out += '{';
  bool first = true;
  T::fields(value, [&](std::string_view key, const auto& field) {
    if (!first) out += ',';
    first = false;
    out += '"';
    out += key;
    out += "\":";
    write_json(out, field);
  });
  out += '}';
}

template <class Element>
void write_array(std::string& out, const std::vector<Element>& values) {
  out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    write_json(out, values[i]);
  }
  out += ']';
}

template <class T>
struct IsVector : std::false_type {};
template <class E>
struct IsVector<std::vector<E>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class E>
struct IsOptional<std::optional<E>> : std::true_type {};

template <class T>
void write_json(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    write_text(out, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    if (value > static_cast<T>(kIntegerMax))
      throw NotCanonical({{"a number is beyond 2^53-1", "un nombre dépasse 2^53-1"}});
    write_number(out, value);
  } else if constexpr (NamedEnum<T>) {
    write_text(out, name_of(value));
  } else if constexpr (IsOptional<T>::value) {
    if (value)
      write_json(out, *value);
    else
      out += "null";
  } else if constexpr (IsVector<T>::value) {
    write_array(out, value);
  } else if constexpr (std::is_same_v<T, TonnesCo2eq>) {
    if (value.value() > kIntegerMax)
      throw NotCanonical({{"a number is beyond 2^53-1", "un nombre dépasse 2^53-1"}});
    write_number(out, value.value());
  } else if constexpr (std::is_same_v<T, KilogramsCo2eq>) {
    if (value.value() > static_cast<std::int64_t>(kIntegerMax) ||
        value.value() < -static_cast<std::int64_t>(kIntegerMax))
      throw NotCanonical({{"a number is beyond 2^53-1", "un nombre dépasse 2^53-1"}});
    write_number(out, value.value());
  } else if constexpr (std::is_same_v<T, CalendarYear>) {
    write_number(out, value.value());
  } else if constexpr (Described<T>) {
    write_object(out, value);
  } else if constexpr (requires { value.view(); }) {
    write_text(out, value.view());
  } else if constexpr (requires { value.append_to(out); }) {
    out += '"';
    value.append_to(out);
    out += '"';
  } else {
    write_text(out, value.to_string());
  }
}

std::string_view read_text(const boost::json::value& json);
std::int64_t read_integer(const boost::json::value& json);

template <class T>
constexpr Words due_code() {
  if constexpr (std::is_same_v<T, PartyId>)
    return {"a code such as SEN", "un code comme SEN"};
  else if constexpr (std::is_same_v<T, RegistryId>)
    return {"a code such as SEN01", "un code comme SEN01"};
  else if constexpr (std::is_same_v<T, CooperativeApproachId>)
    return {"a code such as CA0001", "un code comme CA0001"};
  else
    return {"a code", "un code"};
}

template <class T>
void read_json(const boost::json::value& json, T& value);

template <Described T>
void read_object(const boost::json::value& json, T& value) {
  const auto* object = json.if_object();
  if (!object) throw NotCanonical({{"an object is due", "il faut un objet"}});
  T::fields(value, [&](std::string_view key, auto& field) {
    const auto* found = object->if_contains(key);
    if (!found) throw NotCanonical({{"the key \"{}\" is missing", "la clé « {} » manque"}, key});
    try {
      read_json(*found, field);
    } catch (const NotCanonical& wrong) {
      throw NotCanonical({{"{}: {}", "{} : {}"}, key, wrong.text});
    }
  });
}

template <class T>
void read_parsed(std::string_view text, T& value, const Words& due) {
  const auto parsed = T::parse(text);
  if (!parsed) throw NotCanonical({{"{} is due, not \"{}\"", "il faut {}, non « {} »"}, due, text});
  value = *parsed;
}

template <class T>
void read_json(const boost::json::value& json, T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    value = read_text(json);
  } else if constexpr (std::is_same_v<T, bool>) {
    if (!json.is_bool()) throw NotCanonical({{"true or false is due", "il faut true ou false"}});
    value = json.get_bool();
  } else if constexpr (std::is_integral_v<T>) {
    const std::int64_t number = read_integer(json);
    if (!std::in_range<T>(number))
      throw NotCanonical({{"the number does not fit", "le nombre est trop grand pour ce champ"}});
    value = static_cast<T>(number);
  } else if constexpr (NamedEnum<T>) {
    const auto parsed = parse_enum<T>(read_text(json));
    if (!parsed)
      throw NotCanonical(
          {{"\"{}\" is not a known word", "« {} » n'est pas un mot connu"}, read_text(json)});
    value = *parsed;
  } else if constexpr (IsOptional<T>::value) {
    if (json.is_null()) return value.reset();
    value.emplace();
    read_json(json, *value);
  } else if constexpr (IsVector<T>::value) {
    const auto* array = json.if_array();
    if (!array) throw NotCanonical({{"an array is due", "il faut une liste"}});
    value.resize(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) read_json((*array)[i], value[i]);
  } else if constexpr (std::is_same_v<T, TonnesCo2eq>) {
    const std::int64_t number = read_integer(json);
    if (number < 0)
      throw NotCanonical({{"tonnes are not negative", "des tonnes ne sont pas négatives"}});
    value = TonnesCo2eq(static_cast<std::uint64_t>(number));
  } else if constexpr (std::is_same_v<T, KilogramsCo2eq>) {
    value = KilogramsCo2eq(read_integer(json));
  } else if constexpr (std::is_same_v<T, CalendarYear>) {
    const std::int64_t number = read_integer(json);
    if (number < 0 || number > 9999)
      throw NotCanonical({{"a year of four digits is due", "il faut une année à quatre chiffres"}});
    value = CalendarYear(static_cast<int>(number));
  } else if constexpr (Described<T>) {
    read_object(json, value);
  } else if constexpr (std::is_same_v<T, Date>) {
    read_parsed(read_text(json), value, {"a day such as 2024-03-05", "un jour comme 2024-03-05"});
  } else if constexpr (std::is_same_v<T, ledger::ItmoIdentifier>) {
    read_parsed(read_text(json), value, {"an ITMO identifier", "un identifiant d'ITMO"});
  } else if (const auto text = read_text(json); text.empty()) {
    value = T();  // a code that does not apply, such as an empty registry
  } else {
    read_parsed(text, value, due_code<T>());
  }
}

}  // namespace openitmo::registry
