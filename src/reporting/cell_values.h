#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "party/names.h"
#include "reporting/aef_text.h"

// What a cell of somebody's file means, whichever way it is written. Nothing is given for a cell
// that says NA, is empty or cannot be read.
namespace openitmo::reporting {

// Lower case, single spaces, American spelling: what two writers of the same word agree in.
std::string folded(std::string_view text);

// NA in its spellings counts as empty.
std::string text_of(const AefCell& cell);
std::optional<std::uint64_t> number_of(const AefCell& cell);
std::optional<CalendarYear> year_of(const AefCell& cell);
// A date cell, dd/mm/yyyy, yyyy-mm-dd, or a moment that begins so.
std::optional<Date> date_of(const AefCell& cell);
std::optional<SubmissionVersion> version_of(const AefCell& cell);
// "Occurred: from D to D. Use: from D to D" or "dddd - dddd"; D ends with its year.
std::optional<AuthorizedTimeframe> timeframe_of(const AefCell& cell);
std::vector<std::string> list_of(const AefCell& cell);

template <class Id>
std::optional<Id> id_of(const AefCell& cell) {
  return Id::parse(text_of(cell));
}

// The enumerator, up to `last`, whose spelling, by `spelling(value)`, is that of the cell. The
// function holds nothing, so that its words are folded once.
template <class Enum, class Spelling>
  requires std::is_empty_v<Spelling>
std::optional<Enum> listed_value(const AefCell& cell, Enum last, Spelling spelling) {
  static const std::vector<std::string> kWords = [&] {
    std::vector<std::string> words;
    for (int i = 0; i <= static_cast<int>(last); ++i)
      words.push_back(folded(spelling(static_cast<Enum>(i))));
    return words;
  }();
  const std::string text = folded(text_of(cell));
  if (text.empty()) return std::nullopt;
  for (std::size_t i = 0; i < kWords.size(); ++i)
    if (kWords[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}
template <NamedEnum Enum, class Spelling>
std::optional<Enum> listed_value(const AefCell& cell, Spelling spelling) {
  return listed_value(cell, static_cast<Enum>(EnumNames<Enum>::names.size() - 1), spelling);
}

}  // namespace openitmo::reporting
