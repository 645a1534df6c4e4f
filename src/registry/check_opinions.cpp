#include "registry/check_opinions.h"

#include "ledger/opinion_rules.h"
#include "quantity/check.h"
#include "registry/decide_act.h"

namespace openitmo::registry {

std::optional<ledger::Refusal> OpinionCheck::take(const ledger::Entry& entry) {
  const Date date = entry.envelope.effective_date;
  std::optional<ledger::Refusal> broken;
  if (const auto* approach = std::get_if<RecordCooperativeApproach>(&entry.event))
    demonstrations_[approach->approach] = approach->demonstration;
  if (const auto* conclusion = std::get_if<ConcludeVerification>(&entry.event))
    broken = check(date, *conclusion);
  if (const auto* record = std::get_if<RecordOpinionKey>(&entry.event))
    broken = broken_key(*record);
  std::visit(
      [&](const auto& event) {
        if constexpr (requires { before_.record(event, date); }) before_.record(event, date);
      },
      entry.event);
  return broken;
}

std::optional<ledger::Refusal> OpinionCheck::check(Date date,
                                                   const ConcludeVerification& conclusion) {
  if (auto broken =
          ledger::broken_opinion(before_, date, conclusion, is_demonstration(conclusion.report)))
    return broken;
  if (auto broken = broken_signature(before_, date, conclusion)) return broken;
  if (!conclusion.opinion.empty()) ++count_;
  return std::nullopt;
}

bool OpinionCheck::is_demonstration(const std::string& id) const {
  const auto* report = before_.find_report(id);
  openitmo::check(report != nullptr, "a verification names a recorded report");
  const auto* activity = before_.find_activity(report->submission.activity);
  openitmo::check(activity != nullptr, "a monitoring report names a recorded activity");
  const auto approach = demonstrations_.find(activity->record.approach);
  return approach != demonstrations_.end() && approach->second;
}

}  // namespace openitmo::registry
