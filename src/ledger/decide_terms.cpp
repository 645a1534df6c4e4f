#include <algorithm>
#include <fmt/format.h>

#include "ledger/unit_rules.h"

// Levies, the Adaptation Fund, labels, statements on Article 6.4 units, channels, limits.
namespace openitmo::ledger {

namespace {

Broken approach_known(const Question& question, CooperativeApproachId approach) {
  if (question.ledger.find_approach(approach)) return std::nullopt;
  return refuse(RefusalCode::not_recorded,
                {Words("cooperative approach", "démarche concertée"), approach.to_string()});
}

Broken years_in_order(const char* fields, CalendarYear first, CalendarYear last) {
  if (first <= last) return std::nullopt;
  return refuse(
      RefusalCode::value_not_valid,
      {Text::name(fields), Text({"{} to {}", "{} à {}"}, first.value(), last.value()),
       Words("a first year not after the last", "une première année qui ne suit pas la dernière")});
}

// The two shares leave something of what is issued.
Broken shares_fit(const AgreeLevies& command) {
  const Share &a = command.adaptation_share, &b = command.omge_share;
  if (auto broken = fraction_valid("adaptation_share", a.numerator, a.denominator)) return broken;
  if (auto broken = fraction_valid("omge_share", b.numerator, b.denominator)) return broken;
  const auto sum = a.numerator * b.denominator + b.numerator * a.denominator;
  if (sum < a.denominator * b.denominator) return std::nullopt;
  return refuse(
      RefusalCode::value_not_valid,
      {Text::name("adaptation_share, omge_share"),
       fmt::format("{}/{}, {}/{}", a.numerator, a.denominator, b.numerator, b.denominator),
       Words("shares that together are less than the whole",
             "des parts qui ensemble font moins que le tout")});
}

}  // namespace

Broken levies_delivered(const Question& question, CooperativeApproachId approach) {
  const LevyAccount* account = question.ledger.terms().levies_of(approach);
  if (!account) return std::nullopt;
  if (account->adaptation_owed())
    return refuse(
        RefusalCode::levy_not_delivered,
        {approach.to_string(),
         tonnes_text(account->adaptation_due_t_co2eq - account->adaptation_delivered_t_co2eq),
         Words("transfer to the Adaptation Fund", "transfert au Fonds pour l'adaptation")});
  if (account->omge_owed())
    return refuse(
        RefusalCode::levy_not_delivered,
        {approach.to_string(),
         tonnes_text(account->omge_due_t_co2eq - account->omge_delivered_t_co2eq),
         Words("cancellation for overall mitigation", "annulation pour l'atténuation globale")});
  return std::nullopt;
}

Broken label_in_force(const Question& question, const AuthorizeItmos& authorization,
                      Vintage vintage) {
  if (authorization.oimp.find(kCorsia) == std::string::npos) return std::nullopt;
  if (question.ledger.terms().has_label(kCorsia, authorization.activity, vintage, question.date()))
    return std::nullopt;
  return refuse(RefusalCode::label_missing, {std::string(kCorsia), authorization.activity,
                                             year_text(vintage), question.date().to_string()});
}

Broken a64_authorized(const Question& question, const UnderlyingUnits& units) {
  if (!of_mechanism(units)) return std::nullopt;
  if (question.ledger.terms().a64_authorized(units, question.date())) return std::nullopt;
  return refuse(RefusalCode::a64_units_not_authorized,
                {fmt::format("{}{}", units.prefix, units.first_unit),
                 fmt::format("{}{}", units.prefix, units.last_unit), units.registry});
}

Broken channel_known(const Question& question, const AuthorizeItmos& authorization) {
  const bool told =
      authorization.first_transfer_definition == FirstTransferDefinition::issuance ||
      authorization.first_transfer_definition == FirstTransferDefinition::use_or_cancellation;
  const RegistryId there = authorization.tracking_registry;
  if (!covers_oimp(authorization.purpose) || !told || there == question.ledger.registry()->registry)
    return std::nullopt;
  if (question.ledger.terms().channel(authorization.party, there)) return std::nullopt;
  return refuse(RefusalCode::notification_channel_missing,
                {authorization.authorization, there.to_string(),
                 std::string(name_of(*authorization.first_transfer_definition))});
}

Broken within_use_limits(const Question& question, PartyId party, CalendarYear year,
                         TonnesCo2eq quantity) {
  const Ledger& ledger = question.ledger;
  for (const auto& known : ledger.terms().use_limits()) {
    const SetUseLimit& limit = known.record;
    const auto covers = [&](CalendarYear of) {
      return limit.first_year <= of && of <= limit.last_year;
    };
    if (limit.party != party || !covers(year) || known.effective > question.date()) continue;
    TonnesCo2eq used;
    for (const Action& action : ledger.actions())
      if (action.type == ActionType::use && action.reporting_party == party && action.use_year &&
          covers(*action.use_year) && ledger.metric_of(action.range.series().approach).empty())
        used += action.range.quantity_t_co2eq();
    if (used + quantity > limit.quantity_t_co2eq)
      return refuse(RefusalCode::use_limit_exceeded,
                    {tonnes_text(quantity), tonnes_text(used), tonnes_text(limit.quantity_t_co2eq),
                     party.to_string(), year_text(limit.first_year), year_text(limit.last_year)});
  }
  return std::nullopt;
}

Result<Event> decide_on(const Question& question, const AgreeLevies& command) {
  if (auto broken = approach_known(question, command.approach)) return std::unexpected(*broken);
  if (auto broken = shares_fit(command)) return std::unexpected(*broken);
  if (auto broken = text_given("agreement", command.agreement.sha256))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const NameAdaptationFund& command) {
  if (question.ledger.terms().names_fund() || question.ledger.find_party(command.fund) ||
      question.ledger.serves(command.fund))
    return std::unexpected(
        refuse(RefusalCode::already_recorded,
               {Words("Adaptation Fund or Party", "Fonds pour l'adaptation ou Partie"),
                command.fund.to_string()}));
  if (auto broken = text_given("fund", command.fund.view())) return std::unexpected(*broken);
  if (auto broken = text_given("source", command.source.sha256)) return std::unexpected(*broken);
  return command;
}

namespace {

bool covers_imp(Purpose purpose) {
  return purpose == Purpose::oimp || purpose == Purpose::imp || purpose == Purpose::ndc_and_oimp ||
         purpose == Purpose::ndc_and_imp;
}

// CORSIA takes units that their host authorized for international mitigation purposes.
Broken authorized_for_imp(const Question& question, const std::string& activity) {
  const AuthorizeItmos* other = nullptr;
  for (const Authorization& authorization : question.ledger.authorizations()) {
    const auto* version = authorization.in_force(question.date());
    if (!version || version->record.activity != activity) continue;
    if (covers_imp(version->record.purpose)) return std::nullopt;
    other = &version->record;
  }
  if (!other)
    return refuse(RefusalCode::not_recorded,
                  {Words("authorization of activity", "autorisation de l'activité"), activity});
  return refuse(RefusalCode::purpose_not_authorized,
                {other->authorization, std::string(name_of(other->purpose)), std::string("imp")});
}

}  // namespace

Result<Event> decide_on(const Question& question, const GrantLabel& command) {
  if (auto broken = text_given("label", command.label)) return std::unexpected(*broken);
  if (!question.ledger.activities().find_activity(command.activity))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("activity", "activité"), command.activity}));
  if (auto broken = years_in_order("first_vintage, last_vintage", command.first_vintage,
                                   command.last_vintage))
    return std::unexpected(*broken);
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  if (command.label == kCorsia)
    if (auto broken = authorized_for_imp(question, command.activity))
      return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const RecordA64Statement& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  const UnderlyingUnits& units = command.underlying;
  if (!of_mechanism(units) || units.first_unit == 0 || units.last_unit < units.first_unit)
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Text::name("underlying"),
         Text({"{} {} to {}", "{} {} à {}"}, units.registry, units.first_unit, units.last_unit),
         Words("a range of A6.4 units", "une plage d'unités A6.4")}));
  if (auto broken = not_before(question, command.issued_on,
                               Words("the issuance of the units", "la délivrance des unités")))
    return std::unexpected(*broken);
  if (auto broken = text_given("statement", command.statement.sha256))
    return std::unexpected(*broken);
  const auto* earlier = question.ledger.terms().a64_statement(units);
  const bool later_authorization = command.status == A64Status::authorized && earlier &&
                                   earlier->record.status != A64Status::authorized;
  if (later_authorization && command.first_moved_on && *command.first_moved_on <= question.date())
    return std::unexpected(refuse(
        RefusalCode::contribution_units_moved,
        {fmt::format("{}{}", units.prefix, units.first_unit),
         fmt::format("{}{}", units.prefix, units.last_unit), command.first_moved_on->to_string()}));
  return command;
}

Result<Event> decide_on(const Question& question, const RecordChannel& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (auto broken = text_given("informing_registry", command.informing_registry.view()))
    return std::unexpected(*broken);
  if (auto broken = text_given("channel", command.channel)) return std::unexpected(*broken);
  if (auto broken = not_before(question, command.last_contact,
                               Words("the last contact", "le dernier contact")))
    return std::unexpected(*broken);
  if (auto broken = text_given("arrangement", command.arrangement.sha256))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const SetUseLimit& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (auto broken = years_in_order("first_year, last_year", command.first_year, command.last_year))
    return std::unexpected(*broken);
  if (auto broken = text_given("source", command.source.sha256)) return std::unexpected(*broken);
  return command;
}

}  // namespace openitmo::ledger
