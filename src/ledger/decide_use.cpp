#include "ledger/unit_rules.h"

// Use and cancellation: where the life of a unit ends.
namespace openitmo::ledger {

namespace {

// 2/CMA.3 annex para 8(b): year and vintage in one NDC implementation period of the using Party.
Broken year_fits(const Question& question, const UseUnits& command) {
  if (!command.year) return refuse(RefusalCode::use_year_missing);
  const PartyState* party = question.ledger.find_party(command.party);
  const auto* of_vintage = party ? party->ndc_for(command.units.vintage) : nullptr;
  const bool same_period = of_vintage && of_vintage->record.first_year <= *command.year &&
                           *command.year <= of_vintage->record.last_year;
  if (!same_period)
    return refuse(
        RefusalCode::use_outside_ndc_period,
        {year_text(*command.year), command.party.to_string(), year_text(command.units.vintage)});
  if (*command.year < command.units.vintage)
    return refuse(RefusalCode::use_year_before_vintage,
                  {year_text(*command.year), year_text(command.units.vintage)});
  return std::nullopt;
}

Broken purpose_covered(const AuthorizeItmos& authorization, UsePurpose purpose) {
  const Purpose authorized = authorization.purpose;
  const bool covered =
      purpose == UsePurpose::ndc
          ? covers_ndc(authorized)
          : authorized == Purpose::oimp || authorized == Purpose::ndc_and_oimp ||
                (purpose == UsePurpose::imp
                     ? authorized == Purpose::imp || authorized == Purpose::ndc_and_imp
                     : authorized == Purpose::op || authorized == Purpose::ndc_and_op);
  if (covered) return std::nullopt;
  return refuse(RefusalCode::purpose_not_authorized,
                {authorization.authorization, std::string(name_of(authorized)),
                 std::string(name_of(purpose))});
}

}  // namespace

Result<Event> decide_on(const Question& question, const UseUnits& command) {
  auto choice = choose_units(question, command.units, true);
  if (!choice) return std::unexpected(choice.error());
  const Ledger& ledger = question.ledger;
  const OpenAccount& account = ledger.accounts()[choice->account];
  const AuthorizeItmos& authorization = terms_on(question, choice->authorization);
  if (account.party != command.party)
    return std::unexpected(
        refuse(RefusalCode::not_account_holder,
               {command.units.account, account.party.to_string(), command.party.to_string()}));
  if (auto broken = party_may_take_part(question, command.party, authorization.approach))
    return std::unexpected(*broken);
  if (auto broken = purpose_covered(authorization, command.purpose))
    return std::unexpected(*broken);
  UnitsUsed event{.ranges = choice->ranges,
                  .account = command.units.account,
                  .party = command.party,
                  .purpose = command.purpose,
                  .year = command.year,
                  .entity = command.entity,
                  .action = ActionType::use};
  if (command.purpose == UsePurpose::ndc) {
    const std::string& holder = account.entity.empty() ? command.entity : account.entity;
    if (!holder.empty())
      return std::unexpected(refuse(RefusalCode::use_by_other_than_party, {holder}));
    if (auto broken = year_fits(question, command)) return std::unexpected(*broken);
    if (auto broken = period_open(question, command.party, *command.year))
      return std::unexpected(*broken);
    if (auto broken = not_on_hold(question, choice->ranges)) return std::unexpected(*broken);
    if (!ledger.terms().use_limits().empty() && account.metric.empty())
      if (auto broken =
              within_use_limits(question, command.party, *command.year, choice->quantity_t_co2eq))
        return std::unexpected(*broken);
  } else {
    if (!command.entity.empty())
      if (auto broken =
              entity_may_act(question, command.entity, command.party, authorization.approach))
        return std::unexpected(*broken);
    if (command.purpose == UsePurpose::imp)
      if (auto broken = label_in_force(question, authorization, command.units.vintage))
        return std::unexpected(*broken);
  }
  if (choice->first_transferred) return event;
  const bool triggers =
      command.purpose != UsePurpose::ndc &&
      authorization.first_transfer_definition == FirstTransferDefinition::use_or_cancellation;
  if (!triggers)
    return std::unexpected(
        refuse(RefusalCode::not_first_transferred, {choice->ranges.front().first_id.to_string()}));
  if (auto broken = first_transfer_allowed(question, *choice)) return std::unexpected(*broken);
  event.action = ActionType::first_transfer;
  return event;
}

Result<Event> decide_on(const Question& question, const CancelUnits& command) {
  auto choice = choose_units(question, command.units);
  if (!choice) return std::unexpected(choice.error());
  const OpenAccount& account = question.ledger.accounts()[choice->account];
  const AuthorizeItmos& authorization = terms_on(question, choice->authorization);
  if (auto broken = party_may_take_part(question, account.party, authorization.approach))
    return std::unexpected(*broken);
  if (!command.entity.empty())
    if (auto broken =
            entity_may_act(question, command.entity, account.party, authorization.approach))
      return std::unexpected(*broken);
  UnitsCancelled event{.ranges = choice->ranges,
                       .account = command.units.account,
                       .party = account.party,
                       .kind = command.kind,
                       .entity = command.entity,
                       .action = ActionType::cancellation};
  if (choice->first_transferred) return event;
  const bool triggers =
      covers_oimp(authorization.purpose) &&
      authorization.first_transfer_definition == FirstTransferDefinition::use_or_cancellation;
  if (command.kind == CancellationKind::other && !triggers)
    return std::unexpected(refuse(RefusalCode::cancellation_needs_first_transfer,
                                  {choice->ranges.front().first_id.to_string()}));
  if (command.kind == CancellationKind::other && oimp_use(authorization.purpose) == UsePurpose::imp)
    if (auto broken = label_in_force(question, authorization, command.units.vintage))
      return std::unexpected(*broken);
  if (auto broken = first_transfer_allowed(question, *choice)) return std::unexpected(*broken);
  event.action = ActionType::first_transfer;
  return event;
}

}  // namespace openitmo::ledger
