#include "scenarios/short_text.h"

namespace openitmo::scenarios {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

namespace {
template <std::size_t Index = 0>
ledger::Command read_alternative(std::string_view verb, const Words& words) {
  if constexpr (Index == std::variant_size_v<ledger::Command::variant>) {
    throw BadWord("\"" + std::string(verb) + "\" is no act");
  } else {
    if (verb != ledger::kCommandNames[Index]) return read_alternative<Index + 1>(verb, words);
    return read_command<std::variant_alternative_t<Index, ledger::Command::variant>>(words);
  }
}
}  // namespace

ledger::Command read_command(std::string_view verb, const Words& words) {
  return read_alternative(verb, words);
}

}  // namespace openitmo::scenarios
