#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <type_traits>
#include <variant>

#include "ledger/events.h"
#include "pages.h"

namespace openitmo::pages {

namespace {

template <class T>
concept Described = requires(const T& value) { T::fields(value, [](auto, const auto&) {}); };

template <class T>
struct ElementOf {};
template <class E>
struct ElementOf<std::vector<E>> {
  using Type = E;
  static constexpr const char* kForm = "list of ";
};
template <class E>
struct ElementOf<std::optional<E>> {
  using Type = E;
  static constexpr const char* kForm = "null or ";
};
template <class T>
concept Holder = requires { typename ElementOf<T>::Type; };

template <class T>
std::string record_form();

// How a value of type T stands in an entry; the same cases as write_json of the codec.
template <class T>
std::string form_of() {
  if constexpr (std::is_same_v<T, std::string>) {
    return "text";
  } else if constexpr (std::is_same_v<T, bool>) {
    return "true or false";
  } else if constexpr (std::is_integral_v<T>) {
    return "whole number";
  } else if constexpr (NamedEnum<T>) {
    return fmt::format("one of `{}`", fmt::join(EnumNames<T>::names, "`, `"));
  } else if constexpr (Holder<T>) {
    return ElementOf<T>::kForm + form_of<typename ElementOf<T>::Type>();
  } else if constexpr (std::is_same_v<T, TonnesCo2eq>) {
    return "whole number, t CO2 eq";
  } else if constexpr (std::is_same_v<T, KilogramsCo2eq>) {
    return "whole number, kg CO2 eq, may be negative";
  } else if constexpr (std::is_same_v<T, CalendarYear>) {
    return "whole number, a year";
  } else if constexpr (Described<T>) {
    return record_form<T>();
  } else if constexpr (std::is_same_v<T, Date>) {
    return "text, `YYYY-MM-DD`";
  } else if constexpr (std::is_same_v<T, PartyId>) {
    return "text, Party, such as `SEN`";
  } else if constexpr (std::is_same_v<T, RegistryId>) {
    return "text, registry, such as `SEN01`";
  } else if constexpr (std::is_same_v<T, CooperativeApproachId>) {
    return "text, cooperative approach, such as `CA0001`";
  } else {
    static_assert(std::is_same_v<T, ledger::ItmoIdentifier>, "say how this type looks");
    return "text, ITMO identifier";
  }
}

template <class T>
std::string record_form() {
  std::vector<std::string> fields;
  const T value{};
  T::fields(value, [&](std::string_view key, const auto& field) {
    fields.push_back(
        fmt::format("`{}` ({})", key, form_of<std::remove_cvref_t<decltype(field)>>()));
  });
  return fmt::format("{{ {} }}", fmt::join(fields, ", "));
}

template <class Body>
void add_type(std::string& page) {
  fmt::format_to(std::back_inserter(page), "## {}\n\n| field | form |\n|---|---|\n", Body::kType);
  const Body body{};
  Body::fields(body, [&](std::string_view key, const auto& field) {
    fmt::format_to(std::back_inserter(page), "| `{}` | {} |\n", key,
                   form_of<std::remove_cvref_t<decltype(field)>>());
  });
  page += '\n';
}

template <std::size_t... Index>
void add_types(std::string& page, std::index_sequence<Index...>) {
  (add_type<std::variant_alternative_t<Index, ledger::Event::variant>>(page), ...);
}

}  // namespace

std::string entries_page() {
  std::string page = R"(# Entry types

<!-- Made from src/ledger/events.h by `make pages`; a test compares. -->

What may stand in a journal, and in which order the fields of each `body` come. The envelope around
the body, and how the bytes are written, are in [Journal entries](../formats/entry.md). Every type
is at version 1. What the fields mean is in `src/ledger/events.h` and the headers that it includes.

)";
  add_types(page, std::make_index_sequence<std::variant_size_v<ledger::Event::variant>>());
  page.pop_back();
  return page;
}

}  // namespace openitmo::pages
