#pragma once

#include <span>
#include <string_view>

#include "quantity/language.h"

// What every act and every field of an act means, for a registry officer: the help of `itmo act`
// and docs/reference/acts.md are made from it. A test names what has no sentence yet.
namespace openitmo::registry {

// Under which heading acts are listed.
enum class ActSubject {
  parties,
  activities,
  authorizations,
  units,
  safeguards,
};
const Words& words_of(ActSubject subject);

struct ActWords {
  std::string_view act;  // as in ledger::kCommandNames
  ActSubject subject;
  Words sentence;
};

// A field of an act, or of the record that a field of it holds. With an empty owner: wherever there
// is no sentence of its own.
struct FieldWords {
  std::string_view owner;  // an act, or the field that holds the record
  std::string_view field;
  Words sentence;
};

std::span<const ActWords> act_words();
std::span<const FieldWords> field_words();         // of one owner each
std::span<const FieldWords> shared_field_words();  // of all owners

// The owner's own sentence comes before the shared one. Null where none stands yet.
const ActWords* find_act_words(std::string_view act);
const FieldWords* find_field_words(std::string_view owner, std::string_view field);

}  // namespace openitmo::registry
