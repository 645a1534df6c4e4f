#include "activity/opinion.h"

#include <fmt/format.h>

#include "party/demonstration.h"
#include "quantity/check.h"

namespace openitmo::activity {

namespace {

// A code is one word or more of a line; what would begin another line is shown as a question mark.
std::string on_one_line(std::string code) {
  for (char& c : code)
    if (static_cast<unsigned char>(c) < 0x20) c = '?';
  return code;
}

class Writer {
 public:
  void line(std::string_view text) {
    text_ += text;
    text_ += '\n';
  }
  void line(std::string_view word, const std::string& value) {
    if (!value.empty()) line(fmt::format("{} {}", word, on_one_line(value)));
  }
  std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

void write_result(Writer& writer, const MonitoredResult& result) {
  writer.line("result", fmt::format("{} {} {}", result.vintage.value(), result.result_sha256,
                                    result.component));
}

void write_finding(Writer& writer, const VerificationFinding& finding) {
  writer.line("finding",
              fmt::format("{} {} {} {}", name_of(finding.raised.kind), name_of(finding.state),
                          finding.closed() ? finding.reason.sha256 : "-", finding.raised.finding));
}

bool belongs_to(const Activities& activities, const VerificationFinding& finding,
                const Report& report) {
  const std::string& id = report.submission.report;
  return finding.raised.report == id || finding.closed_in == id ||
         (!finding.closed() && activities.stands_against(finding, report));
}

}  // namespace

std::string opinion_text(const Activities& activities, const ConcludeVerification& conclusion,
                         bool demonstration) {
  const Report* report = activities.find_report(conclusion.report);
  check(report != nullptr, "an opinion is on a recorded report");
  const SubmitMonitoringReport& submission = report->submission;
  Writer writer;
  writer.line("openitmo/verification-opinion/1");
  if (demonstration) writer.line(kDemonstrationLine);
  writer.line("activity", submission.activity);
  writer.line("report", submission.report);
  writer.line("first_day", submission.period.first.to_string());
  writer.line("last_day", submission.period.last.to_string());
  writer.line("verifier", conclusion.verifier);
  for (const MonitoredResult& result : submission.results) write_result(writer, result);
  for (const VerificationFinding* finding : activities.findings_of(submission.activity))
    if (belongs_to(activities, *finding, *report)) write_finding(writer, *finding);
  writer.line("conclusion", conclusion.positive ? "positive" : "negative");
  writer.line("materiality_threshold_percent", conclusion.materiality_threshold_percent);
  writer.line("extrapolated_error_percent", conclusion.extrapolated_error_percent);
  writer.line("statement", conclusion.statement.sha256);
  return std::move(writer).text();
}

}  // namespace openitmo::activity
