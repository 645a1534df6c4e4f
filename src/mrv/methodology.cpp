#include "mrv/methodology.h"

#include <algorithm>

namespace openitmo::mrv {

bool Methodology::requires_table(std::string_view key) const {
  return std::ranges::find(tables, key) != tables.end();
}

bool Methodology::reads_table(std::string_view key) const {
  return requires_table(key) || std::ranges::find(optional_tables, key) != optional_tables.end();
}

bool Methodology::reads_parameter(std::string_view symbol) const {
  if (symbol.starts_with("U.")) return true;  // how accurate what it reads was measured
  if (symbol.starts_with("sampling.")) return reads_table("composition");
  if (symbol.starts_with("quality.") || symbol.starts_with("missing.")) return reads_table("gas");
  return std::ranges::any_of(parameters, [&](std::string_view known) {
    return known.ends_with('.') ? symbol.starts_with(known) : symbol == known;
  });
}

std::string_view ComponentCase::option(std::string_view key) const {
  for (const OptionDescription& option : methodology.options) {
    if (option.key != key) continue;
    const auto chosen = plan.options.find(key);
    return chosen == plan.options.end() ? option.words.front() : std::string_view(chosen->second);
  }
  check(false, "equations ask for options that their methodology describes");
  return {};
}

bool ComponentCase::reads_table(std::string_view key) const {
  bool depends_on_a_word = false;
  for (const TableOfWord& table : methodology.tables_of_words) {
    if (table.table != key) continue;
    if (option(table.option) == table.word) return true;
    depends_on_a_word = true;
  }
  return !depends_on_a_word && methodology.reads_table(key);
}

bool ComponentCase::requires_table(std::string_view key) const {
  return methodology.requires_table(key) ||
         std::ranges::any_of(methodology.tables_of_words, [&](const TableOfWord& table) {
           return table.is_required && table.table == key && option(table.option) == table.word;
         });
}

}  // namespace openitmo::mrv
