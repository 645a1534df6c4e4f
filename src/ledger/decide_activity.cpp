#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "activity/safeguard.h"
#include "ledger/opinion_rules.h"
#include "ledger/rules.h"
#include "quantity/decimal.h"

// The activity cycle: design, components, validation, additionality, monitoring, verification,
// examination.
namespace openitmo::ledger {

namespace {

Broken activity_known(const Question& question, const std::string& activity) {
  if (question.ledger.activities().find_activity(activity)) return std::nullopt;
  return refuse(RefusalCode::not_recorded, {Words("activity", "activité"), activity});
}

Broken report_known(const Question& question, const std::string& report) {
  if (question.ledger.activities().find_report(report)) return std::nullopt;
  return refuse(RefusalCode::not_recorded,
                {Words("monitoring report", "rapport de suivi"), report});
}

}  // namespace

Broken entity_known(const Question& question, const std::string& entity) {
  if (question.ledger.entities().contains(entity)) return std::nullopt;
  return refuse(RefusalCode::not_recorded, {Words("entity", "entité"), entity});
}

Result<Event> decide_on(const Question& question, const RecordActivity& command) {
  if (question.ledger.activities().find_activity(command.activity))
    return std::unexpected(
        refuse(RefusalCode::already_recorded, {Words("activity", "activité"), command.activity}));
  if (auto broken = party_in_approach(question, command.host, command.approach))
    return std::unexpected(*broken);
  if (auto broken = entity_known(question, command.owner)) return std::unexpected(*broken);
  if (auto broken = text_given("sector", command.sector)) return std::unexpected(*broken);
  if (command.activity_types.empty())
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Text::name("activity_types"), std::string(),
         Words("at least one activity type of the AEF", "au moins un type d'activité de l'AEF")}));
  return command;
}

Result<Event> decide_on(const Question& question, const RecordSdgIndicator& command) {
  if (auto broken = activity_known(question, command.activity)) return std::unexpected(*broken);
  if (command.goal < 1 || command.goal > 17)
    return std::unexpected(refuse(RefusalCode::value_not_valid,
                                  {Text::name("goal"), fmt::format("{}", command.goal),
                                   Words("a goal from 1 to 17", "un objectif de 1 à 17")}));
  if (auto broken = text_given("unit", command.unit)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const IncludeComponent& command) {
  const auto& activities = question.ledger.activities();
  if (auto broken = activity_known(question, command.activity)) return std::unexpected(*broken);
  if (activities.find_component(command.component))
    return std::unexpected(refuse(RefusalCode::already_recorded,
                                  {Words("component", "composant"), command.component}));
  if (auto broken = entity_known(question, command.owner)) return std::unexpected(*broken);
  if (command.crediting_period.first > command.crediting_period.last)
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Words("crediting period", "période de comptabilisation"),
         from_to(command.crediting_period),
         Words("a first day not after the last", "un premier jour qui ne suit pas le dernier")}));
  if (const auto* other = activities.overlapping(command))
    return std::unexpected(refuse(RefusalCode::components_overlap,
                                  {command.component, command.site, other->inclusion.component}));
  for (const EligibilityLine& line : command.eligibility)
    if (!line.met || line.evidence.sha256.empty())
      return std::unexpected(
          refuse(RefusalCode::eligibility_not_met, {command.component, line.criterion}));
  if (command.eligibility.empty())
    return std::unexpected(refuse(RefusalCode::eligibility_not_met,
                                  {command.component, Words("checklist", "liste de contrôle")}));
  return command;
}

Result<Event> decide_on(const Question& question, const ConcludeValidation& command) {
  if (auto broken = activity_known(question, command.activity)) return std::unexpected(*broken);
  if (auto broken = entity_known(question, command.validator)) return std::unexpected(*broken);
  if (!command.positive) return command;
  if (auto broken = may_validate(question, command.activity, command.validator))
    return std::unexpected(*broken);
  if (auto broken = no_finding_stands(question, command.activity, nullptr))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const ConcludeAdditionality& command) {
  if (auto broken = activity_known(question, command.activity)) return std::unexpected(*broken);
  if (auto broken = entity_known(question, command.concluded_by)) return std::unexpected(*broken);
  return command;
}

namespace {

Broken results_fit(const Question& question, const SubmitMonitoringReport& command) {
  const auto& activities = question.ledger.activities();
  for (const MonitoredResult& result : command.results) {
    const auto* component = activities.find_component(result.component);
    if (!component || component->inclusion.activity != command.activity)
      return refuse(RefusalCode::not_recorded, {Words("component", "composant"), result.component});
    const DateRange& crediting = component->inclusion.crediting_period;
    for (const Date day : {command.period.first, command.period.last})
      if (!crediting.contains(day))
        return refuse(RefusalCode::period_outside_crediting_period,
                      {day.to_string(), result.component, crediting.first.to_string(),
                       crediting.last.to_string()});
    if (result.vintage < command.period.first.year() || result.vintage > command.period.last.year())
      return refuse(RefusalCode::vintage_outside_monitoring_period,
                    {year_text(result.vintage), command.period.first.to_string(),
                     command.period.last.to_string()});
    const auto same = [&](const MonitoredResult& other) {
      return other.component == result.component && other.vintage == result.vintage;
    };
    if (std::count_if(command.results.begin(), command.results.end(), same) > 1)
      return refuse(RefusalCode::result_already_reported,
                    {command.report, result.component, year_text(result.vintage)});
    if (const auto* other = activities.report_with(result.component, result.vintage))
      return refuse(RefusalCode::result_already_reported,
                    {other->submission.report, result.component, year_text(result.vintage)});
  }
  return std::nullopt;
}

Broken sdg_measured(const Question& question, const SubmitMonitoringReport& command) {
  const auto* activity = question.ledger.activities().find_activity(command.activity);
  bool measured = false;
  for (const SdgMeasurement& measurement : command.sdg_measurements) {
    if (!activity->sdg_indicators.contains(measurement.indicator))
      return refuse(RefusalCode::not_recorded,
                    {Words("SDG indicator", "indicateur ODD"), measurement.indicator});
    measured = measured || !measurement.value.empty();
  }
  if (measured) return std::nullopt;
  return refuse(RefusalCode::sdg_measurement_missing, {command.report});
}

Broken safeguards_measured(const SubmitMonitoringReport& command) {
  const auto refused = [](const std::string& given, const Words& right) {
    return refuse(RefusalCode::value_not_valid,
                  {Words("safeguard", "mesure de sauvegarde"), given, right});
  };
  std::set<std::string> named;
  for (const SafeguardMeasurement& measured : command.safeguards) {
    if (measured.safeguard.empty() || !named.insert(measured.safeguard).second)
      return refused(measured.safeguard, {"each safeguard once, by its name",
                                          "chaque mesure une seule fois, par son nom"});
    for (const std::string& figure : {measured.at_most, measured.value})
      if (!parse_scaled(figure, kSafeguardDigits))
        return refused(fmt::format("{}: {}", measured.safeguard, figure),
                       {"decimal numbers of at most six digits after the point, such as 2.5",
                        "des nombres décimaux d'au plus six chiffres après la virgule, comme 2.5"});
  }
  return std::nullopt;
}

}  // namespace

Result<Event> decide_on(const Question& question, const SubmitMonitoringReport& command) {
  if (auto broken = activity_known(question, command.activity)) return std::unexpected(*broken);
  if (question.ledger.activities().find_report(command.report))
    return std::unexpected(
        refuse(RefusalCode::already_recorded,
               {Words("monitoring report", "rapport de suivi"), command.report}));
  if (command.period.first > command.period.last)
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Words("monitoring period", "période de suivi"), from_to(command.period),
         Words("a first day not after the last", "un premier jour qui ne suit pas le dernier")}));
  if (command.period.last >= question.date())
    return std::unexpected(
        refuse(RefusalCode::transfer_before_mitigation,
               {question.date().to_string(), year_text(command.period.last.year())}));
  if (command.results.empty())
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Text::name("results"), std::string(),
         Words("a result for each component and year", "un résultat par composant et par année")}));
  if (auto broken = results_fit(question, command)) return std::unexpected(*broken);
  if (auto broken = sdg_measured(question, command)) return std::unexpected(*broken);
  if (auto broken = safeguards_measured(command)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const ConcludeVerification& command) {
  if (auto broken = report_known(question, command.report)) return std::unexpected(*broken);
  if (auto broken = entity_known(question, command.verifier)) return std::unexpected(*broken);
  const auto* report = question.ledger.activities().find_report(command.report);
  if (auto broken = may_verify(question, *report, command.verifier))
    return std::unexpected(*broken);
  if (auto broken = not_before(question, report->submitted_on,
                               Words("the monitoring report", "le rapport de suivi")))
    return std::unexpected(*broken);
  if (auto broken = error_within_threshold(command)) return std::unexpected(*broken);
  if (command.positive)
    if (auto broken = no_finding_stands(question, report->submission.activity, report))
      return std::unexpected(*broken);
  if (auto broken = broken_opinion(question.ledger.activities(), question.date(), command,
                                   is_demonstration(question.ledger, command.report)))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const ConcludeExamination& command) {
  if (auto broken = report_known(question, command.report)) return std::unexpected(*broken);
  const auto* report = question.ledger.activities().find_report(command.report);
  const auto* activity = question.ledger.activities().find_activity(report->submission.activity);
  if (auto broken = party_in_approach(question, command.party, activity->record.approach))
    return std::unexpected(*broken);
  if (auto broken = report_verified(question, *report)) return std::unexpected(*broken);
  if (auto broken =
          not_before(question, report->verified_on, Words("the verification", "la vérification")))
    return std::unexpected(*broken);
  return command;
}

}  // namespace openitmo::ledger
