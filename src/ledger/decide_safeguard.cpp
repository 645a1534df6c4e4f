#include <algorithm>
#include <fmt/format.h>

#include "ledger/rules.h"
#include "ledger/unit_choice.h"

// Dates of NDC periods, holds, suspension of recognition, remedies; and the rules they set.
namespace openitmo::ledger {

namespace {

const Recorded<RecordNdc>* ndc_of(const Question& question, PartyId party, CalendarYear year) {
  const PartyState* state = question.ledger.find_party(party);
  return state ? state->ndc_for(year) : nullptr;
}

const SetPeriodDates* dates_of(const Question& question, PartyId party, CalendarYear year) {
  const auto* ndc = ndc_of(question, party, year);
  return ndc ? question.ledger.safeguards().dates_of(party, ndc->record.ndc) : nullptr;
}

Broken not_final(const Question& question, const SetPeriodDates& dates) {
  if (!dates.final_on || question.envelope.recorded_at.date() < *dates.final_on)
    return std::nullopt;
  return refuse(RefusalCode::ndc_period_final,
                {dates.party.to_string(), dates.ndc, dates.final_on->to_string()});
}

}  // namespace

Broken period_open(const Question& question, PartyId party, CalendarYear year) {
  const SetPeriodDates* dates = dates_of(question, party, year);
  return dates ? not_final(question, *dates) : std::nullopt;
}

Broken before_oimp_cut_off(const Question& question, PartyId host, Vintage vintage) {
  const SetPeriodDates* dates = dates_of(question, host, vintage);
  if (!dates || !dates->btr_submitted_on) return std::nullopt;
  const Date cut_off(dates->btr_submitted_on->year().value() - 1, 12, 31);
  if (question.envelope.recorded_at.date() <= cut_off) return std::nullopt;
  return refuse(RefusalCode::oimp_cut_off_passed,
                {host.to_string(), dates->ndc, cut_off.to_string()});
}

Broken recognition_in_force(const Question& question, CooperativeApproachId approach) {
  const auto* known = question.ledger.safeguards().suspension(approach, question.date());
  if (!known) return std::nullopt;
  return refuse(RefusalCode::recognition_suspended,
                {known->record.party.to_string(), approach.to_string(), known->from.to_string()});
}

Broken no_remedy_open(const Question& question, const std::string& activity) {
  for (const auto& [id, remedy] : question.ledger.safeguards().remedies()) {
    const RemedyOpened& opened = remedy.opened.record;
    const auto* component = question.ledger.activities().find_component(opened.component);
    if (remedy.outstanding_t_co2eq == TonnesCo2eq(0) || !component ||
        component->inclusion.activity != activity)
      continue;
    return refuse(RefusalCode::remedy_open, {id, activity, tonnes_text(remedy.outstanding_t_co2eq),
                                             opened.deadline.to_string()});
  }
  return std::nullopt;
}

Broken not_on_hold(const Question& question, const std::vector<ItmoRange>& ranges) {
  for (const ItmoRange& range : ranges)
    if (const Hold* hold = question.ledger.safeguards().hold_on(range))
      return refuse(
          RefusalCode::units_on_hold,
          {range.first_id.to_string(), range.last_id.to_string(), hold->placed.record.hold});
  return std::nullopt;
}

Result<Event> decide_on(const Question& question, const SetPeriodDates& command) {
  const PartyState* party = question.ledger.find_party(command.party);
  if (!party)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("Party", "Partie"), command.party.to_string()}));
  const auto ndc = std::ranges::find(party->ndcs, command.ndc,
                                     [](const auto& known) { return known.record.ndc; });
  if (ndc == party->ndcs.end())
    return std::unexpected(refuse(RefusalCode::not_recorded, {Words("NDC", "CDN"), command.ndc}));
  const Date last_day(ndc->record.last_year.value(), 12, 31);
  for (const auto& [field, day] : {std::pair("final_on", command.final_on),
                                   std::pair("btr_submitted_on", command.btr_submitted_on)})
    if (day && *day <= last_day)
      return std::unexpected(
          refuse(RefusalCode::value_not_valid,
                 {std::string(field), day->to_string(),
                  Text({"a day after {}", "un jour après le {}"}, last_day.to_string())}));
  if (const auto* known = question.ledger.safeguards().dates_of(command.party, command.ndc))
    if (auto broken = not_final(question, *known)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const PlaceHold& command) {
  if (auto broken = text_given("hold", command.hold)) return std::unexpected(*broken);
  if (question.ledger.safeguards().find_hold(command.hold))
    return std::unexpected(
        refuse(RefusalCode::already_recorded, {Words("hold", "retenue"), command.hold}));
  if (command.ranges.empty()) return std::unexpected(refuse(RefusalCode::quantity_zero));
  for (const ItmoRange& range : command.ranges)
    if (!range.valid())
      return std::unexpected(refuse(
          RefusalCode::value_not_valid,
          {Words("range", "plage"),
           Text({"{} to {}", "de {} à {}"}, range.first_id.to_string(), range.last_id.to_string()),
           Words("a first and a last identifier of one series",
                 "un premier et un dernier identifiant d'une même série")}));
  return command;
}

Result<Event> decide_on(const Question& question, const LiftHold& command) {
  const Hold* hold = question.ledger.safeguards().find_hold(command.hold);
  if (!hold || hold->lifted)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("hold", "retenue"), command.hold}));
  if (auto broken = not_before(question, hold->placed.effective, Words("the hold", "la retenue")))
    return std::unexpected(*broken);
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const SuspendRecognition& command) {
  if (auto broken = party_in_approach(question, command.party, command.approach))
    return std::unexpected(*broken);
  if (question.ledger.safeguards().suspension_by(command.party, command.approach))
    return std::unexpected(
        refuse(RefusalCode::already_recorded,
               {Text({"suspension by {} of", "suspension par {} de"}, command.party.view()),
                command.approach.to_string()}));
  return command;
}

Result<Event> decide_on(const Question& question, const ResumeRecognition& command) {
  const auto* known = question.ledger.safeguards().suspension_by(command.party, command.approach);
  if (!known)
    return std::unexpected(
        refuse(RefusalCode::not_recorded,
               {Text({"suspension by {} of", "suspension par {} de"}, command.party.view()),
                command.approach.to_string()}));
  if (auto broken =
          not_before(question, known->from.plus_days(-static_cast<int>(known->record.notice_days)),
                     Words("the suspension", "la suspension")))
    return std::unexpected(*broken);
  return command;
}

namespace {

// Held units of the buffer, the lowest identifiers first, up to the tonnes asked for.
std::vector<ItmoRange> buffer_units(const Ledger& ledger, std::uint32_t account,
                                    TonnesCo2eq quantity) {
  std::vector<ItmoRange> ranges;
  for (const Block& block : ledger.blocks().held_in(account)) {
    if (quantity == TonnesCo2eq(0)) break;
    ItmoRange taken = block.range;
    const TonnesCo2eq part = std::min(quantity, taken.quantity_t_co2eq());
    taken.last_id.serial = taken.first_id.serial + part.value() - 1;
    ranges.push_back(taken);
    quantity -= part;
  }
  return ranges;
}

CooperativeApproachId approach_of(const Ledger& ledger, const std::string& component) {
  const auto& activities = ledger.activities();
  const auto& inclusion = activities.find_component(component)->inclusion;
  return activities.find_activity(inclusion.activity)->record.approach;
}

TonnesCo2eq total(const std::vector<ItmoRange>& ranges) {
  TonnesCo2eq sum;
  for (const ItmoRange& range : ranges) sum += range.quantity_t_co2eq();
  return sum;
}

}  // namespace

Result<Event> decide_on(const Question& question, const OpenRemedy& command) {
  const Ledger& ledger = question.ledger;
  if (auto broken = text_given("remedy", command.remedy)) return std::unexpected(*broken);
  if (ledger.safeguards().find_remedy(command.remedy))
    return std::unexpected(
        refuse(RefusalCode::already_recorded, {Words("remedy", "réparation"), command.remedy}));
  if (!ledger.activities().find_component(command.component))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("component", "composant"), command.component}));
  if (!ledger.entities().contains(command.debtor))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("entity", "entité"), command.debtor}));
  if (command.quantity_t_co2eq == TonnesCo2eq(0))
    return std::unexpected(refuse(RefusalCode::quantity_zero));
  if (command.deadline < question.date())
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Words("deadline", "échéance"), command.deadline.to_string(),
         Text({"{} or a later day", "le {} ou un jour ultérieur"}, question.date().to_string())}));
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  RemedyOpened event{.remedy = command.remedy,
                     .cause = command.cause,
                     .way = command.way,
                     .component = command.component,
                     .quantity_t_co2eq = command.quantity_t_co2eq,
                     .buffer_account = command.buffer_account,
                     .ranges = {},
                     .outstanding_t_co2eq = command.quantity_t_co2eq,
                     .debtor = command.debtor,
                     .deadline = command.deadline,
                     .document = command.document};
  if (command.buffer_account.empty()) return event;
  const auto buffer = ledger.find_account(command.buffer_account);
  if (!buffer)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("account", "compte"), command.buffer_account}));
  if (auto broken =
          metric_fits(question, ledger.accounts()[*buffer], approach_of(ledger, command.component)))
    return std::unexpected(*broken);
  event.ranges = buffer_units(ledger, *buffer, command.quantity_t_co2eq);
  event.outstanding_t_co2eq -= total(event.ranges);
  return event;
}

Result<Event> decide_on(const Question& question, const SettleRemedy& command) {
  const auto* remedy = question.ledger.safeguards().find_remedy(command.remedy);
  if (!remedy || remedy->outstanding_t_co2eq == TonnesCo2eq(0))
    return std::unexpected(refuse(RefusalCode::not_recorded,
                                  {Words("open remedy", "réparation ouverte"), command.remedy}));
  if (auto broken =
          not_before(question, remedy->opened.effective, Words("the remedy", "la réparation")))
    return std::unexpected(*broken);
  const auto choice = choose_units(question, command.units);
  if (!choice) return std::unexpected(choice.error());
  if (auto broken = metric_fits(question, question.ledger.accounts()[choice->account],
                                approach_of(question.ledger, remedy->opened.record.component)))
    return std::unexpected(*broken);
  if (choice->quantity_t_co2eq > remedy->outstanding_t_co2eq)
    return std::unexpected(
        refuse(RefusalCode::value_not_valid,
               {Text::name("quantity_t_co2eq"), tonnes_text(choice->quantity_t_co2eq),
                Text({"at most {}, as are owed", "au plus {}, autant que dû"},
                     remedy->outstanding_t_co2eq.value())}));
  return RemedySettled{command.remedy, command.units.account, choice->ranges,
                       remedy->outstanding_t_co2eq - choice->quantity_t_co2eq};
}

}  // namespace openitmo::ledger
