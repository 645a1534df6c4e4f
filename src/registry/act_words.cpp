#include "registry/act_words.h"

#include <algorithm>

#include "registry/act_sentences.h"
#include "registry/field_sentences.h"
#include "registry/shared_field_sentences.h"

namespace openitmo::registry {

const Words& words_of(ActSubject subject) {
  static constexpr Words kHeadings[] = {
      {"The registry, Parties and their NDCs", "Le registre, les Parties et leurs CDN"},
      {"Activities and monitoring", "Activités et suivi"},
      {"Authorizations and accounts", "Autorisations et comptes"},
      {"Units", "Unités"},
      {"Corrections, holds and remedies", "Corrections, retenues et réparations"}};
  return kHeadings[static_cast<std::size_t>(subject)];
}

std::span<const ActWords> act_words() { return kActSentences; }
std::span<const FieldWords> field_words() { return kFieldSentences; }
std::span<const FieldWords> shared_field_words() { return kSharedFieldSentences; }

const ActWords* find_act_words(std::string_view act) {
  const auto found = std::ranges::find(kActSentences, act, &ActWords::act);
  return found == std::end(kActSentences) ? nullptr : &*found;
}

const FieldWords* find_field_words(std::string_view owner, std::string_view field) {
  for (const FieldWords& words : kFieldSentences)
    if (words.field == field && words.owner == owner) return &words;
  const auto shared = std::ranges::find(kSharedFieldSentences, field, &FieldWords::field);
  return shared == std::end(kSharedFieldSentences) ? nullptr : &*shared;
}

}  // namespace openitmo::registry
