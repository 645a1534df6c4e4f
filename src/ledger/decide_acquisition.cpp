#include <fmt/format.h>

#include "ledger/unit_rules.h"

// Both ends of a transfer between registries: acquisition there, confirmed delivery here.
namespace openitmo::ledger {

namespace {

// A received range: of the authorized approach and vintage, not twice in one act, not here already,
// and, if it is of this registry, sent from it before.
Broken range_may_be_received(const Question& question, const AcquireUnits& command,
                             const AuthorizeItmos& authorization, std::size_t index) {
  const ItmoRange& range = command.ranges[index];
  const std::string first = range.first_id.to_string(), last = range.last_id.to_string();
  if (!range.valid() || range.series().approach != authorization.approach)
    return refuse(RefusalCode::value_not_valid,
                  {Words("range", "plage"), Text({"{} to {}", "de {} à {}"}, first, last),
                   Text({"a first and a last identifier of one series of {}",
                         "un premier et un dernier identifiant d'une même série de {}"},
                        authorization.approach.view())});
  if (auto broken = vintage_covered(authorization, range.series().vintage)) return broken;
  for (std::size_t i = 0; i < index; ++i)
    if (command.ranges[i].contains(range.first_id) || range.contains(command.ranges[i].first_id))
      return refuse(RefusalCode::units_overlap, {first, last});
  if (question.ledger.blocks().overlaps_live(range))
    return refuse(RefusalCode::units_overlap, {first, last});
  TonnesCo2eq known;
  for (const Block& block : question.ledger.blocks().within(range)) {
    known += block.range.quantity_t_co2eq();
    if (question.date() < block.state.last_act)
      return refuse(RefusalCode::act_before_previous_act,
                    {question.date().to_string(), first, block.state.last_act.to_string()});
  }
  const bool own = range.series().registry == question.ledger.registry()->registry;
  if (own && known != range.quantity_t_co2eq())
    return refuse(RefusalCode::units_not_sent_from_here, {first, last});
  return std::nullopt;
}

// Underlying units are named for no range or for each, as many as the range has.
Broken underlying_match(const AcquireUnits& command) {
  bool match = command.underlying.empty() || command.underlying.size() == command.ranges.size();
  for (std::size_t i = 0; match && i < command.underlying.size(); ++i)
    match = command.underlying[i].none() ||
            command.underlying[i].count() == command.ranges[i].quantity_t_co2eq().value();
  if (match) return std::nullopt;
  return refuse(
      RefusalCode::value_not_valid,
      {Words("underlying units", "unités sous-jacentes"), std::to_string(command.underlying.size()),
       Words("one entry for each range, with as many units",
             "une inscription par plage, avec autant d'unités")});
}

}  // namespace

Result<Event> decide_on(const Question& question, const AcquireUnits& command) {
  if (auto broken = party_served(question, command.to_party)) return std::unexpected(*broken);
  const auto version = in_force(question, command.authorization);
  if (!version) return std::unexpected(version.error());
  const AuthorizeItmos& authorization = (*version)->record;
  if (authorization.party != command.to_party)
    return std::unexpected(
        refuse(RefusalCode::not_authorized,
               {command.to_party.to_string(), command.authorization, question.date().to_string()}));
  if (auto broken = party_may_take_part(question, command.to_party, authorization.approach))
    return std::unexpected(*broken);
  if (question.ledger.has_answered(command.sent.registry, command.sent.entry))
    return std::unexpected(
        refuse(RefusalCode::foreign_entry_already_acquired,
               {fmt::format("{}", command.sent.entry), command.sent.registry.to_string()}));
  if (command.accept_by && question.envelope.recorded_at.date() > *command.accept_by)
    return std::unexpected(
        refuse(RefusalCode::offer_expired,
               {fmt::format("{}", command.sent.entry), command.sent.registry.to_string(),
                command.accept_by->to_string()}));
  const auto account = question.ledger.find_account(command.to_account);
  if (!account)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("account", "compte"), command.to_account}));
  const OpenAccount& opened = question.ledger.accounts()[*account];
  if (opened.party != command.to_party)
    return std::unexpected(
        refuse(RefusalCode::not_account_holder,
               {command.to_account, opened.party.to_string(), command.to_party.to_string()}));
  if (auto broken = metric_fits(question, opened, authorization.approach))
    return std::unexpected(*broken);
  if (command.ranges.empty()) return std::unexpected(refuse(RefusalCode::quantity_zero));
  if (auto broken = underlying_match(command)) return std::unexpected(*broken);
  for (std::size_t i = 0; i < command.ranges.size(); ++i)
    if (auto broken = range_may_be_received(question, command, authorization, i))
      return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const ConfirmDelivery& command) {
  const auto transit = question.ledger.in_transit().find(command.transfer_entry);
  if (transit == question.ledger.in_transit().end() ||
      transit->second.transfer.to_registry != command.received.registry)
    return std::unexpected(refuse(RefusalCode::units_do_not_match_transfer,
                                  {fmt::format("{}", command.transfer_entry)}));
  if (question.date() < transit->second.effective)
    return std::unexpected(refuse(
        RefusalCode::act_before_previous_act,
        {question.date().to_string(), transit->second.transfer.ranges.front().first_id.to_string(),
         transit->second.effective.to_string()}));
  return command;
}

}  // namespace openitmo::ledger
