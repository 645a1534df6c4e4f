#include "activity/finding_words.h"
#include "files/html/sections.h"
#include "files/html/words_verification.h"

namespace openitmo::files {

namespace {

using activity::Activities;
using activity::Report;
using activity::VerificationFinding;

// What both Parties must know stands in both journals: the first that has reports tells it.
const Activities* activities_of(const Page& page) {
  for (const registry::RegistryState& state : page.run.registries)
    if (!state.ledger.activities().reports().empty()) return &state.ledger.activities();
  return nullptr;
}

std::string conclusion_text(const Page& page, const Report& report) {
  if (!report.verification) return page.say(words::verification_pending);
  const std::string day = page.speech.day(report.verified_on);
  return report.verification->positive ? page.say(words::verification_positive, {day})
                                       : page.say(words::verification_negative, {day});
}

std::string percent_text(const Page& page, const std::string& decimal) {
  if (decimal.empty()) return {};
  return page.say(words::verification_percent, {page.say(decimal_text(decimal))});
}

std::string opinion_text(const Page& page, const Report& report) {
  if (!report.verification) return {};
  return report.verification->opinion.empty() ? page.say(words::verification_not_signed)
                                              : page.say(words::verification_signed);
}

std::vector<std::string> report_row(const Page& page, const Report& report) {
  const DateRange& period = report.submission.period;
  const ConcludeVerification conclusion = report.verification.value_or(ConcludeVerification());
  return {report.submission.report,
          page.say(words::verification_days,
                   {page.speech.day(period.first), page.speech.day(period.last)}),
          report.verifier,
          conclusion_text(page, report),
          percent_text(page, conclusion.materiality_threshold_percent),
          percent_text(page, conclusion.extrapolated_error_percent),
          opinion_text(page, report)};
}

Table reports_table(const Page& page, const Activities& activities) {
  Table table{
      .caption = page.say(words::verification_reports),
      .columns = {page.say(words::verification_report), page.say(words::verification_period),
                  page.say(words::verification_verifier), page.say(words::verification_conclusion),
                  page.say(words::verification_threshold), page.say(words::verification_error),
                  page.say(words::verification_opinion)},
      .text_columns = 7,
      .notes = {page.say(words::verification_keys)}};
  for (const auto& [id, report] : activities.reports())
    table.rows.push_back(report_row(page, report));
  return table;
}

std::string state_text(const Page& page, const VerificationFinding& finding) {
  const std::string state = page.say(activity::words_of(finding.state));
  if (finding.closed_in.empty()) return state;
  return page.say(words::verification_closed_in, {state, finding.closed_in});
}

std::string first_letter_up(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

Table findings_table(const Page& page, const Activities& activities) {
  Table table{
      .caption = page.say(words::verification_findings),
      .columns = {page.say(words::verification_finding), page.say(words::verification_against),
                  page.say(words::verification_kind), page.say(words::verification_about),
                  page.say(words::verification_state), page.say(words::verification_returned)},
      .text_columns = 5};
  for (const auto& [id, activity] : activities.activities())
    for (const VerificationFinding* finding : activities.findings_of(id))
      table.rows.push_back({finding->raised.finding,
                            first_letter_up(page.say(activity::raised_against(finding->raised))),
                            page.say(activity::words_of(finding->raised.kind)),
                            page.say(activity::about(finding->raised)), state_text(page, *finding),
                            page.speech.whole(finding->returned_count)});
  return table;
}

void add_opinions(Html& html, const Page& page, const Activities& activities) {
  for (const auto& [id, report] : activities.reports()) {
    if (!report.verification || report.verification->opinion.empty()) continue;
    html.open("details").element("summary", page.say(words::verification_note, {id}));
    html.element("pre", report.verification->opinion).close("details").new_line();
  }
}

}  // namespace

Html verification_section(const Page& page) {
  Html html;
  const Activities* activities = activities_of(page);
  if (!activities) return html;
  html.open("section", {{"id", "verification"}}).new_line();
  html.element("h2", page.say(words::verification_section)).new_line();
  add_paragraph(html, page.say(words::verification_intro));
  html.add(table_html(reports_table(page, *activities)));
  const Table findings = findings_table(page, *activities);
  if (findings.rows.empty())
    add_paragraph(html, page.say(words::verification_no_findings));
  else
    html.add(table_html(findings));
  add_opinions(html, page, *activities);
  return std::move(html.close("section").new_line());
}

}  // namespace openitmo::files
