#include "ledger/decide.h"

#include <fmt/format.h>

#include "ledger/rules.h"
#include "quantity/gwp.h"

namespace openitmo::ledger {

namespace {

Broken envelope_fits(const Ledger& ledger, const Envelope& envelope, bool opens) {
  if (!ledger.registry() && !opens) return refuse(RefusalCode::registry_not_open);
  if (ledger.entry_count() > 0 && envelope.recorded_at < ledger.last_recorded_at())
    return refuse(RefusalCode::recorded_at_goes_back,
                  {envelope.recorded_at.to_string(), ledger.last_recorded_at().to_string()});
  if (envelope.effective_date > envelope.recorded_at.date())
    return refuse(RefusalCode::effective_after_recorded,
                  {envelope.effective_date.to_string(), envelope.recorded_at.date().to_string()});
  return std::nullopt;
}

}  // namespace

Result<Event> decide(const Ledger& ledger, const Envelope& envelope, const Command& command) {
  const bool opens = std::holds_alternative<OpenRegistry>(command);
  if (auto broken = envelope_fits(ledger, envelope, opens)) return std::unexpected(*broken);
  const Question question{ledger, envelope};
  if (!ledger.roles().none())
    if (auto broken = actor_may(question, command)) return std::unexpected(*broken);
  return std::visit([&](const auto& asked) { return decide_on(question, asked); }, command);
}

Result<Event> decide(const Ledger& ledger, const Envelope& envelope, const KeyChanged& change) {
  if (auto broken = envelope_fits(ledger, envelope, false)) return std::unexpected(*broken);
  if (auto broken = text_given("verifier_key", change.verifier_key))
    return std::unexpected(*broken);
  if (auto broken = text_given("document", change.document.sha256)) return std::unexpected(*broken);
  return change;
}

std::optional<Requirement> unmet_requirement(const Ledger& ledger, PartyId party, Date date) {
  const PartyState* state = ledger.find_party(party);
  for (std::size_t i = 0; i < EnumNames<Requirement>::names.size(); ++i) {
    const auto requirement = static_cast<Requirement>(i);
    if (!state || !state->meets(requirement, date)) return requirement;
  }
  return std::nullopt;
}

Refusal refuse(RefusalCode code, std::vector<Figure> figures) { return {code, std::move(figures)}; }

std::string year_text(CalendarYear year) { return fmt::format("{}", year.value()); }
std::string tonnes_text(TonnesCo2eq tonnes) { return fmt::format("{}", tonnes.value()); }

Broken party_served(const Question& question, PartyId party) {
  if (question.ledger.serves(party)) return std::nullopt;
  return refuse(RefusalCode::party_not_served,
                {party.to_string(), question.ledger.registry()->registry.to_string()});
}

Broken party_in_approach(const Question& question, PartyId party, CooperativeApproachId approach) {
  const ApproachState* state = question.ledger.find_approach(approach);
  if (!state)
    return refuse(RefusalCode::not_recorded,
                  {Words("cooperative approach", "démarche concertée"), approach.to_string()});
  if (state->has_party(party)) return std::nullopt;
  return refuse(RefusalCode::party_not_in_approach, {party.to_string(), approach.to_string()});
}

Broken party_may_take_part(const Question& question, PartyId party,
                           CooperativeApproachId approach) {
  if (auto broken = party_in_approach(question, party, approach)) return broken;
  if (const auto unmet = unmet_requirement(question.ledger, party, question.date()))
    return refuse(RefusalCode::participation_not_met,
                  {party.to_string(), std::string(name_of(*unmet))});
  if (question.ledger.find_party(party)->ndcs.empty())
    return refuse(RefusalCode::ndc_missing, {party.to_string()});
  const auto& reports = question.ledger.find_approach(approach)->initial_reports;
  const auto report = reports.find(party);
  if (report == reports.end() || report->second.effective > question.date())
    return refuse(RefusalCode::initial_report_missing, {party.to_string(), approach.to_string()});
  return std::nullopt;
}

Broken entity_may_act(const Question& question, const std::string& entity, PartyId party,
                      CooperativeApproachId approach) {
  if (question.ledger.entity_authorized(entity, party, approach, question.date()))
    return std::nullopt;
  return refuse(RefusalCode::entity_not_authorized,
                {entity, party.to_string(), approach.to_string()});
}

Broken activity_covered(const AuthorizeItmos& authorization, const std::string& activity) {
  if (authorization.activity == activity) return std::nullopt;
  return refuse(RefusalCode::activity_not_authorized,
                {authorization.authorization, authorization.activity, activity});
}

Broken not_before(const Question& question, Date day, const Words& ground) {
  if (question.date() >= day) return std::nullopt;
  return refuse(RefusalCode::act_before_its_ground,
                {question.date().to_string(), ground, day.to_string()});
}

Text from_to(const DateRange& days) {
  return {{"{} to {}", "du {} au {}"}, days.first.to_string(), days.last.to_string()};
}

Broken text_given(std::string_view field, std::string_view value) {
  if (!value.empty()) return std::nullopt;
  return refuse(RefusalCode::value_not_valid,
                {std::string(field), std::string(), Words("a value", "une valeur")});
}

Broken known_gwp_set(const std::string& gwp_set) {
  if (find_gwp_set(gwp_set)) return std::nullopt;
  return refuse(RefusalCode::gwp_set_unknown, {gwp_set});
}

}  // namespace openitmo::ledger
