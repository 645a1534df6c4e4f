#include <algorithm>
#include <fmt/format.h>

#include "ledger/unit_rules.h"
#include "quantity/rounding.h"

namespace openitmo::ledger {

namespace {

// Under the recognition workflow a request for this report and authorization comes first.
template <class Issuance>
Broken recognition_requested(const Question& question, const Issuance& command,
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
  if (auto broken = a64_authorized(question, units)) return broken;
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

// What both kinds of issuance rest on.
struct Ground {
  const AuthorizeItmos* authorization = nullptr;
  const MonitoredResult* result = nullptr;
  PartyId host;
};

Broken component_settled(const Question& question, const std::string& name, Vintage vintage,
                         const MonitoredResult& result) {
  const auto& activities = question.ledger.activities();
  const auto* component = activities.find_component(name);
  if (component->settled_vintages.contains(vintage))
    return refuse(RefusalCode::vintage_already_settled, {name, year_text(vintage)});
  if (const auto earlier = activities.unsettled_before(name, vintage))
    return refuse(RefusalCode::earlier_vintage_not_settled, {name, year_text(*earlier)});
  if (result.emission_reductions_kg_co2eq > KilogramsCo2eq(0))
    if (const auto* other = activities.unsettled_deficit(name, vintage))
      return refuse(RefusalCode::deficit_not_settled,
                    {other->component, year_text(other->vintage), name});
  return std::nullopt;
}

Broken account_receives(const Question& question, const std::string& account,
                        const AuthorizeItmos& authorization) {
  const auto index = question.ledger.find_account(account);
  if (!index) return refuse(RefusalCode::not_recorded, {Words("account", "compte"), account});
  const OpenAccount& opened = question.ledger.accounts()[*index];
  if (opened.party != authorization.party)
    return refuse(RefusalCode::not_account_holder,
                  {account, opened.party.to_string(), authorization.party.to_string()});
  return metric_fits(question, opened, authorization.approach);
}

// The report is verified and the host's authorization in force covers its activity.
template <class Issuance>
Result<Ground> report_and_authorization(const Question& question, const Issuance& command) {
  const auto& activities = question.ledger.activities();
  const auto* report = activities.find_report(command.report);
  if (!report)
    return std::unexpected(
        refuse(RefusalCode::not_recorded,
               {Words("monitoring report", "rapport de suivi"), command.report}));
  if (auto broken = report_verified(question, *report)) return std::unexpected(*broken);
  const auto version = in_force(question, command.authorization);
  if (!version) return std::unexpected(version.error());
  const AuthorizeItmos& authorization = (*version)->record;
  const std::string& activity = report->submission.activity;
  if (auto broken = activity_covered(authorization, activity)) return std::unexpected(*broken);
  if (auto broken = party_may_take_part(question, authorization.party, authorization.approach))
    return std::unexpected(*broken);
  const PartyId host = activities.find_activity(activity)->record.host;
  if (authorization.party != host)
    return std::unexpected(refuse(RefusalCode::party_not_host,
                                  {activity, host.to_string(), authorization.party.to_string()}));
  if (auto broken =
          not_before(question, report->verified_on, Words("the verification", "la vérification")))
    return std::unexpected(*broken);
  if (auto broken = recognition_requested(question, command, authorization.approach))
    return std::unexpected(*broken);
  if (auto broken = no_remedy_open(question, activity)) return std::unexpected(*broken);
  return Ground{&authorization, report->result_of(command.component, command.vintage), host};
}

template <class Issuance>
Result<Ground> ground_of(const Question& question, const Issuance& command) {
  const auto ground = report_and_authorization(question, command);
  if (!ground) return ground;
  if (!ground->result)
    return std::unexpected(refuse(RefusalCode::result_missing,
                                  {command.report, command.component, year_text(command.vintage)}));
  if (command.vintage.value() < 2021)
    return std::unexpected(refuse(RefusalCode::vintage_before_2021, {year_text(command.vintage)}));
  const AuthorizeItmos& authorization = *ground->authorization;
  if (auto broken = vintage_covered(authorization, command.vintage))
    return std::unexpected(*broken);
  if (auto broken =
          component_settled(question, command.component, command.vintage, *ground->result))
    return std::unexpected(*broken);
  if (auto broken = account_receives(question, command.account, authorization))
    return std::unexpected(*broken);
  return ground;
}

// An issuance that is a first transfer stays within the cap, in a period that still counts.
Broken issuance_counts(const Question& question, const Ground& ground, Vintage vintage,
                       TonnesCo2eq issued) {
  const AuthorizeItmos& authorization = *ground.authorization;
  if (auto broken = still_counts(question, authorization, ground.host, vintage)) return broken;
  return within_cap(question, *question.ledger.find_authorization(authorization.authorization),
                    authorization, issued);
}

}  // namespace

Result<Event> decide_on(const Question& question, const IssueUnits& command) {
  const auto ground = ground_of(question, command);
  if (!ground) return std::unexpected(ground.error());
  UnitsIssued event = issue(question.ledger, command, *ground->authorization, *ground->result,
                            question.ledger.activities().debt_kg_co2eq(command.component));
  if (event.issued_t_co2eq > TonnesCo2eq(0))
    if (auto broken =
            results_fit_metric(question, ground->authorization->approach, /*in_t_co2eq=*/true))
      return std::unexpected(*broken);
  if (auto broken = underlying_fit(question, command.underlying, event.issued_t_co2eq))
    return std::unexpected(*broken);
  if (event.first_transfer == ActionSubtype::none) return event;
  if (auto broken = issuance_counts(question, *ground, command.vintage, event.issued_t_co2eq))
    return std::unexpected(*broken);
  return event;
}

namespace {

// What is left of a quantity when a deficit takes its part of the result, which is larger.
std::uint64_t after_deficit(std::uint64_t quantity, KilogramsCo2eq result, KilogramsCo2eq debt) {
  return share_of(TonnesCo2eq(quantity), Rational((result - debt).value(), result.value()),
                  Rounding::down)
      .value();
}

}  // namespace

// A deficit in t CO2 eq is made good in any metric; issue_units carries it on, where it issues
// nothing.
Result<Event> decide_on(const Question& question, const IssueMetricUnits& command) {
  const auto ground = ground_of(question, command);
  if (!ground) return std::unexpected(ground.error());
  const AuthorizeItmos& authorization = *ground->authorization;
  if (auto broken = results_fit_metric(question, authorization.approach, /*in_t_co2eq=*/false))
    return std::unexpected(*broken);
  const KilogramsCo2eq result = ground->result->emission_reductions_kg_co2eq;
  const KilogramsCo2eq debt = question.ledger.activities().debt_kg_co2eq(command.component);
  if (result <= debt)
    return std::unexpected(
        refuse(RefusalCode::value_not_valid,
               {Text::name("quantity"), fmt::format("{}", command.quantity),
                Words("nothing: the component has reduced no emissions beyond its deficit, which "
                      "issue_units carries on",
                      "rien : le composant n'a pas réduit d'émissions au-delà de son déficit, que "
                      "issue_units reporte")}));
  if (auto broken = text_given("statement", command.statement.sha256))
    return std::unexpected(*broken);
  const std::uint64_t issued = after_deficit(command.quantity, result, debt);
  if (issued == 0) return std::unexpected(refuse(RefusalCode::quantity_zero));
  MetricUnitsIssued event{
      .report = command.report,
      .component = command.component,
      .vintage = command.vintage,
      .authorization = command.authorization,
      .account = command.account,
      .request = command.request,
      .metric = question.ledger.metric_of(authorization.approach),
      .verified_quantity = command.quantity,
      .debt_brought_forward_kg_co2eq = debt,
      .ranges = {next_range(question.ledger, authorization, command.vintage, issued)},
      .first_transfer = first_transfer_on_issuance(authorization),
      .statement = command.statement};
  if (event.first_transfer == ActionSubtype::none) return event;
  if (auto broken = issuance_counts(question, *ground, command.vintage, TonnesCo2eq(issued)))
    return std::unexpected(*broken);
  return event;
}

}  // namespace openitmo::ledger
