#pragma once

#include <optional>
#include <string>

#include "reporting/controlled_values.h"

// The markings of 4/CMA.6 paras 29 and 37 as files have them.
namespace openitmo::files {

// What two writers of the same words agree in: also of "finalised", and of words joined by "_".
std::string marking_word(std::string_view text);

// In the official words or those of entries.
template <NamedEnum Mark>
std::optional<Mark> mark_of(std::string_view text) {
  const std::string word = marking_word(text);
  for (std::size_t i = 0; i < EnumNames<Mark>::names.size(); ++i)
    if (const auto mark = static_cast<Mark>(i);
        word == marking_word(reporting::official_words(mark)) ||
        word == marking_word(name_of(mark)))
      return mark;
  return std::nullopt;
}

template <NamedEnum Mark>
std::string official_list() {
  std::string list;
  for (std::size_t i = 0; i < EnumNames<Mark>::names.size(); ++i) {
    if (i > 0) list += "; ";
    list += reporting::official_words(static_cast<Mark>(i));
  }
  return list;
}

}  // namespace openitmo::files
