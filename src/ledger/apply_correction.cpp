#include <algorithm>

#include "ledger/ledger.h"
#include "quantity/check.h"

// What corrections, withdrawals and safeguards do to the state.
namespace openitmo::ledger {

namespace {

// The part of `range` that `other` covers; they overlap.
ItmoRange common(const ItmoRange& range, const ItmoRange& other) {
  return make_range(range.series(), std::max(range.first_id.serial, other.first_id.serial),
                    std::min(range.last_id.serial, other.last_id.serial));
}

// What is left of `range` on both sides of `taken`, which it contains.
std::vector<ItmoRange> without(const ItmoRange& range, const ItmoRange& taken) {
  std::vector<ItmoRange> left;
  if (range.first_id.serial < taken.first_id.serial)
    left.push_back(make_range(range.series(), range.first_id.serial, taken.first_id.serial - 1));
  if (taken.last_id.serial < range.last_id.serial)
    left.push_back(make_range(range.series(), taken.last_id.serial + 1, range.last_id.serial));
  return left;
}

}  // namespace

void Ledger::undo_first_transfer(const ItmoRange& range) {
  for (const Block& block : blocks_.within(range)) {
    const std::uint32_t authorization = block.state.first_transfer_authorization;
    if (authorization == BlockState::kNone) continue;
    authorizations_[authorization].first_transferred_t_co2eq -= block.range.quantity_t_co2eq();
    blocks_.change(block.range, [](BlockState& state) {
      state.first_transferred = false;
      state.first_transfer_authorization = BlockState::kNone;
    });
  }
}

void Ledger::take_back_actions(std::uint64_t corrected_entry, const Entry& entry) {
  const auto [first, last] =
      std::ranges::equal_range(actions_, corrected_entry, {}, &Action::entry);
  check(first != last, "a corrected entry has actions that stand");
  for (auto at = first; at != last; ++at) {
    undeliver(*at);
    corrected_actions_.push_back({*at, entry.number, entry.envelope.effective_date});
  }
  actions_.erase(first, last);
}

void Ledger::take_back_first_transfers(const ItmoRange& range, const Entry& entry) {
  Actions standing;
  for (const Action& action : actions_) {
    if (action.type != ActionType::first_transfer || !overlap(action.range, range)) {
      standing.push_back(action);
      continue;
    }
    Action part = action;
    part.range = common(action.range, range);
    corrected_actions_.push_back({part, entry.number, entry.envelope.effective_date});
    for (const ItmoRange& left : without(action.range, part.range)) {
      part.range = left;
      standing.push_back(part);
    }
  }
  actions_ = std::move(standing);
}

void Ledger::on(const DeclineUnits& event, const Entry&) {
  check(answered_.emplace(event.sent.registry, event.sent.entry).second,
        "an entry of another registry is acquired or declined once");
  heard_of_.insert(event.sent.registry);
}

void Ledger::on(const EntryCorrected& event, const Entry& entry) {
  if (!event.declined.registry.empty()) heard_of_.insert(event.declined.registry);
  take_back_actions(event.corrected_entry, entry);
  in_transit_.erase(event.corrected_entry);
  for (const ItmoRange& range : event.ranges) {
    if (event.action == ActionType::first_transfer) undo_first_transfer(range);
    blocks_.change(range, [&](BlockState& state) {
      check(state.status == BlockStatus::in_transit || state.status == BlockStatus::used ||
                state.status == BlockStatus::cancelled || state.status == BlockStatus::held,
            "invariant 5: a corrected unit lies where its act left it");
      state.status = BlockStatus::held;
      if (!event.account.empty()) state.account = existing_account(event.account);
      state.last_act = entry.envelope.effective_date;
    });
  }
}

void Ledger::on(const WithdrawUnits& event, const Entry& entry) {
  for (const ItmoRange& range : event.ranges) {
    take_back_first_transfers(range, entry);
    undo_first_transfer(range);
    blocks_.change(range, [&](BlockState& state) {
      check(state.status == BlockStatus::held || state.status == BlockStatus::sent,
            "invariant 5: only unused units are withdrawn");
      state.status = BlockStatus::withdrawn;
      state.last_act = entry.envelope.effective_date;
    });
  }
}

void Ledger::on(const SetPeriodDates& event, const Entry& entry) {
  safeguards_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const PlaceHold& event, const Entry& entry) {
  safeguards_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const LiftHold& event, const Entry&) { safeguards_.record(event); }

void Ledger::on(const SuspendRecognition& event, const Entry& entry) {
  safeguards_.record(event, entry.envelope.effective_date);
}

void Ledger::on(const ResumeRecognition& event, const Entry& entry) {
  safeguards_.record(event, entry.envelope.effective_date);
}

// A cancellation of units that have been first transferred is an action; of others it is none, as
// they are no ITMOs of any account of a balance yet.
void Ledger::cancel_owed(const ItmoRange& range, const Entry& entry) {
  for (const Block& block : blocks_.within(range)) {
    check(block.state.status == BlockStatus::held, "invariant 5: only held units are cancelled");
    if (block.state.first_transferred) {
      const PartyId holder = accounts_[block.state.account].party;
      Action action = action_on(block.range, entry, ActionType::cancellation, holder);
      action.subtype = ActionSubtype::other_cancellation;
      actions_.push_back(action);
    }
    blocks_.change(block.range, [&](BlockState& state) {
      state.status = BlockStatus::cancelled;
      state.last_act = entry.envelope.effective_date;
    });
  }
}

void Ledger::on(const RemedyOpened& event, const Entry& entry) {
  for (const ItmoRange& range : event.ranges) cancel_owed(range, entry);
  if (event.way == Remedy::deduction)
    activities_.add_debt(event.component, KilogramsCo2eq(event.outstanding_t_co2eq));
  safeguards_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const RemedySettled& event, const Entry& entry) {
  for (const ItmoRange& range : event.ranges) cancel_owed(range, entry);
  safeguards_.record(event);
}

}  // namespace openitmo::ledger
