#include "reporting/check_rules.h"

#include <algorithm>
#include <fmt/args.h>
#include <fmt/format.h>

namespace openitmo::reporting {

namespace {

std::string filled(std::string_view sentence, const std::vector<std::string>& figures) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const std::string& figure : figures) arguments.push_back(figure);
  return fmt::vformat(sentence, arguments);
}

std::string_view words(FindingEffect effect) {
  switch (effect) {
    case FindingEffect::inconsistent:
      return official_words(CheckMark::inconsistent);
    case FindingEffect::not_available:
      return official_words(CheckMark::not_available);
    case FindingEffect::warning:
      return "warning";
  }
  return {};
}

constexpr std::string_view kPageHead = R"(# Consistency checks

What is checked in annual information (the agreed electronic format, 4/CMA.6 annex II), within one
submission and, as the Article 6 database does, across the submissions of all Parties. This page is
made from the rule table in `src/reporting/check_rule_table.cpp`; a test fails when it is stale.

A finding names submission, table, row and column, what is wrong and what would be right, in English
and French. What findings lead to is said in the words of 4/CMA.6, paragraph 29: "Checked, no
inconsistencies identified", "Checked, inconsistencies identified" or "Null, information for check
not available". A warning changes no result: one source asks for it, or the text leaves it open.

`{0}`, `{1}` stand for the figures of a finding. "Known checker" is a public checker of AEF
workbooks
whose codes II and STC are kept; it is no published rule.

## Where we differ from the known checker

- II01: an authorization without named Parties is for any Party; it is read so and does not stop
  the check.
- II02: an identical transfer on the same day counts as repeated only if the Party did not get the
  block back between.
- II05: a block of one underlying unit, and identifiers of different length (1 and 1000), are read
  by the number in which they differ, or the last one.
- II06: the using Party is expected on each Use; a using entity may be listed in Table 2 or in
  Table 5.
- STC02: what counts is whether the authorization covers the use, not whether the two texts are
  equal; "First transfer" rows are tested, and an empty purpose is a finding, not a crash.
- STC03: a use towards an NDC is known by its NDC year as well as by its purpose.
- STC04: purposes IMP and OP count as OIMP, and the spellings Authorisation and Use or
  Cancellation are read as the same values.
- The latest version for each Party and year is checked, also where an earlier one was found
  inconsistent.

)";

}  // namespace

std::string what(const Finding& finding, Language language) {
  return filled(text_of(finding.rule).what.in(language), finding.figures);
}

std::string remedy(const Finding& finding, Language language) {
  return filled(text_of(finding.rule).remedy.in(language), finding.figures);
}

std::string place_text(const AefPlace& place, Language language) {
  const bool english = language == Language::en;
  std::string text =
      fmt::format("{} {}", english ? "Table" : "tableau", static_cast<int>(place.table) + 1);
  if (place.row != AefPlace::kWholeTable && place.table != AefTable::submission)
    text += fmt::format(", {} {}", english ? "row" : "ligne", place.row + 1);
  if (place.field != 0)
    text += fmt::format(", {}", plain_label(aef_field(place.table, place.field)));
  return text;
}

CheckMark mark_of(std::span<const Finding> findings) {
  const auto any = [&](FindingEffect effect) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.effect() == effect; });
  };
  if (any(FindingEffect::inconsistent)) return CheckMark::inconsistent;
  return any(FindingEffect::not_available) ? CheckMark::not_available : CheckMark::consistent;
}

std::string consistency_checks_page() {
  std::string page(kPageHead);
  const std::pair<CheckScope, std::string_view> parts[] = {
      {CheckScope::cell, "Cells"},
      {CheckScope::reading, "Rows that are read"},
      {CheckScope::submission, "Within one submission"},
      {CheckScope::submissions, "Across submissions"}};
  for (const auto& [scope, title] : parts) {
    page += fmt::format("## {}\n\n", title);
    for (const CheckRuleText& rule : check_rules()) {
      if (rule.scope != scope) continue;
      page += fmt::format("### {}\n\n", rule.code);
      page += fmt::format("Finding: {}.\n\n", rule.what.en);
      page += fmt::format("Right would be: {}.\n\n", rule.remedy.en);
      page += fmt::format("En français : {} ; {}.\n\n", rule.what.fr, rule.remedy.fr);
      page += fmt::format("Result: {}. Source: {}.\n\n", words(rule.effect), rule.source);
    }
  }
  page.pop_back();
  return page;
}

}  // namespace openitmo::reporting
