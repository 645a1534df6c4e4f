#pragma once

#include <charconv>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/events.h"
#include "registry/json_fields.h"

// Reading any command from `key=value` words. Lists are split by ',', lists of records by ';' and
// their fields by '/'. A document is just its reference; its hash is made from it, so that
// scenarios stay readable.
namespace openitmo::scenarios {

struct BadWord : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using Words = std::map<std::string, std::string, std::less<>>;

std::vector<std::string_view> split(std::string_view text, char separator);

template <class T>
void read_short(std::string_view text, T& value);

template <class T>
void read_number(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw BadWord("\"" + std::string(text) + "\" is not a whole number");
}

inline void read_document(std::string_view text, Document& document) {
  document.reference = text;
  document.sha256.assign(64, '0');
  for (std::size_t i = 0; i < text.size(); ++i)
    document.sha256[i % 64] = "0123456789abcdef"[static_cast<unsigned char>(text[i]) % 16];
}

template <registry::Described T>
void read_record(std::string_view text, T& value) {
  const auto parts = split(text, '/');
  std::size_t next = 0;
  T::fields(value, [&](std::string_view key, auto& field) {
    if (next >= parts.size()) throw BadWord("no value for " + std::string(key));
    read_short(parts[next++], field);
  });
  if (next != parts.size()) throw BadWord("too many parts in \"" + std::string(text) + "\"");
}

template <class T>
void read_short(std::string_view text, T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    value = text;
  } else if constexpr (std::is_same_v<T, bool>) {
    value = text == "true";
    if (!value && text != "false") throw BadWord("true or false is due");
  } else if constexpr (std::is_integral_v<T>) {
    read_number(text, value);
  } else if constexpr (NamedEnum<T>) {
    const auto parsed = parse_enum<T>(text);
    if (!parsed) throw BadWord("\"" + std::string(text) + "\" is not a known word");
    value = *parsed;
  } else if constexpr (registry::IsOptional<T>::value) {
    value.emplace();
    read_short(text, *value);
  } else if constexpr (registry::IsVector<T>::value) {
    const bool records = registry::Described<typename T::value_type>;
    value.clear();
    for (const auto part : split(text, records ? ';' : ',')) {
      value.emplace_back();
      read_short(part, value.back());
    }
  } else if constexpr (std::is_same_v<T, TonnesCo2eq> || std::is_same_v<T, KilogramsCo2eq> ||
                       std::is_same_v<T, CalendarYear>) {
    decltype(value.value()) number{};
    read_number(text, number);
    value = T(number);
  } else if constexpr (std::is_same_v<T, Document>) {
    read_document(text, value);
  } else if constexpr (registry::Described<T>) {
    read_record(text, value);
  } else {
    const auto parsed = T::parse(text);
    if (!parsed) throw BadWord("\"" + std::string(text) + "\" is not of the right form");
    value = *parsed;
  }
}

// Reads a command's own fields out of `words`; a word that is no field of it is refused.
template <class T>
T read_command(Words words) {
  T command;
  T::fields(command, [&](std::string_view key, auto& field) {
    const auto found = words.find(key);
    if (found == words.end()) return;
    try {
      read_short(found->second, field);
    } catch (const BadWord& wrong) {
      throw BadWord(std::string(key) + ": " + wrong.what());
    }
    words.erase(found);
  });
  if (!words.empty()) throw BadWord("\"" + words.begin()->first + "\" is no field of this act");
  return command;
}

// The command named `verb` (one of ledger::kCommandNames) with these words.
ledger::Command read_command(std::string_view verb, const Words& words);

}  // namespace openitmo::scenarios
