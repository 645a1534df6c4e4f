#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/toml/document.h"
#include "mrv/component_plan.h"
#include "quantity/gwp.h"
#include "registry/programme.h"

// Choices and parameters as components and inventories write them.
namespace openitmo::files {

// A [[parameter]]: the programme's own value in place of a default. What the parameter table does
// not accept is noted at its key. `of` is whose value it is, for the list of sources.
mrv::ParameterOverride read_override(const TomlTable& table, const std::string& of,
                                     std::vector<registry::FigureSource>& sources);

GwpSet read_gwp(const TomlTable& root);

// A sentence of the engine as a part of ours: "Use 0 to 1." becomes "use 0 to 1".
Text as_clause(const Text& sentence);

// The word of `key` among enumerators that have a name_of and a list of all.
template <class Enum>
Enum read_word(const TomlTable& table, std::string_view key, std::span<const Enum> all) {
  std::vector<std::string_view> words;
  for (const Enum value : all) words.push_back(name_of(value));
  const std::string word = table.choice(key, words);
  for (const Enum value : all)
    if (name_of(value) == word) return value;
  return all.front();
}

}  // namespace openitmo::files
