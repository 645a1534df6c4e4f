#include <algorithm>
#include <fmt/format.h>

#include "ledger_world/ledger_world.h"
#include "quantity/check.h"

// What stands before the first unit: Parties, approach, entities, activity, authorization; and the
// acts from a component to its issuance.
namespace openitmo::testing {

using ledger::AuthorizeItmos;
using ledger::Command;

namespace {

constexpr const char* kValidator = "ENTITY-VALIDATOR";
constexpr const char* kVerifier = "ENTITY-VERIFIER";

std::string owner_of(const std::string& host) { return "ENTITY-" + host; }

RecordEntity entity(const std::string& id, const std::string& country) {
  return {id, EntityKind::private_entity, "Invented " + id, party_id(country), "000-" + id};
}

ConcludeAdditionality additionality(const std::string& activity) {
  ConcludeAdditionality conclusion{activity, kValidator, {}};
  for (std::size_t i = 0; i < EnumNames<AdditionalityTest>::names.size(); ++i)
    conclusion.lines.push_back({static_cast<AdditionalityTest>(i), true, document("TEST")});
  return conclusion;
}

std::string authorization_id(const AuthorizationTerms& terms) {
  if (!terms.id.empty()) return terms.id;
  std::string id = fmt::format("{}-{}", terms.host, name_of(terms.purpose));
  if (terms.definition) id += fmt::format("-{}", name_of(*terms.definition));
  std::replace(id.begin(), id.end(), '_', '-');
  return id;
}

}  // namespace

World::World(const std::vector<std::string>& parties, const WorldOptions& options, Date opened_on)
    : parties_(parties), today_(opened_on) {
  check(parties.size() >= 2, "a world has two Parties at least");
  const auto registry = RegistryId::parse(options.registry);
  const auto approach = CooperativeApproachId::parse(options.approach);
  check(registry && approach, "registry and approach have identifiers like XXA01 and CA9999");
  registry_ = *registry;
  approach_ = *approach;
  open(parties, options);
}

void World::open(const std::vector<std::string>& parties, const WorldOptions& options) {
  std::vector<PartyId> ids;
  for (const std::string& code : parties) ids.push_back(party_id(code));
  must(OpenRegistry{registry_, ids});
  for (const std::string& code : parties) party(code);
  must(RecordCooperativeApproach{.approach = approach_,
                                 .parties = ids,
                                 .workflow = options.workflow,
                                 .demonstration = options.demonstration,
                                 .agreement = document("AGREEMENT")});
  if (options.initial_reports)
    for (const PartyId id : ids)
      must(SubmitInitialReport{id, approach_, false, document("REPORT")});
  must(entity(kValidator, parties.front()));
  must(entity(kVerifier, parties.front()));
}

void World::party(const std::string& code) {
  const PartyId id = party_id(code);
  must(RecordParty{id, "Invented Party " + code, false});
  for (std::size_t i = 0; i < EnumNames<Requirement>::names.size(); ++i)
    must(RecordParticipation{id, static_cast<Requirement>(i), true, document("EVIDENCE")});
  must(ledger::OpenAccount{account_of(code), id, ""});
}

std::string World::activity_of(const std::string& host) {
  const std::string id = "ACTIVITY-" + host;
  if (ledger_.activities().find_activity(id)) return id;
  must(entity(owner_of(host), host));
  must(AuthorizeEntity{party_id(host), owner_of(host), approach_, {}});
  must(RecordActivity{.activity = id,
                      .approach = approach_,
                      .host = party_id(host),
                      .owner = owner_of(host),
                      .sector = "Waste management and disposal",
                      .activity_types = {"Composting"},
                      .mitigation_type = MitigationType::emission_reductions,
                      .design_document = document("DESIGN")});
  must(RecordSdgIndicator{id, "JOBS", 8, "jobs", "0", "10"});
  must(ConcludeValidation{id, kValidator, true, document("VALIDATION")});
  must(additionality(id));
  return id;
}

AuthorizeItmos World::authorization(const AuthorizationTerms& terms) {
  const std::string activity = activity_of(terms.host);
  return {.party = party_id(terms.host),
          .authorization = authorization_id(terms),
          .version = terms.version,
          .approach = approach_,
          .activity = activity,
          .authorized_parties = {},
          .authorized_entities = {owner_of(terms.host)},
          .first_transfer_definition = terms.definition,
          .purpose = terms.purpose,
          .oimp = covers_oimp(terms.purpose) ? "AVIATION" : "",
          .standards = {"CDM TOOL04"},
          .quantity_t_co2eq = terms.quantity_t_co2eq,
          .tracking_registry = registry_,
          .first_vintage = CalendarYear(terms.first_vintage),
          .last_vintage = CalendarYear(terms.last_vintage),
          .gwp_set = "AR5",
          .last_use_year = CalendarYear(terms.last_vintage),
          .change_after_first_transfer = false,
          .document = document("AUTHORIZATION")};
}

std::string World::authorize(const AuthorizationTerms& terms) {
  const std::string id = authorization_id(terms);
  const auto known = ledger_.find_authorization(id);
  if (known && ledger_.authorizations()[*known].latest().version >= terms.version) return id;
  must(authorization(terms));
  return id;
}

std::vector<Command> World::issuance_acts(const IssueRequest& request) {
  const std::string activity = activity_of(request.host);
  const std::string authorized = request.authorization.empty()
                                     ? authorize({.host = request.host,
                                                  .purpose = request.purpose,
                                                  .definition = request.definition})
                                     : request.authorization;
  const std::string number = fmt::format("{}", ++issuances_);
  const std::string component = "COMPONENT-" + number;
  const std::string report = "REPORT-" + number;
  const CalendarYear vintage(request.vintage);
  const Date first(request.vintage, 1, 1);
  const Date last = today_.year() == vintage ? today_.plus_days(-1) : Date(request.vintage, 12, 31);
  const std::int64_t reductions =
      static_cast<std::int64_t>(request.quantity_t_co2eq) * 1000 + request.further_kg_co2eq;
  const MonitoredResult result{component,
                               vintage,
                               fmt::format("{}.{:03}", reductions / 1000, reductions % 1000),
                               KilogramsCo2eq(reductions),
                               std::string(64, 'b'),
                               std::string(64, 'c')};
  std::vector<Command> acts{
      IncludeComponent{.component = component,
                       .activity = activity,
                       .owner = owner_of(request.host),
                       .site = "SITE-" + number,
                       .crediting_period = {Date(2013, 1, 1), Date(2045, 12, 31)},
                       .climate_zone = "tropical_dry",
                       .methodology = "AMS-III.F",
                       .methodology_version = "12.0",
                       .eligibility = {{"owner agrees", true, document("CONSENT")}}},
      SubmitMonitoringReport{report,
                             activity,
                             {first, last},
                             "test",
                             {result},
                             {{"JOBS", "10"}},
                             {{"ACCIDENTS", "accidents", "3", "1"}}},
      ConcludeVerification{.report = report,
                           .verifier = kVerifier,
                           .positive = true,
                           .statement = document("VERIFICATION")}};
  std::string asked;
  if (ledger_.find_approach(approach_)->record.record.workflow == Workflow::recognition) {
    asked = "RECOGNITION-" + number;
    for (const std::string& code : parties_)
      acts.push_back(ConcludeExamination{report, party_id(code), true, document("NOTICE")});
    const std::string& other = parties_[0] == request.host ? parties_[1] : parties_[0];
    acts.push_back(ledger::RequestRecognition{asked, report, owner_of(request.host), authorized,
                                              party_id(other), document("LETTER")});
  }
  acts.push_back(ledger::IssueUnits{report, component, vintage, authorized,
                                    account_of(request.host), asked, request.underlying});
  return acts;
}

}  // namespace openitmo::testing
