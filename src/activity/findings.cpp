#include <algorithm>

#include "activity/activities.h"
#include "quantity/check.h"

// Verification findings and the keys of opinions.
namespace openitmo::activity {

namespace {

VerificationFinding& existing(std::map<std::string, VerificationFinding>& findings,
                              const std::string& code) {
  const auto found = findings.find(code);
  check(found != findings.end(), "an applied entry names a finding that was raised");
  return found->second;
}

}  // namespace

void Activities::record(const RaiseFinding& record, Date effective) {
  const auto activity = activities_.find(record.activity);
  check(activity != activities_.end(), "a finding is raised against a recorded activity");
  const auto [at, added] = findings_.try_emplace(record.finding);
  check(added, "a finding is raised once");
  at->second.raised = record;
  at->second.last_act = effective;
  activity->second.findings.push_back(record.finding);
  if (record.report.empty()) return;
  const auto report = reports_.find(record.report);
  check(report != reports_.end(), "a finding is raised against a recorded report");
  if (report->second.verifier.empty()) report->second.verifier = record.raised_by;
}

void Activities::record(const AnswerFinding& record, Date effective) {
  VerificationFinding& finding = existing(findings_, record.finding);
  finding.state = FindingState::answered;
  finding.answered_by = record.answered_by;
  finding.answer = record.answer;
  finding.last_act = effective;
}

void Activities::record(const ReturnFinding& record, Date effective) {
  VerificationFinding& finding = existing(findings_, record.finding);
  finding.state = FindingState::open;
  ++finding.returned_count;
  finding.last_act = effective;
}

void Activities::record(const CloseFinding& record, Date effective) {
  VerificationFinding& finding = existing(findings_, record.finding);
  finding.state = FindingState::closed;
  finding.closed_by = record.closed_by;
  finding.closed_in = record.report;
  finding.reason = record.reason;
  finding.last_act = effective;
  const auto report = reports_.find(record.report);
  if (report != reports_.end() && report->second.verifier.empty() &&
      record.closed_by != finding.raised.raised_by)
    report->second.verifier = record.closed_by;
}

void Activities::record(const RecordOpinionKey& record, Date effective) {
  opinion_keys_[record.entity].push_back({record, effective});
}

const VerificationFinding* Activities::find_finding(const std::string& code) const {
  const auto found = findings_.find(code);
  return found == findings_.end() ? nullptr : &found->second;
}

std::vector<const VerificationFinding*> Activities::findings_of(const std::string& activity) const {
  std::vector<const VerificationFinding*> findings;
  if (const Activity* found = find_activity(activity))
    for (const std::string& code : found->findings) findings.push_back(find_finding(code));
  return findings;
}

bool Activities::stands_against(const VerificationFinding& finding, const Report& report) const {
  const RaiseFinding& raised = finding.raised;
  if (raised.activity != report.submission.activity) return false;
  if (raised.report.empty()) return true;
  if (!finding.is_forward()) return raised.report == report.submission.report;
  const Report* earlier = find_report(raised.report);
  return earlier && earlier->submission.period.last < report.submission.period.last;
}

bool Activities::stands_against_validation(const VerificationFinding& finding) {
  return finding.raised.report.empty() && !finding.is_forward();
}

const OpinionKey* Activities::opinion_key(const std::string& entity, Date date) const {
  const auto keys = opinion_keys_.find(entity);
  if (keys == opinion_keys_.end()) return nullptr;
  const OpinionKey* in_force = nullptr;
  for (const OpinionKey& key : keys->second)
    if (key.effective <= date) in_force = &key;
  return in_force;
}

}  // namespace openitmo::activity
