#include "ledger/safeguards.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::ledger {

void Safeguards::record(const SetPeriodDates& record, Date effective, std::uint64_t entry) {
  period_dates_[{record.party, record.ndc}] = {record, effective, entry};
}

void Safeguards::record(const PlaceHold& record, Date effective, std::uint64_t entry) {
  holds_[record.hold] = {{record, effective, entry}, std::nullopt};
}

void Safeguards::record(const LiftHold& record) {
  const auto found = holds_.find(record.hold);
  check(found != holds_.end(), "a lifted hold was placed");
  found->second.lifted = record.end;
}

void Safeguards::record(const SuspendRecognition& record, Date effective) {
  suspensions_.push_back(
      {record, effective.plus_days(static_cast<int>(record.notice_days)), std::nullopt});
}

void Safeguards::record(const ResumeRecognition& record, Date effective) {
  for (Suspension& known : suspensions_)
    if (known.record.party == record.party && known.record.approach == record.approach &&
        !known.until)
      known.until = effective;
}

void Safeguards::record(const RemedyOpened& record, Date effective, std::uint64_t entry) {
  const TonnesCo2eq owed =
      record.way == Remedy::replacement ? record.outstanding_t_co2eq : TonnesCo2eq(0);
  remedies_[record.remedy] = {{record, effective, entry}, owed};
}

void Safeguards::record(const RemedySettled& record) {
  const auto found = remedies_.find(record.remedy);
  check(found != remedies_.end(), "a settled remedy was opened");
  found->second.outstanding_t_co2eq = record.outstanding_t_co2eq;
}

const SetPeriodDates* Safeguards::dates_of(PartyId party, const std::string& ndc) const {
  const auto found = period_dates_.find({party, ndc});
  return found == period_dates_.end() ? nullptr : &found->second.record;
}

const Hold* Safeguards::find_hold(const std::string& id) const {
  const auto found = holds_.find(id);
  return found == holds_.end() ? nullptr : &found->second;
}

const Hold* Safeguards::hold_on(const ItmoRange& range) const {
  for (const auto& [id, hold] : holds_) {
    if (hold.lifted) continue;
    const auto& held = hold.placed.record.ranges;
    if (std::any_of(held.begin(), held.end(),
                    [&](const ItmoRange& other) { return overlap(range, other); }))
      return &hold;
  }
  return nullptr;
}

const Suspension* Safeguards::suspension(CooperativeApproachId approach, Date date) const {
  for (const Suspension& known : suspensions_)
    if (known.record.approach == approach && known.from <= date &&
        (!known.until || date < *known.until))
      return &known;
  return nullptr;
}

const Suspension* Safeguards::suspension_by(PartyId party, CooperativeApproachId approach) const {
  for (const Suspension& known : suspensions_)
    if (known.record.party == party && known.record.approach == approach && !known.until)
      return &known;
  return nullptr;
}

const RemedyState* Safeguards::find_remedy(const std::string& id) const {
  const auto found = remedies_.find(id);
  return found == remedies_.end() ? nullptr : &found->second;
}

}  // namespace openitmo::ledger
