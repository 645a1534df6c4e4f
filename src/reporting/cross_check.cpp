#include "reporting/cross_check.h"

#include "reporting/aef_database.h"
#include "reporting/submission_check.h"

namespace openitmo::reporting {

namespace {

void apply_mark(const AefPlace& place, FindingEffect effect, CrossCheckResult& result) {
  SubmissionResult& submission = result.submissions[place.submission];
  if (!submission.mark) return;
  submission.mark = worse(*submission.mark, effect);
  if (place.table != AefTable::actions || place.row >= submission.action_marks.size()) return;
  submission.action_marks[place.row] = worse(submission.action_marks[place.row], effect);
}

}  // namespace

CheckMark worse(CheckMark mark, FindingEffect effect) {
  switch (effect) {
    case FindingEffect::inconsistent:
      return CheckMark::inconsistent;
    case FindingEffect::not_available:
      return mark == CheckMark::consistent ? CheckMark::not_available : mark;
    case FindingEffect::warning:
      return mark;
  }
  return mark;
}

CrossCheckResult cross_check(std::span<const AefSubmission> submissions,
                             const CrossCheckSettings& settings) {
  const AefDatabase database(submissions);
  CrossCheckResult result;
  check_versions(database, result.findings);
  for (const std::uint32_t index : database.latest()) {
    for (Finding& finding : check_rows(submissions[index])) {
      finding.at.submission = index;
      if (finding.other) finding.other->submission = index;
      result.findings.push_back(std::move(finding));
    }
  }
  check_against_authorizations(database, result.findings);
  check_repeated_actions(database, result.findings);
  check_overlapping_blocks(database, result.findings);
  check_unit_histories(database, result.findings);
  check_transfers(database, settings, result.findings);
  check_holdings(database, result.findings);

  result.submissions.resize(submissions.size());
  for (const std::uint32_t index : database.latest()) {
    result.submissions[index].mark = CheckMark::consistent;
    result.submissions[index].action_marks.resize(submissions[index].actions.size(),
                                                  CheckMark::consistent);
  }
  for (const Finding& finding : result.findings) {
    apply_mark(finding.at, finding.effect(), result);
    if (finding.other) apply_mark(*finding.other, finding.effect(), result);
  }
  return result;
}

}  // namespace openitmo::reporting
