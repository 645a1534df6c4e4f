#include "files/html/monitoring_tables.h"

#include "files/html/monitoring_words.h"
#include "mrv/uncertainty/uncertainty_rows.h"

namespace openitmo::files {

namespace {

namespace words = monitoring;

using mrv::YearResult;

std::string tonnes(const ReportSpeech& speech, double value) {
  return speech.numbers().real(value, 3);
}

std::string term(const ReportSpeech& speech, const YearResult& year, std::string_view key) {
  return year.terms.has(key) ? tonnes(speech, year.terms.at(key)) : speech.say(words::kUnknown);
}

std::vector<std::string> summary_columns(const ReportSpeech& speech, bool deducts) {
  std::vector<std::string> columns{speech.say(words::kComponent), speech.say(words::kYear),
                                   speech.say(words::kBaseline),  speech.say(words::kProject),
                                   speech.say(words::kLeakage),   speech.say(words::kReductions)};
  if (deducts) {
    columns.push_back(speech.say(words::kDeduction));
    columns.push_back(speech.say(words::kClaimed));
  }
  columns.push_back(speech.say(words::kExpected));
  columns.push_back(speech.say(words::kDifference));
  return columns;
}

std::vector<std::string> summary_row(const MonitoringReport& report, const ReportSpeech& speech,
                                     const std::string& component, const YearResult& year) {
  std::vector<std::string> row{report.component_name(component, speech),
                               std::to_string(year.year.value()),
                               term(speech, year, "BE"),
                               term(speech, year, "PE"),
                               term(speech, year, "LE"),
                               term(speech, year, "ER")};
  if (report.deducts()) {
    row.push_back(tonnes(speech, year.deduction));
    row.push_back(tonnes(speech, year.claimed));
  }
  const auto expected = report.expected_t_co2eq(component, year.year);
  row.push_back(expected ? speech.numbers().real(*expected, 0) : speech.say(words::kUnknown));
  row.push_back(expected ? speech.numbers().real_with_sign(year.claimed - *expected, 0)
                         : speech.say(words::kUnknown));
  return row;
}

}  // namespace

Table summary_table(const MonitoringReport& report, const ReportSpeech& speech,
                    const std::string& caption) {
  Table table{.caption = caption,
              .columns = summary_columns(speech, report.deducts()),
              .text_columns = 2,
              .notes = {speech.say(report.deducts() ? words::kClaimedNote : words::kSummaryNote)}};
  double reductions = 0, deduction = 0, claimed = 0;
  for (const registry::ComponentResult* result : report.results)
    for (const YearResult& year : result->quantification.years) {
      reductions += year.terms.ER();
      deduction += year.deduction;
      claimed += year.claimed;
      table.rows.push_back(summary_row(report, speech, result->component, year));
    }
  std::vector<std::string> total{std::string(kTotalRow) + speech.say(words::kTotal),
                                 "",
                                 "",
                                 "",
                                 "",
                                 tonnes(speech, reductions)};
  if (report.deducts()) {
    total.push_back(tonnes(speech, deduction));
    total.push_back(tonnes(speech, claimed));
  }
  total.resize(table.columns.size());
  table.rows.push_back(std::move(total));
  return table;
}

Table uncertainty_table(const mrv::Quantification& quantified, const ReportSpeech& speech) {
  Table table{.caption = speech.say(words::kUncertainty),
              .columns = {speech.say(words::kYear), speech.say(words::kReductions),
                          speech.say(words::kLowerEnd), speech.say(words::kUpperEnd),
                          speech.say(words::kHalfWidth)},
              .notes = {speech.say(words::kUncertaintyNote)}};
  const bool deducts = quantified.deduction_policy.has_value();
  if (deducts) {
    table.columns.push_back(speech.say(words::kDeduction));
    table.columns.push_back(speech.say(words::kClaimed));
    table.notes.push_back(speech.say(mrv::policy_sentence(*quantified.deduction_policy)));
  }
  for (const YearResult& year : quantified.years) {
    const mrv::ErrorPropagation& errors = year.errors;
    auto& row = table.rows.emplace_back();
    row = {std::to_string(year.year.value()), tonnes(speech, errors.result),
           tonnes(speech, errors.result - errors.half_width),
           tonnes(speech, errors.result + errors.half_width),
           errors.result == 0 ? speech.say(words::kUnknown)
                              : speech.numbers().real(errors.percent(), 1)};
    if (!deducts) continue;
    row.push_back(tonnes(speech, year.deduction));
    row.push_back(tonnes(speech, year.claimed));
  }
  return table;
}

}  // namespace openitmo::files
