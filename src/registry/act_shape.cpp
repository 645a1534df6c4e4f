#include "registry/act_shape.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace openitmo::registry {

namespace {

template <class T>
struct ElementOf {
  using Type = T;
};
template <class E>
struct ElementOf<std::vector<E>> {
  using Type = E;
};
template <class E>
struct ElementOf<std::optional<E>> {
  using Type = E;
};

template <class T>
constexpr FieldForm form_of() {
  if constexpr (std::is_same_v<T, std::string>) {
    return FieldForm::text;
  } else if constexpr (std::is_same_v<T, bool>) {
    return FieldForm::truth;
  } else if constexpr (std::is_integral_v<T>) {
    return FieldForm::number;
  } else if constexpr (NamedEnum<T>) {
    return FieldForm::choice;
  } else if constexpr (std::is_same_v<T, TonnesCo2eq>) {
    return FieldForm::tonnes;
  } else if constexpr (std::is_same_v<T, KilogramsCo2eq>) {
    return FieldForm::kilograms;
  } else if constexpr (std::is_same_v<T, CalendarYear>) {
    return FieldForm::year;
  } else if constexpr (std::is_same_v<T, Date>) {
    return FieldForm::day;
  } else if constexpr (std::is_same_v<T, Document>) {
    return FieldForm::document;
  } else if constexpr (Described<T>) {
    return FieldForm::record;
  } else if constexpr (std::is_same_v<T, PartyId>) {
    return FieldForm::party;
  } else if constexpr (std::is_same_v<T, RegistryId>) {
    return FieldForm::registry;
  } else if constexpr (std::is_same_v<T, CooperativeApproachId>) {
    return FieldForm::approach;
  } else {
    static_assert(std::is_same_v<T, ledger::ItmoIdentifier>, "say how this type is written");
    return FieldForm::identifier;
  }
}

// `owner` is the act, or the field that holds the record.
template <Described T>
std::vector<FieldShape> fields_of(std::string_view owner);

template <class T>
FieldShape shape_of(std::string_view owner, std::string_view key) {
  using Element = typename ElementOf<T>::Type;
  FieldShape shape;
  shape.key = key;
  shape.form = form_of<Element>();
  shape.list = IsVector<T>::value;
  shape.may_be_null = IsOptional<T>::value;
  shape.may_be_left_out = may_be_left_out<T>();
  shape.words = find_field_words(owner, key);
  if constexpr (NamedEnum<Element>) shape.choices = EnumNames<Element>::names;
  if constexpr (Described<Element>) shape.fields = fields_of<Element>(key);
  return shape;
}

template <Described T>
std::vector<FieldShape> fields_of(std::string_view owner) {
  std::vector<FieldShape> shapes;
  const T value{};
  T::fields(value, [&](std::string_view key, const auto& field) {
    shapes.push_back(shape_of<std::remove_cvref_t<decltype(field)>>(owner, key));
  });
  return shapes;
}

template <std::size_t... Index>
std::vector<ActShape> shapes_of(std::index_sequence<Index...>) {
  return {ActShape{ledger::kCommandNames[Index],
                   fields_of<std::variant_alternative_t<Index, ledger::Command::variant>>(
                       ledger::kCommandNames[Index]),
                   find_act_words(ledger::kCommandNames[Index])}...};
}

std::string upper_case(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return upper;
}

std::string element_form(const FieldShape& field, Language language) {
  const auto say = [&](const Words& words) { return std::string(words.in(language)); };
  switch (field.form) {
    case FieldForm::text:
      return say({"TEXT", "TEXTE"});
    case FieldForm::truth:
      return "true|false";
    case FieldForm::number:
      return say({"NUMBER", "NOMBRE"});
    case FieldForm::tonnes:
      return say({"TONNES", "TONNES"});
    case FieldForm::kilograms:
      return say({"KILOGRAMS", "KILOGRAMMES"});
    case FieldForm::year:
      return say({"YEAR", "ANNÉE"});
    case FieldForm::day:
      return say({"DAY", "JOUR"});
    case FieldForm::party:
      return say({"PARTY", "PARTIE"});
    case FieldForm::registry:
      return say({"REGISTRY", "REGISTRE"});
    case FieldForm::approach:
      return say({"APPROACH", "DÉMARCHE"});
    case FieldForm::identifier:
      return say({"ITMO_ID", "ID_ITMO"});
    case FieldForm::choice:
      return fmt::format("{}", fmt::join(field.choices, "|"));
    case FieldForm::document:
      return say({"REFERENCE=FILE|REFERENCE/SHA256", "RÉFÉRENCE=FICHIER|RÉFÉRENCE/SHA256"});
    case FieldForm::record:
      break;
  }
  std::vector<std::string> parts;
  for (const FieldShape& part : field.fields)
    parts.push_back(part.form == FieldForm::text || part.form == FieldForm::identifier ||
                            part.form == FieldForm::number
                        ? upper_case(part.key)
                        : element_form(part, language));
  return fmt::format("{}", fmt::join(parts, "/"));
}

}  // namespace

const std::vector<ActShape>& act_shapes() {
  static const std::vector<ActShape> shapes =
      shapes_of(std::make_index_sequence<std::variant_size_v<ledger::Command::variant>>());
  return shapes;
}

const ActShape* find_act_shape(std::string_view act) {
  const auto found = std::ranges::find(act_shapes(), act, &ActShape::act);
  return found == act_shapes().end() ? nullptr : &*found;
}

const FieldShape* find_field(const ActShape& act, std::string_view key) {
  const auto found = std::ranges::find(act.fields, key, &FieldShape::key);
  return found == act.fields.end() ? nullptr : &*found;
}

std::string written_form(const FieldShape& field, Language language) {
  std::string form = element_form(field, language);
  if (!field.list) return form;
  const bool records = field.form == FieldForm::record || field.form == FieldForm::document;
  return form + (records ? ";..." : ",...");
}

}  // namespace openitmo::registry
