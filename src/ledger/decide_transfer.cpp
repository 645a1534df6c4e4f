#include <algorithm>
#include <fmt/format.h>

#include "ledger/unit_rules.h"

// First transfers, transfers and moves between accounts of a Party: units that leave an account.
namespace openitmo::ledger {

namespace {

// Ranges cut where other underlying units begin, with the units behind each.
void name_underlying(const Ledger& ledger, UnitsTransferred& event) {
  std::vector<ItmoRange> ranges;
  std::vector<UnderlyingUnits> units;
  for (const ItmoRange& range : event.ranges)
    for (const UnderlyingPiece& piece : ledger.underlying().pieces(range)) {
      ranges.push_back(piece.range);
      units.push_back(piece.units);
    }
  if (std::ranges::all_of(units, &UnderlyingUnits::none)) return;
  event.ranges = std::move(ranges);
  event.underlying = std::move(units);
}

// The Party for which recognition of these units was requested, if any was.
Broken recognised_for(const Question& question, const UnitChoice& choice, PartyId to_party) {
  const auto& requests = question.ledger.requests();
  if (requests.empty()) return std::nullopt;
  for (const ItmoRange& range : choice.ranges)
    for (const Block& block : question.ledger.blocks().within(range)) {
      if (block.state.issuance == BlockState::kNone) continue;
      const auto& issuance = question.ledger.issuances()[block.state.issuance].record;
      const auto request = requests.find(issuance.request);
      if (request == requests.end()) continue;
      const PartyId wanted = request->second.record.acquiring_party;
      if (wanted != to_party)
        return refuse(RefusalCode::recognised_for_other_party,
                      {wanted.to_string(), to_party.to_string()});
    }
  return std::nullopt;
}

// An offer ends on a day that has not passed, and only units in transit are on offer.
Broken offer_fits(const Question& question, std::optional<Date> accept_by, bool stays_here) {
  if (!accept_by || (!stays_here && question.date() <= *accept_by)) return std::nullopt;
  return refuse(
      RefusalCode::value_not_valid,
      {Text::name("accept_by"), accept_by->to_string(),
       stays_here ? Words("nothing: the account is in this registry",
                          "rien : le compte est dans ce registre")
                  : Words("a day not before the transfer", "un jour qui ne précède pas l'acte")});
}

// What a first transfer to another Party asks for; the Adaptation Fund is none, and any authorized
// outcome may go to it (4/CMA.6 para 16).
Broken first_transfer_fits(const Question& question, const UnitChoice& choice,
                           const AuthorizeItmos& authorization, PartyId to_party, bool to_fund) {
  if (!to_fund && !covers_ndc(authorization.purpose) && !choice.first_transferred)
    return refuse(RefusalCode::first_transfer_defined_otherwise,
                  {authorization.authorization,
                   std::string(name_of(*authorization.first_transfer_definition))});
  if (auto broken = first_transfer_allowed(question, choice)) return broken;
  if (to_fund) return std::nullopt;
  const auto& named = authorization.authorized_parties;
  if (!named.empty() && std::find(named.begin(), named.end(), to_party) == named.end())
    return refuse(RefusalCode::party_not_authorized,
                  {authorization.authorization, to_party.to_string()});
  if (auto broken = recognised_for(question, choice, to_party)) return broken;
  if (auto broken = recognition_in_force(question, authorization.approach)) return broken;
  return levies_delivered(question, authorization.approach);
}

template <class Asked>
Result<Event> transferred(const Question& question, const Asked& asked, ActionType action) {
  const auto& [selection, to_party, to_registry, to_account, accept_by] = asked;
  auto choice = choose_units(question, selection, action == ActionType::transfer);
  if (!choice) return std::unexpected(choice.error());
  const Ledger& ledger = question.ledger;
  const OpenAccount& from = ledger.accounts()[choice->account];
  const AuthorizeItmos& authorization = terms_on(question, choice->authorization);
  if (from.party == to_party)
    return std::unexpected(refuse(RefusalCode::transfer_not_international, {to_party.to_string()}));
  const bool to_fund = ledger.terms().is_fund(to_party);
  if (!ledger.terms().is_fund(from.party))
    if (auto broken = party_may_take_part(question, from.party, authorization.approach))
      return std::unexpected(*broken);
  if (!to_fund)
    if (auto broken = party_in_approach(question, to_party, authorization.approach))
      return std::unexpected(*broken);
  if (to_registry.empty())
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Text::name("to_registry"), std::string(),
         Words("the registry of the acquiring Party", "le registre de la Partie acquéreuse")}));
  if (action == ActionType::first_transfer) {
    if (auto broken = first_transfer_fits(question, *choice, authorization, to_party, to_fund))
      return std::unexpected(*broken);
  } else if (!choice->first_transferred) {
    return std::unexpected(
        refuse(RefusalCode::not_first_transferred, {choice->ranges.front().first_id.to_string()}));
  }
  const bool stays_here = to_registry == ledger.registry()->registry;
  if (auto broken = offer_fits(question, accept_by, stays_here)) return std::unexpected(*broken);
  if (stays_here) {
    const auto target = ledger.find_account(to_account);
    if (!target)
      return std::unexpected(
          refuse(RefusalCode::not_recorded, {Words("account", "compte"), to_account}));
    if (ledger.accounts()[*target].party != to_party)
      return std::unexpected(
          refuse(RefusalCode::not_account_holder,
                 {to_account, ledger.accounts()[*target].party.to_string(), to_party.to_string()}));
    if (auto broken = same_metric(from, ledger.accounts()[*target]))
      return std::unexpected(*broken);
  }
  UnitsTransferred event{.action = action,
                         .ranges = std::move(choice->ranges),
                         .authorization = authorization.authorization,
                         .from_account = selection.account,
                         .from_party = from.party,
                         .to_party = to_party,
                         .to_registry = to_registry,
                         .to_account = stays_here ? to_account : "",
                         .mitigation_type = choice->mitigation_type,
                         .underlying = {},
                         .accept_by = accept_by};
  if (!ledger.underlying().empty()) name_underlying(ledger, event);
  return Event(std::move(event));
}

}  // namespace

Result<Event> decide_on(const Question& question, const FirstTransfer& command) {
  return transferred(question, command, ActionType::first_transfer);
}

Result<Event> decide_on(const Question& question, const Transfer& command) {
  return transferred(question, command, ActionType::transfer);
}

Result<Event> decide_on(const Question& question, const MoveUnits& command) {
  auto choice = choose_units(question, command.units);
  if (!choice) return std::unexpected(choice.error());
  const Ledger& ledger = question.ledger;
  const auto target = ledger.find_account(command.to_account);
  if (!target)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("account", "compte"), command.to_account}));
  const PartyId party = ledger.accounts()[choice->account].party;
  if (ledger.accounts()[*target].party != party)
    return std::unexpected(refuse(
        RefusalCode::not_account_holder,
        {command.to_account, ledger.accounts()[*target].party.to_string(), party.to_string()}));
  if (auto broken = same_metric(ledger.accounts()[choice->account], ledger.accounts()[*target]))
    return std::unexpected(*broken);
  return UnitsMoved{std::move(choice->ranges), command.units.account, command.to_account};
}

}  // namespace openitmo::ledger
