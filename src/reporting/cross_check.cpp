#include "reporting/cross_check.h"

#include <algorithm>
#include <iterator>

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

// The latest versions of each Party.
std::vector<std::span<const std::uint32_t>> by_party(const AefDatabase& database) {
  std::vector<std::span<const std::uint32_t>> parties;
  const std::span<const std::uint32_t> latest = database.latest();
  for (std::size_t begin = 0, end = 0; begin < latest.size(); begin = end) {
    const PartyId party = database.submission(latest[begin]).party;
    while (end < latest.size() && database.submission(latest[end]).party == party) ++end;
    parties.push_back(latest.subspan(begin, end - begin));
  }
  return parties;
}

void check_party(const AefDatabase& database, std::span<const std::uint32_t> submissions,
                 std::vector<Finding>& findings) {
  for (const std::uint32_t index : submissions) {
    for (Finding& finding : check_rows(database.submission(index))) {
      finding.at.submission = index;
      if (finding.other) finding.other->submission = index;
      findings.push_back(std::move(finding));
    }
    check_holdings(database, index, findings);
  }
  check_against_authorizations(database, submissions, findings);
}

void check_series(const AefDatabase& database, const CrossCheckSettings& settings,
                  const SeriesRows& rows, std::vector<Finding>& findings) {
  check_repeated_actions(database, rows, findings);
  check_overlapping_blocks(database, rows, findings);
  check_unit_histories(database, rows, findings);
  check_transfers(database, settings, rows, findings);
  check_holders(database, rows, findings);
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

void one_after_another(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

CrossCheckResult cross_check(std::span<const AefSubmission> submissions,
                             const CrossCheckSettings& settings, const ForEachIndex& for_each) {
  const AefDatabase database(submissions);
  CrossCheckResult result;
  check_versions(database, result.findings);
  check_sectors(database, result.findings);
  const auto parties = by_party(database);
  // The findings of each Party, then of each series of units, whoever finds them first.
  std::vector<std::vector<Finding>> found(parties.size() + database.series_count());
  for_each(found.size(), [&](std::size_t i) {
    if (i < parties.size())
      check_party(database, parties[i], found[i]);
    else
      check_series(database, settings, database.rows_of_series(i - parties.size()), found[i]);
  });
  for (std::vector<Finding>& of_one : found)
    std::ranges::move(of_one, std::back_inserter(result.findings));

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
