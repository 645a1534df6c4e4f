#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "registry/json_fields.h"

// Reads what write_json() writes straight into a struct that describes itself with `fields`,
// without a tree of JSON values in between: several times as fast. Internal to the codec.
namespace openitmo::registry {

// Takes only the usual spelling: keys in order, no spaces, texts in ASCII without escapes. On
// anything else it says false, which is not yet an error: decode() then reads with the JSON parser,
// which knows every spelling and says what is wrong. Nor does true mean that the bytes are
// canonical: decode() compares them with what encode() writes.
class CanonicalReader {
 public:
  explicit CanonicalReader(std::string_view bytes) : rest_(bytes) {}

  bool at_end() const { return rest_.empty(); }

  bool literal(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  // A text between quotes; valid as long as the bytes.
  bool text(std::string_view& value) {
    if (!literal("\"")) return false;
    const std::size_t size = plain_size(rest_, Plain::ascii);
    value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return literal("\"");
  }

  template <class T>
  bool read(T& value);

 private:
  template <class Number>
  bool number(Number& value) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }

  template <class Element>
  bool array(std::vector<Element>& values) {
    values.clear();
    if (!literal("[")) return false;
    if (literal("]")) return true;
    do {
      if (!read(values.emplace_back())) return false;
    } while (literal(","));
    return literal("]");
  }

  template <Described T>
  bool object(T& value) {
    bool good = literal("{");
    bool first = true;
    T::fields(value, [&](std::string_view key, auto& field) {
      good = good && (std::exchange(first, false) || literal(",")) && literal("\"") &&
             literal(key) && literal("\":") && read(field);
    });
    return good && literal("}");
  }

  template <class T>
  bool parsed(T& value) {
    std::string_view said;
    if (!text(said)) return false;
    if constexpr (requires { value.empty(); })
      if (said.empty()) {  // a code that does not apply, such as an empty registry
        value = T();
        return true;
      }
    const auto found = T::parse(said);
    if (found) value = *found;
    return found.has_value();
  }

  std::string_view rest_;
};

template <class T>
bool CanonicalReader::read(T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    std::string_view said;
    if (!text(said)) return false;
    value = said;
    return true;
  } else if constexpr (std::is_same_v<T, bool>) {
    value = literal("true");
    return value || literal("false");
  } else if constexpr (std::is_integral_v<T>) {
    return number(value);
  } else if constexpr (NamedEnum<T>) {
    std::string_view said;
    if (!text(said)) return false;
    const auto found = parse_enum<T>(said);
    if (found) value = *found;
    return found.has_value();
  } else if constexpr (IsOptional<T>::value) {
    if (!literal("null")) return read(value.emplace());
    value.reset();
    return true;
  } else if constexpr (IsVector<T>::value) {
    return array(value);
  } else if constexpr (std::is_same_v<T, TonnesCo2eq> || std::is_same_v<T, KilogramsCo2eq>) {
    std::remove_cvref_t<decltype(value.value())> whole = 0;
    if (!number(whole)) return false;
    value = T(whole);
    return true;
  } else if constexpr (std::is_same_v<T, CalendarYear>) {
    int year = 0;
    if (!number(year) || year < 0 || year > 9999) return false;
    value = CalendarYear(year);
    return true;
  } else if constexpr (Described<T>) {
    return object(value);
  } else {
    return parsed(value);
  }
}

}  // namespace openitmo::registry
