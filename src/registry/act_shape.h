#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/foreign_entry.h"
#include "ledger/underlying.h"
#include "party/document.h"
#include "quantity/language.h"
#include "registry/act_words.h"
#include "registry/json_fields.h"

// What an act is made of, read off the `fields` of its command: for programs that ask for the
// fields one by one (options, columns, forms) and for the pages about them.
namespace openitmo::registry {

enum class FieldForm {
  text,
  truth,       // true or false
  number,      // whole, not negative
  tonnes,      // whole t CO2 eq
  kilograms,   // whole kg CO2 eq, may be negative
  year,        // of four digits
  day,         // 2024-03-05
  party,       // SEN
  registry,    // SEN01
  approach,    // CA0001
  identifier,  // of one ITMO
  choice,      // one of the shape's words
  document,    // reference and hash
  record,      // of the shape's fields
};

struct FieldShape {
  std::string_view key;
  FieldForm form = FieldForm::text;
  bool list = false;
  bool may_be_null = false;
  bool may_be_left_out = false;  // of a line of JSON, see below
  std::span<const std::string_view> choices;
  std::vector<FieldShape> fields;
  const FieldWords* words = nullptr;  // null where no sentence stands yet
};

struct ActShape {
  std::string_view act;
  std::vector<FieldShape> fields;
  const ActWords* words = nullptr;
};

// In the order of ledger::kCommandNames.
const std::vector<ActShape>& act_shapes();
// Null for what is no act.
const ActShape* find_act_shape(std::string_view act);
// Null for what is no field of it.
const FieldShape* find_field(const ActShape& act, std::string_view key);

// How one value is written on a command line or in a cell: "DAY", "ndc|imp|op", "FIRST_ID/LAST_ID".
// Elements of a list stand apart by "," or, where they are records, by ";".
std::string written_form(const FieldShape& field, Language language);

// Whether an act may be given without the field: texts, lists, what may be null or empty.
template <class T>
constexpr bool may_be_left_out() {
  if constexpr (std::is_same_v<T, std::string> || IsOptional<T>::value || IsVector<T>::value)
    return true;
  else
    return std::is_same_v<T, ledger::ForeignEntry> || std::is_same_v<T, ledger::UnderlyingUnits> ||
           std::is_same_v<T, Document> || std::is_same_v<T, RegistryId>;
}

}  // namespace openitmo::registry
