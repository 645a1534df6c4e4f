#include <algorithm>

#include "activity/finding_words.h"
#include "ledger/rules.h"

// Verification findings from the day they are raised to the day they are closed (rulebook R-177).
namespace openitmo::ledger {

namespace {

using activity::Activities;
using activity::FindingState;
using activity::Report;
using activity::VerificationFinding;

Broken finding_known(const Question& question, const std::string& code) {
  if (question.ledger.activities().find_finding(code)) return std::nullopt;
  return refuse(RefusalCode::finding_unknown, {code});
}

Broken in_state(const VerificationFinding& finding, FindingState due) {
  if (finding.state == due) return std::nullopt;
  return refuse(RefusalCode::finding_state_differs,
                {finding.raised.finding, words_of(finding.state), words_of(due)});
}

Broken not_before_last_act(const Question& question, const VerificationFinding& finding) {
  return not_before(question, finding.last_act,
                    Words("the last act on the finding", "le dernier acte sur le constat"));
}

bool takes_part(const Activities& activities, const std::string& entity,
                const std::string& activity) {
  if (activities.find_activity(activity)->record.owner == entity) return true;
  return std::ranges::any_of(activities.components(), [&](const auto& component) {
    const IncludeComponent& inclusion = component.second.inclusion;
    return inclusion.activity == activity && inclusion.owner == entity;
  });
}

Refusal not_the_body(const std::string& entity, Text does) {
  return refuse(RefusalCode::not_verifying_body, {entity, std::move(does)});
}

// Everything the report claims has been issued, or carried on as a deficit.
bool settled(const Activities& activities, const Report& report) {
  return std::ranges::all_of(report.submission.results, [&](const MonitoredResult& result) {
    const auto* component = activities.find_component(result.component);
    return component && component->settled_vintages.contains(result.vintage);
  });
}

Broken report_takes_findings(const Question& question, const Report& report, FindingKind kind) {
  const std::string& id = report.submission.report;
  if (report.rejected())
    return refuse(RefusalCode::report_closed_to_findings,
                  {id, Words("has a negative verification", "a une vérification négative")});
  if (kind != FindingKind::forward_action && settled(question.ledger.activities(), report))
    return refuse(RefusalCode::report_closed_to_findings,
                  {id, Words("has all its units", "a toutes ses unités")});
  return std::nullopt;
}

Broken may_raise_in_report(const Question& question, const RaiseFinding& command) {
  const Report* report = question.ledger.activities().find_report(command.report);
  if (!report || report->submission.activity != command.activity)
    return refuse(RefusalCode::not_recorded,
                  {Words("monitoring report", "rapport de suivi"), command.report});
  if (auto broken = report_takes_findings(question, *report, command.kind)) return broken;
  if (auto broken = may_verify(question, *report, command.raised_by)) return broken;
  return not_before(question, report->submitted_on,
                    Words("the monitoring report", "le rapport de suivi"));
}

// What a finding is about belongs to its activity, and to its report where it has one.
Broken about_known(const Question& question, const RaiseFinding& command) {
  const Activities& activities = question.ledger.activities();
  if (!command.component.empty()) {
    const auto* component = activities.find_component(command.component);
    if (!component || component->inclusion.activity != command.activity)
      return refuse(RefusalCode::not_recorded,
                    {Words("component", "composant"), command.component});
  }
  const Report* report = activities.find_report(command.report);
  if (!command.vintage || !report) return std::nullopt;
  const DateRange& period = report->submission.period;
  if (*command.vintage >= period.first.year() && *command.vintage <= period.last.year())
    return std::nullopt;
  return refuse(RefusalCode::vintage_outside_monitoring_period,
                {year_text(*command.vintage), period.first.to_string(), period.last.to_string()});
}

// A forward action is closed in a later report, which it stands against.
Broken closes_in(const Question& question, const VerificationFinding& finding,
                 const std::string& id) {
  const Activities& activities = question.ledger.activities();
  const Report* report = activities.find_report(id);
  if (report && activities.stands_against(finding, *report))
    return report_takes_findings(question, *report, finding.raised.kind);
  return refuse(
      RefusalCode::value_not_valid,
      {Text::name("report"), id,
       Words("a later monitoring report of the activity, in which it was shown to be done",
             "un rapport de suivi ultérieur de l'activité, où il a été montré que c'est "
             "fait")});
}

// Whoever raised it, or verifies a later report that a forward action stands against.
bool judges(const Activities& activities, const VerificationFinding& finding,
            const std::string& entity) {
  if (finding.raised.raised_by == entity) return true;
  return finding.is_forward() && std::ranges::any_of(activities.reports(), [&](const auto& report) {
           return report.second.verifier == entity &&
                  activities.stands_against(finding, report.second);
         });
}

Broken may_close(const Question& question, const VerificationFinding& finding,
                 const CloseFinding& command) {
  if (!finding.is_forward()) {
    if (!command.report.empty())
      return refuse(RefusalCode::value_not_valid,
                    {Text::name("report"), command.report,
                     Words("nothing: only a forward action is closed in another report",
                           "rien : seule une action future se clôt dans un autre rapport")});
  } else if (auto broken = closes_in(question, finding, command.report)) {
    return broken;
  }
  if (command.closed_by == finding.raised.raised_by) return std::nullopt;
  if (!finding.is_forward() || command.closed_by == finding.answered_by)
    return not_the_body(command.closed_by,
                        {{"raised finding {}", "a émis le constat {}"}, finding.raised.finding});
  return may_verify(question, *question.ledger.activities().find_report(command.report),
                    command.closed_by);
}

}  // namespace

Broken may_verify(const Question& question, const Report& report, const std::string& entity) {
  const Activities& activities = question.ledger.activities();
  const std::string& id = report.submission.report;
  const auto* activity = activities.find_activity(report.submission.activity);
  const auto* approach = question.ledger.find_approach(activity->record.approach);
  if (approach->record.record.separate_verifier && activity->validation &&
      activity->validation->validator == entity)
    return refuse(RefusalCode::verifier_is_last_validator, {entity, id});
  const bool other = !report.verifier.empty() && report.verifier != entity;
  if (!other && !takes_part(activities, entity, activity->record.activity)) return std::nullopt;
  return not_the_body(entity, {{"verifies report {}", "vérifie le rapport {}"}, id});
}

Broken may_validate(const Question& question, const std::string& activity,
                    const std::string& entity) {
  const Activities& activities = question.ledger.activities();
  bool other = takes_part(activities, entity, activity);
  for (const VerificationFinding* finding : activities.findings_of(activity))
    other = other || (!finding->closed() && finding->raised.report.empty() &&
                      !finding->is_forward() && finding->raised.raised_by != entity);
  if (!other) return std::nullopt;
  return not_the_body(entity, {{"validates activity {}", "valide l'activité {}"}, activity});
}

Broken no_finding_stands(const Question& question, const std::string& activity,
                         const Report* report) {
  const Activities& activities = question.ledger.activities();
  std::vector<std::string> open;
  Date closed_on;
  for (const VerificationFinding* finding : activities.findings_of(activity)) {
    const bool stands = report ? activities.stands_against(*finding, *report)
                               : Activities::stands_against_validation(*finding);
    if (!stands) continue;
    if (finding->closed())
      closed_on = std::max(closed_on, finding->last_act);
    else
      open.push_back(finding->raised.finding);
  }
  if (open.empty())
    return not_before(question, closed_on,
                      Words("the closing of a finding", "la clôture d'un constat"));
  const Text what = report ? Text({"report {}", "le rapport {}"}, report->submission.report)
                           : Text({"the validation of {}", "la validation de {}"}, activity);
  return refuse(RefusalCode::findings_open, {what, listed(open)});
}

Broken report_verified(const Question& question, const Report& report) {
  if (!report.verified())
    return refuse(RefusalCode::verification_missing, {report.submission.report});
  return no_finding_stands(question, report.submission.activity, &report);
}

Result<Event> decide_on(const Question& question, const RaiseFinding& command) {
  const Activities& activities = question.ledger.activities();
  if (auto broken = text_given("finding", command.finding)) return std::unexpected(*broken);
  if (const auto* known = activities.find_finding(command.finding))
    return std::unexpected(refuse(RefusalCode::finding_code_used,
                                  {command.finding, activity::raised_against(known->raised)}));
  const auto* activity = activities.find_activity(command.activity);
  if (!activity)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("activity", "activité"), command.activity}));
  if (auto broken = entity_known(question, command.raised_by)) return std::unexpected(*broken);
  if (command.report.empty()) {
    if (auto broken = may_validate(question, command.activity, command.raised_by))
      return std::unexpected(*broken);
  } else if (auto broken = may_raise_in_report(question, command)) {
    return std::unexpected(*broken);
  }
  if (auto broken = about_known(question, command)) return std::unexpected(*broken);
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const AnswerFinding& command) {
  if (auto broken = finding_known(question, command.finding)) return std::unexpected(*broken);
  const auto& finding = *question.ledger.activities().find_finding(command.finding);
  if (auto broken = in_state(finding, FindingState::open)) return std::unexpected(*broken);
  if (auto broken = entity_known(question, command.answered_by)) return std::unexpected(*broken);
  if (command.answered_by == finding.raised.raised_by)
    return std::unexpected(
        refuse(RefusalCode::finding_answered_by_raiser, {command.answered_by, command.finding}));
  if (auto broken = not_before_last_act(question, finding)) return std::unexpected(*broken);
  if (auto broken = text_given("answer", command.answer.sha256)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const ReturnFinding& command) {
  if (auto broken = finding_known(question, command.finding)) return std::unexpected(*broken);
  const auto& finding = *question.ledger.activities().find_finding(command.finding);
  if (auto broken = in_state(finding, FindingState::answered)) return std::unexpected(*broken);
  if (!judges(question.ledger.activities(), finding, command.returned_by))
    return std::unexpected(not_the_body(
        command.returned_by, {{"raised finding {}", "a émis le constat {}"}, command.finding}));
  if (auto broken = not_before_last_act(question, finding)) return std::unexpected(*broken);
  if (auto broken = text_given("reason", command.reason.sha256)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const CloseFinding& command) {
  if (auto broken = finding_known(question, command.finding)) return std::unexpected(*broken);
  const auto& finding = *question.ledger.activities().find_finding(command.finding);
  if (auto broken = in_state(finding, FindingState::answered)) return std::unexpected(*broken);
  if (auto broken = entity_known(question, command.closed_by)) return std::unexpected(*broken);
  if (auto broken = may_close(question, finding, command)) return std::unexpected(*broken);
  if (auto broken = not_before_last_act(question, finding)) return std::unexpected(*broken);
  if (auto broken = text_given("reason", command.reason.sha256)) return std::unexpected(*broken);
  return command;
}

}  // namespace openitmo::ledger
