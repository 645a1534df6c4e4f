#include "ledger/terms.h"

#include <algorithm>
#include <utility>

#include "quantity/check.h"

namespace openitmo::ledger {

bool of_mechanism(const UnderlyingUnits& units) {
  return units.registry.starts_with("A6.4") || units.registry.starts_with("A64");
}

void Terms::record(const AgreeLevies& record, Date effective, std::uint64_t entry) {
  levies_[record.approach].push_back({record, effective, entry});
  levy_accounts_.try_emplace(record.approach);
}

void Terms::record(const NameAdaptationFund& record) { fund_ = record.fund; }

void Terms::record(const GrantLabel& record, Date effective, std::uint64_t entry) {
  labels_.push_back({record, effective, entry});
}

void Terms::record(const RecordA64Statement& record, Date effective, std::uint64_t entry) {
  a64_statements_.push_back({record, effective, entry});
}

void Terms::record(const RecordChannel& record, Date effective, std::uint64_t entry) {
  channels_[{record.party, record.informing_registry}] = {record, effective, entry};
}

void Terms::record(const SetUseLimit& record, Date effective, std::uint64_t entry) {
  use_limits_.push_back({record, effective, entry});
}

const AgreeLevies* Terms::levies_on(CooperativeApproachId approach, Date date) const {
  const auto known = levies_.find(approach);
  if (known == levies_.end()) return nullptr;
  const AgreeLevies* last = nullptr;
  for (const auto& agreed : known->second)
    if (agreed.effective <= date) last = &agreed.record;
  return last;
}

void Terms::issued(CooperativeApproachId approach, TonnesCo2eq quantity, bool host_ldc_or_sids,
                   Date date) {
  const AgreeLevies* levies = levies_on(approach, date);
  if (!levies) return;
  LevyAccount& account = levy_accounts_[approach];
  const bool exempt = levies->exempts_ldc_and_sids && host_ldc_or_sids;
  if (!exempt)
    account.adaptation_due_t_co2eq +=
        share_of(quantity, levies->adaptation_share.rational(), levies->rounding);
  account.omge_due_t_co2eq += share_of(quantity, levies->omge_share.rational(), levies->rounding);
}

void Terms::delivered_to_fund(CooperativeApproachId approach, TonnesCo2eq quantity) {
  if (const auto at = levy_accounts_.find(approach); at != levy_accounts_.end())
    at->second.adaptation_delivered_t_co2eq += quantity;
}

void Terms::cancelled_for_omge(CooperativeApproachId approach, TonnesCo2eq quantity) {
  if (const auto at = levy_accounts_.find(approach); at != levy_accounts_.end())
    at->second.omge_delivered_t_co2eq += quantity;
}

// What was delivered before there was a levy account is not taken back from it.
void Terms::taken_back_from_fund(CooperativeApproachId approach, TonnesCo2eq quantity) {
  if (const auto at = levy_accounts_.find(approach); at != levy_accounts_.end())
    at->second.adaptation_delivered_t_co2eq -=
        std::min(quantity, at->second.adaptation_delivered_t_co2eq);
}

void Terms::uncancelled_for_omge(CooperativeApproachId approach, TonnesCo2eq quantity) {
  if (const auto at = levy_accounts_.find(approach); at != levy_accounts_.end())
    at->second.omge_delivered_t_co2eq -= std::min(quantity, at->second.omge_delivered_t_co2eq);
}

const LevyAccount* Terms::levies_of(CooperativeApproachId approach) const {
  const auto known = levy_accounts_.find(approach);
  return known == levy_accounts_.end() ? nullptr : &known->second;
}

bool Terms::has_label(std::string_view label, const std::string& activity, Vintage vintage,
                      Date date) const {
  return std::ranges::any_of(labels_, [&](const Recorded<GrantLabel>& known) {
    const GrantLabel& granted = known.record;
    return granted.label == label && granted.activity == activity && known.effective <= date &&
           (!granted.until || date <= *granted.until) && granted.first_vintage <= vintage &&
           vintage <= granted.last_vintage;
  });
}

namespace {

using Numbers = std::pair<std::uint64_t, std::uint64_t>;  // first and last unit

bool overlap(const UnderlyingUnits& a, const UnderlyingUnits& b) {
  return a.registry == b.registry && a.prefix == b.prefix && a.first_unit <= b.last_unit &&
         b.first_unit <= a.last_unit;
}

// What is left of `units` on both sides of `taken`.
std::vector<Numbers> without(const std::vector<Numbers>& units, const Numbers& taken) {
  std::vector<Numbers> left;
  for (const Numbers& piece : units) {
    if (taken.second < piece.first || piece.second < taken.first) {
      left.push_back(piece);
      continue;
    }
    if (piece.first < taken.first) left.emplace_back(piece.first, taken.first - 1);
    if (taken.second < piece.second) left.emplace_back(taken.second + 1, piece.second);
  }
  return left;
}

}  // namespace

const Recorded<RecordA64Statement>* Terms::a64_statement(const UnderlyingUnits& units) const {
  for (auto at = a64_statements_.rbegin(); at != a64_statements_.rend(); ++at)
    if (overlap(at->record.underlying, units)) return &*at;
  return nullptr;
}

bool Terms::a64_authorized(const UnderlyingUnits& units, Date date) const {
  std::vector<Numbers> unsaid{{units.first_unit, units.last_unit}};
  for (auto at = a64_statements_.rbegin(); at != a64_statements_.rend() && !unsaid.empty(); ++at) {
    const RecordA64Statement& statement = at->record;
    if (at->effective > date || !overlap(statement.underlying, units)) continue;
    auto left = without(unsaid, {statement.underlying.first_unit, statement.underlying.last_unit});
    if (left != unsaid && statement.status != A64Status::authorized) return false;
    unsaid = std::move(left);
  }
  return unsaid.empty();
}

const Recorded<RecordChannel>* Terms::channel(PartyId party, RegistryId informing) const {
  const auto known = channels_.find({party, informing});
  return known == channels_.end() ? nullptr : &known->second;
}

}  // namespace openitmo::ledger
