#include "registry/check_opinions.h"

#include "ledger/opinion_rules.h"
#include "registry/decide_act.h"

namespace openitmo::registry {

namespace {

std::optional<ledger::Refusal> broken_conclusion(const ledger::Ledger& before, Date date,
                                                 const ConcludeVerification& conclusion) {
  if (auto broken = ledger::broken_opinion(before.activities(), date, conclusion,
                                           ledger::is_demonstration(before, conclusion.report)))
    return broken;
  return broken_signature(before.activities(), date, conclusion);
}

}  // namespace

void SeenOpinions::see(const ledger::Ledger& before, const ledger::Entry& entry) {
  std::optional<ledger::Refusal> why;
  if (const auto* record = std::get_if<RecordOpinionKey>(&entry.event)) why = broken_key(*record);
  if (const auto* conclusion = std::get_if<ConcludeVerification>(&entry.event)) {
    // Without its report the entry breaks an invariant as soon as it is applied.
    if (before.activities().find_report(conclusion->report) == nullptr) return;
    why = broken_conclusion(before, entry.envelope.effective_date, *conclusion);
    if (!why && !conclusion->opinion.empty()) ++held;
  }
  if (why) broken.emplace_back(entry.number, *std::move(why));
}

}  // namespace openitmo::registry
