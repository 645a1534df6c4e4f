#include <array>
#include <fmt/format.h>

#include "ledger/refusal.h"
#include "pages.h"

namespace openitmo::pages {

namespace {

struct Group {
  int hundred;
  std::string_view title;
};
constexpr std::array kGroups{
    Group{1, "Entry and registry"},     Group{2, "Party"}, Group{3, "Activity and monitoring"},
    Group{4, "Authorization of ITMOs"}, Group{5, "Units"},
};

// The figures of a sentence are known only when it is said: {0} becomes ….
std::string with_dots(std::string_view sentence) {
  std::string text;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] == '{') {
      text += "…";
      i = sentence.find('}', i);
    } else if (sentence[i] == '|') {
      text += "\\|";
    } else {
      text += sentence[i];
    }
  }
  return text;
}

void add_code(std::string& page, const ledger::RefusalText& text) {
  fmt::format_to(std::back_inserter(page), "### {} {}\n\n", static_cast<int>(text.code), text.name);
  fmt::format_to(std::back_inserter(page), "{}; {}. [{}]\n\n", with_dots(text.wrong.en),
                 with_dots(text.remedy.en), text.paragraph);
  fmt::format_to(std::back_inserter(page), "*{} ; {}.*\n\n", with_dots(text.wrong.fr),
                 with_dots(text.remedy.fr));
}

}  // namespace

std::string refusals_page() {
  std::string page = R"(# Refusals

<!-- Made from src/ledger/refusal.cpp by `make pages`; a test compares. -->

Every reason for which a registry says no: number, name, what is wrong, what would be right, and the
paragraph that the rule enforces, in English and French. … stands for the figures of the case.
Numbers are never reused. A scenario of each is in `tests/refusals/`, in the file that starts with
its number; 109 is about retries and has a test of the registry.

A rulebook number in brackets is a row of [Conformance](../conformance.md), which names its source.

`decide` asks the most general question first, so an act that breaks several rules is refused for
the first. A refused act changes nothing.

)";
  for (const Group& group : kGroups) {
    fmt::format_to(std::back_inserter(page), "## {}\n\n", group.title);
    for (const ledger::RefusalText& text : ledger::refusal_catalogue())
      if (static_cast<int>(text.code) / 100 == group.hundred) add_code(page, text);
  }
  page.pop_back();
  return page;
}

}  // namespace openitmo::pages
