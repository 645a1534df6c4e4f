#include <algorithm>
#include <fmt/format.h>

#include "files/html/sections.h"
#include "files/html/words_charts.h"
#include "files/html/words_reporting.h"

namespace openitmo::files {

namespace {

using registry::DatabaseCheck;
using reporting::Finding;
using reporting::FindingEffect;

constexpr std::size_t kFindingsMax = 40;

TonnesCo2eq holdings_of(const reporting::AefSubmission& submission) {
  TonnesCo2eq sum;
  for (const reporting::HoldingRow& row : submission.holdings)
    sum += row.block.range.quantity_t_co2eq();
  return sum;
}

std::string count(const Page& page, std::size_t value) {
  return page.speech.whole(static_cast<std::int64_t>(value));
}

Table submissions_table(const Page& page) {
  Table table{
      .caption = page.say(words::submissions_caption),
      .columns = {page.say(words::submission_name), page.say(words::party),
                  page.say(words::submission_date), page.say(words::submission_hash),
                  page.say(words::submission_entry), page.say(words::submission_authorizations),
                  page.say(words::submission_actions), page.say(words::submission_holdings),
                  page.say(words::submission_entities)},
      .text_columns = 4};
  for (const registry::Submission& submission : page.run.submissions) {
    const reporting::AefSubmission& aef = submission.aef;
    table.rows.push_back({reporting::file_stem(aef), page.party_name(aef.party),
                          page.speech.day(aef.submission_date),
                          submission.content_sha256.substr(0, 16) + "…",
                          submission.registry.to_string() + " " + count(page, submission.entry),
                          count(page, aef.authorizations.size()), count(page, aef.actions.size()),
                          page.speech.whole(holdings_of(aef)), count(page, aef.entities.size())});
  }
  return table;
}

Table results_table(const Page& page, const DatabaseCheck& check) {
  Table table{.caption = {},
              .columns = {page.say(words::submission_name), page.say(words::check_result)},
              .text_columns = 2};
  for (std::size_t i = 0; i < check.submissions.size(); ++i) {
    const bool checked = i < check.result.submissions.size() && check.result.submissions[i].mark;
    table.rows.push_back({reporting::file_stem(check.submissions[i]),
                          checked ? check_mark_words(page, *check.result.submissions[i].mark)
                                  : page.say(words::check_replaced)});
  }
  return table;
}

std::string effect_words(const Page& page, FindingEffect effect) {
  switch (effect) {
    case FindingEffect::inconsistent:
      return page.say(words::effect_inconsistent);
    case FindingEffect::not_available:
      return page.say(words::effect_not_available);
    case FindingEffect::warning:
      return page.say(words::effect_warning);
  }
  return {};
}

std::string place_words(const Page& page, const DatabaseCheck& check,
                        const reporting::AefPlace& place) {
  const std::string submission = place.submission < check.submissions.size()
                                     ? reporting::file_stem(check.submissions[place.submission])
                                     : std::string();
  return submission + ", " + reporting::place_text(place, page.speech.language());
}

// The gravest first.
std::vector<const Finding*> ordered(const DatabaseCheck& check) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : check.result.findings) findings.push_back(&finding);
  std::ranges::stable_sort(findings, {}, [](const Finding* f) { return f->effect(); });
  return findings;
}

void add_findings(Html& html, const Page& page, const DatabaseCheck& check) {
  const auto findings = ordered(check);
  if (findings.empty()) {
    add_paragraph(html, page.say(words::check_no_findings));
    return;
  }
  Table table{.caption = page.say(words::check_findings, {count(page, findings.size())}),
              .columns = {page.say(words::finding_rule), page.say(words::finding_effect),
                          page.say(words::finding_place), page.say(words::finding_what),
                          page.say(words::finding_remedy)},
              .text_columns = 5};
  for (std::size_t i = 0; i < std::min(findings.size(), kFindingsMax); ++i) {
    const Finding& finding = *findings[i];
    std::string place = place_words(page, check, finding.at);
    if (finding.other) place += " ↔ " + place_words(page, check, *finding.other);
    table.rows.push_back({std::string(reporting::text_of(finding.rule).code),
                          effect_words(page, finding.effect()), std::move(place),
                          reporting::what(finding, page.speech.language()),
                          reporting::remedy(finding, page.speech.language())});
  }
  if (findings.size() > kFindingsMax)
    table.notes.push_back(
        page.say(words::findings_more, {count(page, findings.size() - kFindingsMax)}));
  html.add(table_html(table));
}

void add_check(Html& html, const Page& page, const Words& heading, const DatabaseCheck& check) {
  if (check.submissions.empty()) return;
  html.element("h4", page.say(heading)).new_line();
  html.add(table_html(results_table(page, check)));
  add_findings(html, page, check);
}

// Links to what lies beside the report, a line for each Party and document.
void add_documents(Html& html, const Page& page) {
  if (page.run.documents.empty()) return;
  html.element("h3", page.say(words::documents_heading)).new_line();
  add_paragraph(html, page.say(words::documents_intro));
  html.open("ul");
  const registry::PartyDocument* before = nullptr;
  for (const registry::PartyDocument& document : page.run.documents) {
    const bool goes_on =
        before && before->party == document.party && before->title == document.title;
    if (!goes_on) {
      if (before) html.close("li");
      html.new_line().open("li").text(
          fmt::format("{}, {}: ", page.party_name(document.party), page.say(document.title)));
    } else {
      html.text(", ");
    }
    html.element("a", document.language, {{"href", document.path}});
    before = &document;
  }
  html.close("li").close("ul").new_line();
}

}  // namespace

std::string check_mark_words(const Page& page, reporting::CheckMark mark) {
  switch (mark) {
    case reporting::CheckMark::consistent:
      return page.say(words::mark_consistent);
    case reporting::CheckMark::inconsistent:
      return page.say(words::mark_inconsistent);
    case reporting::CheckMark::not_available:
      return page.say(words::mark_not_available);
  }
  return {};
}

Html reporting_section(const Page& page) {
  Html html;
  if (page.run.submissions.empty()) return html;
  html.open("section", {{"id", "reporting"}}).new_line();
  html.element("h2", page.say(words::reporting_section)).new_line();
  add_paragraph(html, page.say(words::reporting_intro));
  html.add(table_html(submissions_table(page)));
  add_documents(html, page);
  html.element("h3", page.say(words::checks_heading)).new_line();
  add_paragraph(html, page.say(words::checks_intro));
  add_check(html, page, words::check_first, page.run.first_check);
  add_check(html, page, words::check_final, page.run.final_check);
  return std::move(html.close("section").new_line());
}

}  // namespace openitmo::files
