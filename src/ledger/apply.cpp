#include <algorithm>

#include "ledger/ledger.h"
#include "quantity/check.h"

// What each event does to the state. No event may be refused here; what cannot be is an invariant.
namespace openitmo::ledger {

namespace {

void mark_first_transferred(BlockState& state, std::uint32_t authorization) {
  check(!state.first_transferred, "invariant 4: a unit is first transferred once");
  state.first_transferred = true;
  state.first_transfer_authorization = authorization;
}

}  // namespace

void Ledger::apply(const Entry& entry) {
  check(entry_count_ == 0 || entry.number > last_entry_, "entries apply in order");
  check(entry_count_ == 0 || entry.envelope.recorded_at >= last_recorded_at_,
        "recorded_at never decreases");
  std::visit([&](const auto& event) { on(event, entry); }, entry.event);
  last_recorded_at_ = entry.envelope.recorded_at;
  last_entry_ = entry.number;
  ++entry_count_;
}

PartyState& Ledger::existing_party(PartyId party) {
  const auto found = parties_.find(party);
  check(found != parties_.end(), "an applied entry names a recorded Party");
  return found->second;
}

std::uint32_t Ledger::existing_account(const std::string& id) const {
  const auto found = find_account(id);
  check(found.has_value(), "an applied entry names an open account");
  return *found;
}

std::uint32_t Ledger::existing_authorization(const std::string& id) const {
  const auto found = find_authorization(id);
  check(found.has_value(), "an applied entry names a recorded authorization");
  return *found;
}

void Ledger::on(const OpenRegistry& event, const Entry&) {
  check(!registry_, "a journal has one registry");
  registry_ = event;
}

void Ledger::on(const RecordParty& event, const Entry&) { parties_[event.party].record = event; }

void Ledger::on(const RecordParticipation& event, const Entry& entry) {
  existing_party(event.party)
      .participation.push_back({event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const RecordNdc& event, const Entry& entry) {
  existing_party(event.party).ndcs.push_back({event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const DescribeNdc& event, const Entry& entry) {
  existing_party(event.party)
      .ndc_descriptions.push_back({event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const RecordInventory& event, const Entry& entry) {
  existing_party(event.party)
      .inventories.push_back({event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const RecordCooperativeApproach& event, const Entry& entry) {
  approaches_[event.approach].record = {event, entry.envelope.effective_date, entry.number};
}

void Ledger::on(const SubmitInitialReport& event, const Entry& entry) {
  auto& known = approaches_[event.approach].initial_reports;
  const auto first = known.find(event.party);
  // A later report updates the one that was sent (2/CMA.3 annex para 19) and does not move its day.
  if (first == known.end() || first->second.record.with_next_btr)
    known[event.party] = {event, entry.envelope.effective_date, entry.number};
  reviews_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const RecordReviewStatus& event, const Entry& entry) {
  auto& known = approaches_[event.approach].review_statuses;
  const auto before = known.find(event.party);
  // One that is told late does not replace what holds since a later day.
  if (before != known.end() && before->second.effective > entry.envelope.effective_date) return;
  known[event.party] = {event, entry.envelope.effective_date, entry.number};
}

void Ledger::on(const ClarifyFirstTransfer& event, const Entry& entry) {
  approaches_[event.approach].clarified_definitions[event.party] = {
      event, entry.envelope.effective_date, entry.number};
}

void Ledger::on(const RecordEntity& event, const Entry&) { entities_[event.entity] = event; }

void Ledger::on(const AuthorizeEntity& event, const Entry& entry) {
  entity_authorizations_.push_back({event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const AuthorizeItmos& event, const Entry& entry) {
  const auto [at, added] = authorization_indexes_.try_emplace(
      event.authorization, static_cast<std::uint32_t>(authorizations_.size()));
  if (added) authorizations_.emplace_back();
  authorizations_[at->second].versions.push_back(
      {event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const OpenAccount& event, const Entry&) {
  accounts_.push_back(event);
  account_index_.add_last(accounts_);
}

void Ledger::on(const RequestRecognition& event, const Entry& entry) {
  requests_[event.request] = {event, entry.envelope.effective_date, entry.number};
}

void Ledger::take_in(const ItmoRange& range, const BlockState& state) {
  const std::vector<Block> returned = blocks_.within(range);  // sent or withdrawn before
  TonnesCo2eq come_back;
  for (const Block& block : returned) come_back += block.range.quantity_t_co2eq();
  check(blocks_.add(range, state), "invariant 1: blocks of one series are disjoint");
  taken_in_[range.series()] += range.quantity_t_co2eq() - come_back;
  for (const Block& block : returned)
    blocks_.change(block.range, [&](BlockState& unit) {
      unit.issuance = block.state.issuance;
      unit.first_transfer_authorization = block.state.first_transfer_authorization;
    });
}

// Invariant 2: a cumulative total.
void Ledger::count_first_transfer(const ItmoRange& range, std::uint32_t authorization, Date date) {
  Authorization& authorized = authorizations_[authorization];
  const TonnesCo2eq total = authorized.first_transferred_t_co2eq + range.quantity_t_co2eq();
  const auto* version = authorized.in_force(date);
  check(version != nullptr, "a first transfer has an authorization in force");
  check(!version->record.quantity_t_co2eq || total <= *version->record.quantity_t_co2eq,
        "invariant 2: first transfers stay within the authorized quantity");
  authorized.first_transferred_t_co2eq = total;
}

void Ledger::first_transfer(const ItmoRange& range, std::uint32_t authorization, Date date) {
  count_first_transfer(range, authorization, date);
  blocks_.change(range, [&](BlockState& state) { mark_first_transferred(state, authorization); });
}

Action Ledger::action_on(const ItmoRange& range, const Entry& entry, ActionType type,
                         PartyId reporting_party) const {
  const auto block = blocks_.find(range.first_id);
  check(block.has_value(), "an acted-on unit is in this registry");
  return action_under(block->state.authorization, range, entry, type, reporting_party);
}

Action Ledger::action_under(std::uint32_t authorization, const ItmoRange& range, const Entry& entry,
                            ActionType type, PartyId reporting_party) const {
  Action action;
  action.entry = entry.number;
  action.date = entry.envelope.effective_date;
  action.type = type;
  action.reporting_party = reporting_party;
  action.range = range;
  action.authorization = authorization;
  action.registry = registry_->registry;
  return action;
}

void Ledger::count_levies(const ItmoRange& range, Date date) {
  const auto host = parties_.find(range.series().party);
  terms_.issued(range.series().approach, range.quantity_t_co2eq(),
                host != parties_.end() && host->second.record.ldc_or_sids, date);
}

void Ledger::on(const UnitsIssued& event, const Entry& entry) {
  const auto* report = activities_.find_report(event.report);
  check(report != nullptr, "an issuance names a recorded monitoring report");
  const auto* activity = activities_.find_activity(report->submission.activity);
  check(activity != nullptr, "a monitoring report names a recorded activity");
  TonnesCo2eq issued;
  for (const ItmoRange& range : event.ranges) {
    issued += range.quantity_t_co2eq();
    check(range.first_id.serial >= next_serial_, "invariant 1: serials are never reused");
    next_serial_ = range.last_id.serial + 1;
    BlockState state;
    state.authorization = existing_authorization(event.authorization);
    state.account = existing_account(event.account);
    state.issuance = static_cast<std::uint32_t>(issuances_.size());
    state.last_act = entry.envelope.effective_date;
    state.mitigation_type = activity->record.mitigation_type;
    take_in(range, state);
    underlying_.add(range, event.underlying);
    count_levies(range, entry.envelope.effective_date);
    if (event.first_transfer == ActionSubtype::none) continue;
    first_transfer(range, state.authorization, entry.envelope.effective_date);
    Action action = action_on(range, entry, ActionType::first_transfer, range.series().party);
    action.subtype = event.first_transfer;
    actions_.push_back(action);
  }
  check(issued == event.issued_t_co2eq, "issued tonnes equal the serial ranges");
  activities_.settle(event.component, event.vintage, event.debt_carried_kg_co2eq);
  issuances_.push_back({event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const UnitsTransferred& event, const Entry& entry) {
  const bool first = event.action == ActionType::first_transfer;
  const bool stays_here = event.to_registry == registry_->registry;
  const Date date = entry.envelope.effective_date;
  const std::uint32_t target = stays_here ? existing_account(event.to_account) : 0;
  const std::uint32_t authorization = first ? existing_authorization(event.authorization) : 0;
  for (const ItmoRange& range : event.ranges) {
    if (first) count_first_transfer(range, authorization, date);
    const BlockState units = blocks_.change(range, [&](BlockState& state) {
      check(state.status == BlockStatus::held, "invariant 5: only held units are transferred");
      if (first) mark_first_transferred(state, authorization);
      check(state.first_transferred, "a transferred unit has had its first transfer");
      state.last_act = date;
      state.status = stays_here ? BlockStatus::held : BlockStatus::in_transit;
      if (stays_here) state.account = target;
    });
    record_transfer(event, range, units.authorization, entry);
  }
  if (!stays_here) in_transit_[entry.number] = {event, date};
}

// A transfer to the Adaptation Fund is mandatory as long as an agreement asks for it.
ActionSubtype Ledger::fund_subtype(const ItmoRange& range) const {
  const LevyAccount* levies = terms_.levies_of(range.series().approach);
  return levies && levies->adaptation_owed() ? ActionSubtype::mandatory_transfer_adaptation_fund
                                             : ActionSubtype::voluntary_transfer_adaptation_fund;
}

// The row of the transferring Party; with that of the acquiring one where it is served here too.
void Ledger::record_transfer(const UnitsTransferred& event, const ItmoRange& range,
                             std::uint32_t authorization, const Entry& entry) {
  Action& out = actions_.emplace_back(
      action_under(authorization, range, entry, event.action, event.from_party));
  const bool to_fund = terms_.is_fund(event.to_party);
  if (event.action == ActionType::first_transfer)
    out.subtype = !to_fund ? ActionSubtype::first_international_transfer : fund_subtype(range);
  if (to_fund) terms_.delivered_to_fund(range.series().approach, range.quantity_t_co2eq());
  out.acquiring_party = event.to_party;
  if (event.to_registry != registry_->registry) return;
  Action& in = actions_.emplace_back(
      action_under(authorization, range, entry, ActionType::acquisition, event.to_party));
  in.transferring_party = event.from_party;
}

void Ledger::on(const AcquireUnits& event, const Entry& entry) {
  check(answered_.emplace(event.sent.registry, event.sent.entry).second,
        "an entry of another registry is acquired or declined once");
  heard_of_.insert(event.sent.registry);
  for (std::size_t i = 0; i < event.ranges.size(); ++i) {
    const ItmoRange& range = event.ranges[i];
    if (!event.underlying.empty()) underlying_.add(range, event.underlying.at(i));
    BlockState state;
    state.authorization = existing_authorization(event.authorization);
    state.account = existing_account(event.to_account);
    state.last_act = entry.envelope.effective_date;
    state.mitigation_type = event.mitigation_type;
    state.first_transferred = true;
    take_in(range, state);
    Action action = action_on(range, entry, ActionType::acquisition, event.to_party);
    action.transferring_party = event.from_party;
    actions_.push_back(action);
  }
}

void Ledger::on(const ConfirmDelivery& event, const Entry& entry) {
  const auto found = in_transit_.find(event.transfer_entry);
  check(found != in_transit_.end(), "a confirmed delivery was in transit");
  for (const ItmoRange& range : found->second.transfer.ranges)
    blocks_.change(range, [&](BlockState& state) {
      check(state.status == BlockStatus::in_transit, "a delivered unit was in transit");
      state.status = BlockStatus::sent;
      state.last_act = entry.envelope.effective_date;
    });
  in_transit_.erase(found);
  heard_of_.insert(event.received.registry);
}

void Ledger::on(const UnitsMoved& event, const Entry& entry) {
  const std::uint32_t target = existing_account(event.to_account);
  for (const ItmoRange& range : event.ranges)
    blocks_.change(range, [&](BlockState& state) {
      check(state.status == BlockStatus::held, "invariant 5: only held units move");
      state.account = target;
      state.last_act = entry.envelope.effective_date;
    });
}

void Ledger::on(const UnitsUsed& event, const Entry& entry) {
  for (const ItmoRange& range : event.ranges) {
    Action action = action_on(range, entry, event.action, event.party);
    action.purpose = event.purpose;
    action.use_year = event.year;
    action.entity = event.entity;
    if (event.action == ActionType::first_transfer) {
      action.subtype = ActionSubtype::use_or_cancellation;
      first_transfer(range, action.authorization, entry.envelope.effective_date);
    }
    blocks_.change(range, [&](BlockState& state) {
      check(state.status == BlockStatus::held, "invariant 5: only held units are used");
      check(state.first_transferred, "invariant 7: a used unit has been first transferred");
      state.status = BlockStatus::used;
      state.last_act = entry.envelope.effective_date;
    });
    actions_.push_back(action);
  }
}

void Ledger::on(const UnitsCancelled& event, const Entry& entry) {
  for (const ItmoRange& range : event.ranges) {
    Action action = action_on(range, entry, event.action, event.party);
    action.entity = event.entity;
    if (event.kind != CancellationKind::other)
      terms_.cancelled_for_omge(range.series().approach, range.quantity_t_co2eq());
    switch (event.kind) {
      case CancellationKind::omge_voluntary:
        action.subtype = ActionSubtype::voluntary_cancellation_omge;
        break;
      case CancellationKind::omge_mandatory:
        action.subtype = ActionSubtype::mandatory_cancellation_omge;
        break;
      case CancellationKind::other:
        action.subtype = event.action == ActionType::first_transfer
                             ? ActionSubtype::use_or_cancellation
                             : ActionSubtype::other_cancellation;
        break;
    }
    if (action.subtype == ActionSubtype::use_or_cancellation)
      action.purpose = oimp_use(authorizations_[action.authorization].latest().purpose);
    if (event.action == ActionType::first_transfer)
      first_transfer(range, action.authorization, entry.envelope.effective_date);
    blocks_.change(range, [&](BlockState& state) {
      check(state.status == BlockStatus::held, "invariant 5: only held units are cancelled");
      state.status = BlockStatus::cancelled;
      state.last_act = entry.envelope.effective_date;
    });
    actions_.push_back(action);
  }
}

void Ledger::on(const SubmitAef& event, const Entry& entry) {
  submissions_.push_back({event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const RecordCheckResult& event, const Entry& entry) {
  check_results_.push_back({event, entry.envelope.effective_date, entry.number});
}

void Ledger::on(const SubmitRegularInformation& event, const Entry& entry) {
  reviews_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const RecordReviewReport& event, const Entry& entry) {
  reviews_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const AnswerRecommendation& event, const Entry& entry) {
  reviews_.record(event, entry.envelope.effective_date, entry.number);
}

}  // namespace openitmo::ledger
