#include <algorithm>
#include <fmt/format.h>

#include "ledger/unit_rules.h"
#include "quantity/rounding.h"

namespace openitmo::ledger {

namespace {

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

}  // namespace openitmo::ledger
