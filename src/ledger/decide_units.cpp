#include <algorithm>
#include <fmt/format.h>

#include "ledger/rules.h"
#include "ledger/unit_choice.h"
#include "quantity/rounding.h"

// Issuance, transfers, acquisition, account moves, use and cancellation of units.
namespace openitmo::ledger {

namespace {

std::string year_text(CalendarYear year) { return fmt::format("{}", year.value()); }
std::string tonnes_text(TonnesCo2eq tonnes) { return fmt::format("{}", tonnes.value()); }

// The version of an authorization of `party` in force on the act's date.
Result<const Recorded<AuthorizeItmos>*> in_force(const Question& question,
                                                 const std::string& authorization) {
  const auto index = question.ledger.find_authorization(authorization);
  const auto* version =
      index ? question.ledger.authorizations()[*index].in_force(question.date()) : nullptr;
  if (version) return version;
  const std::string party =
      index ? question.ledger.authorizations()[*index].latest().party.to_string() : "";
  return std::unexpected(
      refuse(RefusalCode::not_authorized, {party, authorization, question.date().to_string()}));
}

// The terms of a unit's authorization on the act's date; those of the first version before it.
const AuthorizeItmos& terms_on(const Question& question, std::uint32_t authorization) {
  const Authorization& known = question.ledger.authorizations()[authorization];
  const auto* version = known.in_force(question.date());
  return version ? version->record : known.versions.front().record;
}

Broken vintage_covered(const AuthorizeItmos& authorization, Vintage vintage) {
  if (vintage >= authorization.first_vintage && vintage <= authorization.last_vintage)
    return std::nullopt;
  return refuse(RefusalCode::vintage_not_authorized,
                {authorization.authorization, year_text(authorization.first_vintage),
                 year_text(authorization.last_vintage), year_text(vintage)});
}

// The cap of 4/CMA.6 para 5(h), on the cumulative total over all versions.
Broken within_cap(const Question& question, std::uint32_t authorization,
                  const AuthorizeItmos& version, TonnesCo2eq quantity) {
  if (!version.quantity_t_co2eq) return std::nullopt;
  const TonnesCo2eq so_far =
      question.ledger.authorizations()[authorization].first_transferred_t_co2eq;
  const TonnesCo2eq cap = *version.quantity_t_co2eq;
  if (so_far + quantity <= cap) return std::nullopt;
  const TonnesCo2eq left = so_far < cap ? cap - so_far : TonnesCo2eq(0);
  return refuse(RefusalCode::authorized_quantity_exceeded,
                {tonnes_text(quantity), tonnes_text(so_far), tonnes_text(cap),
                 version.authorization, tonnes_text(left)});
}

// A first transfer still adds for its period when it is recorded now.
Broken still_counts(const Question& question, const AuthorizeItmos& authorization, PartyId host,
                    Vintage vintage) {
  if (auto broken = period_open(question, host, vintage)) return broken;
  if (!covers_oimp(authorization.purpose)) return std::nullopt;
  return before_oimp_cut_off(question, host, vintage);
}

// Everything that a first transfer of these units asks of their authorization.
Broken first_transfer_allowed(const Question& question, const UnitChoice& choice) {
  const auto& authorization = question.ledger.authorizations()[choice.authorization];
  const auto* version = authorization.in_force(question.date());
  const AuthorizeItmos& latest = authorization.latest();
  if (!version)
    return refuse(RefusalCode::not_authorized,
                  {latest.party.to_string(), latest.authorization, question.date().to_string()});
  if (choice.first_transferred)
    return refuse(RefusalCode::already_first_transferred,
                  {choice.ranges.front().first_id.to_string()});
  for (const ItmoRange& range : choice.ranges) {
    if (auto broken = vintage_covered(version->record, range.series().vintage)) return broken;
    if (auto broken =
            still_counts(question, version->record, range.series().party, range.series().vintage))
      return broken;
  }
  return within_cap(question, choice.authorization, version->record, choice.quantity_t_co2eq);
}

// Under the recognition workflow a request for this report and authorization comes first.
Broken recognition_requested(const Question& question, const IssueUnits& command,
                             CooperativeApproachId approach) {
  if (question.ledger.find_approach(approach)->record.record.workflow != Workflow::recognition)
    return std::nullopt;
  const auto request = question.ledger.requests().find(command.request);
  if (request == question.ledger.requests().end() ||
      request->second.record.report != command.report ||
      request->second.record.authorization != command.authorization)
    return refuse(RefusalCode::recognition_not_requested, {command.report});
  return not_before(question, request->second.effective,
                    Words("the request for recognition", "la demande de reconnaissance"));
}

// Underlying units: as many as are issued, and behind no other ITMO (2/CMA.3 annex para 21(e)).
Broken underlying_fit(const Question& question, const UnderlyingUnits& units, TonnesCo2eq issued) {
  if (units.registry.empty()) return std::nullopt;
  const bool as_many = units.first_unit > 0 && units.last_unit >= units.first_unit &&
                       units.last_unit - units.first_unit + 1 == issued.value();
  if (!as_many)
    return refuse(RefusalCode::value_not_valid,
                  {Words("underlying units", "unités sous-jacentes"),
                   Text({"{} to {}", "{} à {}"}, units.first_unit, units.last_unit),
                   Text({"{} units, one for each issued", "{} unités, une pour chacune délivrée"},
                        issued.value())});
  const UnderlyingUnits known = question.ledger.underlying().overlapping(units);
  if (known.none()) return std::nullopt;
  return refuse(RefusalCode::underlying_units_recorded,
                {units.registry, fmt::format("{}{}", units.prefix, units.first_unit),
                 fmt::format("{}{}", units.prefix, units.last_unit),
                 fmt::format("{}", std::max(known.first_unit, units.first_unit)),
                 fmt::format("{}", std::min(known.last_unit, units.last_unit))});
}

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

}  // namespace

Result<Event> decide_on(const Question& question, const IssueUnits& command) {
  const auto& activities = question.ledger.activities();
  const auto* report = activities.find_report(command.report);
  if (!report)
    return std::unexpected(
        refuse(RefusalCode::not_recorded,
               {Words("monitoring report", "rapport de suivi"), command.report}));
  if (!report->verified())
    return std::unexpected(refuse(RefusalCode::verification_missing, {command.report}));
  const auto version = in_force(question, command.authorization);
  if (!version) return std::unexpected(version.error());
  const AuthorizeItmos& authorization = (*version)->record;
  if (auto broken = activity_covered(authorization, report->submission.activity))
    return std::unexpected(*broken);
  if (auto broken = party_may_take_part(question, authorization.party, authorization.approach))
    return std::unexpected(*broken);
  const PartyId host = activities.find_activity(report->submission.activity)->record.host;
  if (authorization.party != host)
    return std::unexpected(
        refuse(RefusalCode::party_not_host,
               {report->submission.activity, host.to_string(), authorization.party.to_string()}));
  if (auto broken =
          not_before(question, report->verified_on, Words("the verification", "la vérification")))
    return std::unexpected(*broken);
  if (auto broken = recognition_requested(question, command, authorization.approach))
    return std::unexpected(*broken);
  if (auto broken = no_remedy_open(question, report->submission.activity))
    return std::unexpected(*broken);
  const MonitoredResult* result = report->result_of(command.component, command.vintage);
  if (!result)
    return std::unexpected(refuse(RefusalCode::result_missing,
                                  {command.report, command.component, year_text(command.vintage)}));
  if (command.vintage.value() < 2021)
    return std::unexpected(refuse(RefusalCode::vintage_before_2021, {year_text(command.vintage)}));
  if (auto broken = vintage_covered(authorization, command.vintage))
    return std::unexpected(*broken);
  const auto* component = activities.find_component(command.component);
  if (component->settled_vintages.contains(command.vintage))
    return std::unexpected(refuse(RefusalCode::vintage_already_settled,
                                  {command.component, year_text(command.vintage)}));
  if (const auto earlier = activities.unsettled_before(command.component, command.vintage))
    return std::unexpected(
        refuse(RefusalCode::earlier_vintage_not_settled, {command.component, year_text(*earlier)}));
  if (result->emission_reductions_kg_co2eq > KilogramsCo2eq(0))
    if (const auto* other = activities.unsettled_deficit(command.component, command.vintage))
      return std::unexpected(
          refuse(RefusalCode::deficit_not_settled,
                 {other->component, year_text(other->vintage), command.component}));
  const auto account = question.ledger.find_account(command.account);
  if (!account)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("account", "compte"), command.account}));
  if (question.ledger.accounts()[*account].party != authorization.party)
    return std::unexpected(
        refuse(RefusalCode::not_account_holder,
               {command.account, question.ledger.accounts()[*account].party.to_string(),
                authorization.party.to_string()}));
  UnitsIssued event = issue(question.ledger, command, authorization, *result,
                            activities.debt_kg_co2eq(command.component));
  if (auto broken = underlying_fit(question, command.underlying, event.issued_t_co2eq))
    return std::unexpected(*broken);
  if (event.first_transfer == ActionSubtype::none) return event;
  if (auto broken = still_counts(question, authorization, host, command.vintage))
    return std::unexpected(*broken);
  if (auto broken = within_cap(question, *question.ledger.find_authorization(command.authorization),
                               authorization, event.issued_t_co2eq))
    return std::unexpected(*broken);
  return event;
}

namespace {

Result<Event> transferred(const Question& question, const UnitSelection& selection,
                          PartyId to_party, RegistryId to_registry, const std::string& to_account,
                          ActionType action) {
  foresee_move(question.ledger, selection, to_account);
  auto choice = choose_units(question, selection, action == ActionType::transfer);
  if (!choice) return std::unexpected(choice.error());
  const Ledger& ledger = question.ledger;
  const OpenAccount& from = ledger.accounts()[choice->account];
  const AuthorizeItmos& authorization = terms_on(question, choice->authorization);
  if (from.party == to_party)
    return std::unexpected(refuse(RefusalCode::transfer_not_international, {to_party.to_string()}));
  if (auto broken = party_may_take_part(question, from.party, authorization.approach))
    return std::unexpected(*broken);
  if (auto broken = party_in_approach(question, to_party, authorization.approach))
    return std::unexpected(*broken);
  if (to_registry.empty())
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Text::name("to_registry"), std::string(),
         Words("the registry of the acquiring Party", "le registre de la Partie acquéreuse")}));
  if (action == ActionType::first_transfer) {
    if (!covers_ndc(authorization.purpose) && !choice->first_transferred)
      return std::unexpected(
          refuse(RefusalCode::first_transfer_defined_otherwise,
                 {authorization.authorization,
                  std::string(name_of(*authorization.first_transfer_definition))}));
    if (auto broken = first_transfer_allowed(question, *choice)) return std::unexpected(*broken);
    const auto& named = authorization.authorized_parties;
    if (!named.empty() && std::find(named.begin(), named.end(), to_party) == named.end())
      return std::unexpected(refuse(RefusalCode::party_not_authorized,
                                    {authorization.authorization, to_party.to_string()}));
    if (auto broken = recognised_for(question, *choice, to_party)) return std::unexpected(*broken);
    if (auto broken = recognition_in_force(question, authorization.approach))
      return std::unexpected(*broken);
  } else if (!choice->first_transferred) {
    return std::unexpected(
        refuse(RefusalCode::not_first_transferred, {choice->ranges.front().first_id.to_string()}));
  }
  const bool stays_here = to_registry == ledger.registry()->registry;
  if (stays_here) {
    const auto target = ledger.find_account(to_account);
    if (!target)
      return std::unexpected(
          refuse(RefusalCode::not_recorded, {Words("account", "compte"), to_account}));
    if (ledger.accounts()[*target].party != to_party)
      return std::unexpected(
          refuse(RefusalCode::not_account_holder,
                 {to_account, ledger.accounts()[*target].party.to_string(), to_party.to_string()}));
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
                         .underlying = {}};
  if (!ledger.underlying().empty()) name_underlying(ledger, event);
  return Event(std::move(event));
}

}  // namespace

Result<Event> decide_on(const Question& question, const FirstTransfer& command) {
  return transferred(question, command.units, command.to_party, command.to_registry,
                     command.to_account, ActionType::first_transfer);
}

Result<Event> decide_on(const Question& question, const Transfer& command) {
  return transferred(question, command.units, command.to_party, command.to_registry,
                     command.to_account, ActionType::transfer);
}

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
  const auto account = question.ledger.find_account(command.to_account);
  if (!account)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("account", "compte"), command.to_account}));
  const OpenAccount& opened = question.ledger.accounts()[*account];
  if (opened.party != command.to_party)
    return std::unexpected(
        refuse(RefusalCode::not_account_holder,
               {command.to_account, opened.party.to_string(), command.to_party.to_string()}));
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

Result<Event> decide_on(const Question& question, const MoveUnits& command) {
  foresee_move(question.ledger, command.units, command.to_account);
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
  return UnitsMoved{std::move(choice->ranges), command.units.account, command.to_account};
}

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
  } else if (!command.entity.empty()) {
    if (auto broken =
            entity_may_act(question, command.entity, command.party, authorization.approach))
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
  if (auto broken = first_transfer_allowed(question, *choice)) return std::unexpected(*broken);
  event.action = ActionType::first_transfer;
  return event;
}

}  // namespace openitmo::ledger
