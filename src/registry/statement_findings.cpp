#include "registry/statement_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "activity/finding_words.h"

namespace openitmo::registry {

StatementTable findings_table(const activity::Activities& activities, const std::string& activity,
                              const std::string& component) {
  StatementTable table{"findings",
                       {"Findings", "Constats"},
                       {{"finding", {"finding", "constat"}},
                        {"report", {"report", "rapport"}},
                        {"kind", {"kind", "nature"}},
                        {"state", {"state", "état"}},
                        {"raised_by", {"raised by", "émis par"}},
                        {"answered_by", {"answered by", "réponse de"}},
                        {"returned_count", {"returned", "renvoyé"}},
                        {"closed_in", {"closed in", "clôturé dans"}},
                        {"about", {"about", "objet"}}},
                       {}};
  for (const activity::VerificationFinding* finding : activities.findings_of(activity)) {
    const RaiseFinding& raised = finding->raised;
    if (!component.empty() && raised.component != component) continue;
    table.rows.push_back(
        {Cell::of_code(raised.finding),
         raised.report.empty() ? Cell::of_words({"validation", "validation"}, "")
                               : Cell::of_code(raised.report),
         Cell::of_words(activity::words_of(raised.kind), name_of(raised.kind)),
         Cell::of_words(activity::words_of(finding->state), name_of(finding->state)),
         Cell::of_code(raised.raised_by),
         Cell::of_code(finding->answered_by),
         Cell::of_number(finding->returned_count),
         Cell::of_code(finding->closed_in),
         {activity::about(raised)}});
  }
  return table;
}

Cell open_findings(const activity::Activities& activities, const std::string& activity) {
  std::vector<std::string> open;
  for (const activity::VerificationFinding* finding : activities.findings_of(activity))
    if (!finding->closed()) open.push_back(finding->raised.finding);
  return Cell::of_code(fmt::format("{}", fmt::join(open, ", ")));
}

Words conclusion_words(const activity::Report& report) {
  if (!report.verification) return {"not concluded", "non conclu"};
  return report.verification->positive ? Words("positive", "positive")
                                       : Words("negative", "négative");
}

Text signed_words(const activity::Report& report) {
  if (!report.verification) return {};
  return report.verification->opinion.empty() ? Words("not signed", "non signé")
                                              : Words("signed", "signé");
}

StatementTable reports_table(const activity::Activities& activities, const std::string& activity) {
  StatementTable table{"reports",
                       {"Monitoring reports", "Rapports de suivi"},
                       {{"report", {"report", "rapport"}},
                        {"first_day", {"from", "du"}},
                        {"last_day", {"to", "au"}},
                        {"verifier", {"verifier", "vérificateur"}},
                        {"conclusion", {"verification", "vérification"}},
                        {"opinion", {"opinion", "avis"}}},
                       {}};
  for (const auto& [id, report] : activities.reports()) {
    if (report.submission.activity != activity) continue;
    table.rows.push_back({Cell::of_code(id),
                          Cell::of_code(report.submission.period.first.to_string()),
                          Cell::of_code(report.submission.period.last.to_string()),
                          Cell::of_code(report.verifier),
                          {conclusion_words(report)},
                          {signed_words(report)}});
  }
  return table;
}

}  // namespace openitmo::registry
