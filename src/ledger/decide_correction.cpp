#include <algorithm>
#include <fmt/format.h>

#include "ledger/rules.h"

// Acts that undo earlier ones: declining units sent here, correcting an entry, withdrawing units.
namespace openitmo::ledger {

namespace {

std::string number_text(std::uint64_t number) { return fmt::format("{}", number); }

auto actions_of(const Ledger& ledger, std::uint64_t entry) {
  return std::ranges::equal_range(ledger.actions(), entry, {}, &Action::entry);
}

bool undoable(const Action& action) {
  switch (action.subtype) {
    case ActionSubtype::authorization:
    case ActionSubtype::issuance:
      return false;
    default:
      return action.type != ActionType::acquisition;
  }
}

// Where the units of an action lie as long as nothing has followed it.
bool lies_as_left(const Ledger& ledger, const Action& action, const Block& block) {
  const BlockStatus status = block.state.status;
  switch (action.type) {
    case ActionType::use:
      return status == BlockStatus::used;
    case ActionType::cancellation:
      return status == BlockStatus::cancelled;
    case ActionType::first_transfer:
      if (!brings_units(action.subtype))
        return status == BlockStatus::used || status == BlockStatus::cancelled;
      break;
    case ActionType::transfer:
    case ActionType::acquisition:
      break;
  }
  if (status == BlockStatus::in_transit) return true;
  return status == BlockStatus::held &&
         ledger.accounts()[block.state.account].party == action.acquiring_party;
}

// The first of the entry's actions when all of it can be undone; null otherwise.
const Action* correctable(const Ledger& ledger, std::uint64_t entry) {
  const auto actions = actions_of(ledger, entry);
  if (actions.empty() || !undoable(actions.front())) return nullptr;
  const auto& all = ledger.actions();
  for (const Action& action : actions) {
    if (action.type == ActionType::acquisition) continue;
    for (const Block& block : ledger.blocks().within(action.range))
      if (!lies_as_left(ledger, action, block)) return nullptr;
    const auto after = std::ranges::upper_bound(all, entry, {}, &Action::entry);
    if (std::any_of(after, all.end(),
                    [&](const Action& later) { return overlap(later.range, action.range); }))
      return nullptr;
  }
  return &actions.front();
}

bool is_transfer(const Action& action) {
  return action.type == ActionType::transfer || brings_units(action.subtype);
}

// Units in transit come back only when the receiver has shown that it declined them.
Broken decline_shown(const Question& question, const CorrectEntry& command) {
  const auto transit = question.ledger.in_transit().find(command.corrected_entry);
  if (transit == question.ledger.in_transit().end()) return std::nullopt;
  const RegistryId receiver = transit->second.transfer.to_registry;
  if (command.cause == CorrectionCause::declined && command.declined.registry == receiver)
    return std::nullopt;
  return refuse(RefusalCode::decline_not_proven,
                {number_text(command.corrected_entry), receiver.to_string()});
}

// Transferred units go back to an account of the Party that gave them.
Broken account_fits(const Question& question, const CorrectEntry& command, const Action& action) {
  if (!is_transfer(action)) {
    if (command.account.empty()) return std::nullopt;
    return refuse(RefusalCode::value_not_valid, {Words("account", "compte"), command.account,
                                                 Words("nothing: the units are where they were",
                                                       "rien : les unités sont où elles étaient")});
  }
  const auto account = question.ledger.find_account(command.account);
  if (!account)
    return refuse(RefusalCode::not_recorded, {Words("account", "compte"), command.account});
  const PartyId holder = question.ledger.accounts()[*account].party;
  if (holder == action.reporting_party)
    return metric_fits(question, question.ledger.accounts()[*account],
                       action.range.series().approach);
  return refuse(RefusalCode::not_account_holder,
                {command.account, holder.to_string(), action.reporting_party.to_string()});
}

// What the entry added or subtracted is not final.
Broken still_open(const Question& question, const Action& action) {
  const ItmoSeries& series = action.range.series();
  if (action.type == ActionType::first_transfer)
    return period_open(question, series.party, series.vintage);
  if (action.type == ActionType::use && action.use_year)
    return period_open(question, action.reporting_party, *action.use_year);
  return std::nullopt;
}

}  // namespace

Result<Event> decide_on(const Question& question, const DeclineUnits& command) {
  if (auto broken = party_served(question, command.to_party)) return std::unexpected(*broken);
  if (question.ledger.has_answered(command.sent.registry, command.sent.entry))
    return std::unexpected(
        refuse(RefusalCode::foreign_entry_already_acquired,
               {number_text(command.sent.entry), command.sent.registry.to_string()}));
  const bool passed =
      command.accept_by && question.envelope.recorded_at.date() > *command.accept_by;
  if (command.cause == DeclineCause::expired && !passed)
    return std::unexpected(
        refuse(RefusalCode::value_not_valid,
               {Text::name("cause"), std::string(name_of(command.cause)),
                Words("not_taken, as the sender's day for acquiring the units has not passed",
                      "not_taken, car le jour fixé par l'expéditeur n'est pas passé")}));
  return command;
}

Result<Event> decide_on(const Question& question, const CorrectEntry& command) {
  const Action* action = correctable(question.ledger, command.corrected_entry);
  if (!action)
    return std::unexpected(
        refuse(RefusalCode::entry_not_correctable, {number_text(command.corrected_entry)}));
  if (question.date() < action->date)
    return std::unexpected(refuse(RefusalCode::act_before_previous_act,
                                  {question.date().to_string(), action->range.first_id.to_string(),
                                   action->date.to_string()}));
  if (auto broken = decline_shown(question, command)) return std::unexpected(*broken);
  if (auto broken = account_fits(question, command, *action)) return std::unexpected(*broken);
  if (auto broken = still_open(question, *action)) return std::unexpected(*broken);
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  EntryCorrected event{.corrected_entry = command.corrected_entry,
                       .cause = command.cause,
                       .action = action->type,
                       .party = action->reporting_party,
                       .ranges = {},
                       .account = command.account,
                       .declined = command.declined,
                       .document = command.document};
  for (const Action& one : actions_of(question.ledger, command.corrected_entry))
    if (one.type == action->type) event.ranges.push_back(one.range);
  return event;
}

namespace {

// When this registry came to know a unit as first transferred, and under which version's terms.
const AuthorizeItmos* terms_at_first_transfer(const Ledger& ledger, std::uint32_t authorization,
                                              const ItmoIdentifier& unit) {
  for (const Action& action : ledger.actions()) {
    const bool comes_in =
        action.type == ActionType::first_transfer || action.type == ActionType::acquisition;
    if (!comes_in || !action.range.contains(unit)) continue;
    const auto* version = ledger.authorizations()[authorization].in_force(action.date);
    return version ? &version->record : nullptr;
  }
  return nullptr;
}

Broken range_withdrawable(const Question& question, const WithdrawUnits& command,
                          std::uint32_t authorization, const ItmoRange& range) {
  const Refusal refused =
      refuse(RefusalCode::units_not_withdrawable,
             {range.first_id.to_string(), range.last_id.to_string(), command.authorization});
  if (!range.valid()) return refused;
  TonnesCo2eq known;
  for (const Block& block : question.ledger.blocks().within(range)) {
    known += block.range.quantity_t_co2eq();
    const bool shown =
        block.state.status == BlockStatus::sent && !command.withdrawn_there.registry.empty();
    const bool lies = block.state.status == BlockStatus::held || shown;
    if (!lies || !block.state.first_transferred || block.state.authorization != authorization)
      return refused;
    if (question.date() < block.state.last_act)
      return refuse(RefusalCode::act_before_previous_act,
                    {question.date().to_string(), block.range.first_id.to_string(),
                     block.state.last_act.to_string()});
    const auto* terms =
        terms_at_first_transfer(question.ledger, authorization, block.range.first_id);
    if (!terms || !terms->change_after_first_transfer)
      return refuse(RefusalCode::change_not_in_terms,
                    {command.authorization, block.range.first_id.to_string()});
  }
  if (known != range.quantity_t_co2eq()) return refused;
  return period_open(question, range.series().party, range.series().vintage);
}

}  // namespace

Result<Event> decide_on(const Question& question, const WithdrawUnits& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  const auto authorization = question.ledger.find_authorization(command.authorization);
  if (!authorization ||
      question.ledger.authorizations()[*authorization].latest().party != command.party)
    return std::unexpected(
        refuse(RefusalCode::not_authorized,
               {command.party.to_string(), command.authorization, question.date().to_string()}));
  if (command.ranges.empty()) return std::unexpected(refuse(RefusalCode::quantity_zero));
  for (std::size_t i = 0; i < command.ranges.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      if (overlap(command.ranges[i], command.ranges[j]))
        return std::unexpected(refuse(
            RefusalCode::units_overlap,
            {command.ranges[i].first_id.to_string(), command.ranges[i].last_id.to_string()}));
    if (auto broken = range_withdrawable(question, command, *authorization, command.ranges[i]))
      return std::unexpected(*broken);
  }
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  return command;
}

}  // namespace openitmo::ledger
