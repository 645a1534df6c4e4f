#include <algorithm>
#include <fmt/format.h>

#include "ledger/rules.h"

// Authorizations of ITMOs, accounts, requests for recognition, and submissions of the AEF.
namespace openitmo::ledger {

namespace {

constexpr CalendarYear kFirstVintage{2021};  // 2/CMA.3 annex para 1(e)

bool authorization_id_valid(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' ||
           c == '-';
  });
}

// 4/CMA.6 para 5: the items that may never stay empty.
std::optional<std::string> missing_item(const AuthorizeItmos& command) {
  if (command.standards.empty()) return "standards, methodologies (para 5(f))";
  if (command.tracking_registry.empty()) return "the tracking registry (para 5(i))";
  if (command.first_vintage.value() == 0 || command.last_vintage.value() == 0)
    return "vintages (para 5(k))";
  if (command.document.sha256.empty()) return "the document of authorization";
  if (covers_oimp(command.purpose) && command.oimp.empty())
    return "which other international mitigation purposes (para 5(e))";
  return std::nullopt;
}

Broken version_follows(const Question& question, const AuthorizeItmos& command) {
  const auto index = question.ledger.find_authorization(command.authorization);
  if (index) {
    const auto& known = question.ledger.authorizations()[*index].versions.back();
    const AuthorizeItmos& terms = known.record;
    if (terms.party != command.party || terms.approach != command.approach ||
        terms.activity != command.activity)
      return refuse(RefusalCode::authorization_of_other_act,
                    {command.authorization, terms.party.to_string(), terms.activity,
                     terms.approach.to_string()});
    if (auto broken =
            not_before(question, known.effective, Words("the last version", "la dernière version")))
      return broken;
  }
  const std::uint32_t last = index ? question.ledger.authorizations()[*index].latest().version : 0;
  if (command.version == last + 1) return std::nullopt;
  return refuse(RefusalCode::authorization_version_out_of_order,
                {command.authorization, fmt::format("{}", last), fmt::format("{}", command.version),
                 fmt::format("{}", last + 1)});
}

// 4/CMA.6 para 15: one definition per Party and cooperative approach.
Broken one_definition(const Question& question, const AuthorizeItmos& command) {
  if (!covers_oimp(command.purpose)) return std::nullopt;
  if (!command.first_transfer_definition)
    return refuse(RefusalCode::first_transfer_definition_missing, {command.authorization});
  const auto& clarified = question.ledger.find_approach(command.approach)->clarified_definitions;
  if (const auto known = clarified.find(command.party); known != clarified.end()) {
    const FirstTransferDefinition definition = known->second.record.definition;
    if (definition == command.first_transfer_definition) return std::nullopt;
    return refuse(
        RefusalCode::first_transfer_definition_differs,
        {command.party.to_string(), command.approach.to_string(), std::string(name_of(definition)),
         std::string(name_of(*command.first_transfer_definition))});
  }
  for (const Authorization& other : question.ledger.authorizations()) {
    const AuthorizeItmos& known = other.latest();
    if (known.party != command.party || known.approach != command.approach) continue;
    if (!known.first_transfer_definition ||
        known.first_transfer_definition == command.first_transfer_definition)
      continue;
    return refuse(RefusalCode::first_transfer_definition_differs,
                  {command.party.to_string(), command.approach.to_string(),
                   std::string(name_of(*known.first_transfer_definition)),
                   std::string(name_of(*command.first_transfer_definition))});
  }
  return std::nullopt;
}

// What must stand before any authorization: validation, additionality, an SDG indicator.
Broken activity_ready(const Question& question, const AuthorizeItmos& command) {
  const auto* activity = question.ledger.activities().find_activity(command.activity);
  if (!activity || activity->record.approach != command.approach)
    return refuse(RefusalCode::not_recorded, {Words("activity", "activité"), command.activity});
  if (!activity->validated()) return refuse(RefusalCode::validation_missing, {command.activity});
  if (const auto test = activity->missing_test())
    return refuse(RefusalCode::additionality_missing,
                  {command.activity, std::string(name_of(*test))});
  if (activity->sdg_indicators.empty())
    return refuse(RefusalCode::sdg_indicator_missing, {command.activity});
  return not_before(question, activity->concluded_on,
                    Words("validation and additionality", "la validation et l'additionnalité"));
}

}  // namespace

Result<Event> decide_on(const Question& question, const AuthorizeItmos& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (!authorization_id_valid(command.authorization))
    return std::unexpected(
        refuse(RefusalCode::value_not_valid,
               {Text::name("authorization"), command.authorization,
                Words("letters, digits, space and hyphen only",
                      "des lettres, chiffres, espaces et traits d'union seulement")}));
  if (auto broken = party_may_take_part(question, command.party, command.approach))
    return std::unexpected(*broken);
  if (auto broken = version_follows(question, command)) return std::unexpected(*broken);
  if (const auto item = missing_item(command))
    return std::unexpected(
        refuse(RefusalCode::authorization_incomplete, {command.authorization, *item}));
  if (command.first_vintage < kFirstVintage)
    return std::unexpected(refuse(RefusalCode::vintage_before_2021,
                                  {fmt::format("{}", command.first_vintage.value())}));
  if (command.first_vintage > command.last_vintage)
    return std::unexpected(refuse(RefusalCode::value_not_valid,
                                  {Text::name("first_vintage, last_vintage"),
                                   Text({"{} to {}", "de {} à {}"}, command.first_vintage.value(),
                                        command.last_vintage.value()),
                                   Words("a first vintage not after the last",
                                         "un premier millésime qui ne suit pas le dernier")}));
  if (auto broken = known_gwp_set(command.gwp_set)) return std::unexpected(*broken);
  for (const PartyId party : command.authorized_parties)
    if (auto broken = party_in_approach(question, party, command.approach))
      return std::unexpected(*broken);
  for (const std::string& entity : command.authorized_entities)
    if (!question.ledger.entities().contains(entity))
      return std::unexpected(
          refuse(RefusalCode::not_recorded, {Words("entity", "entité"), entity}));
  if (auto broken = one_definition(question, command)) return std::unexpected(*broken);
  if (auto broken = channel_known(question, command)) return std::unexpected(*broken);
  if (auto broken = activity_ready(question, command)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const ClarifyFirstTransfer& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (auto broken = party_in_approach(question, command.party, command.approach))
    return std::unexpected(*broken);
  if (auto broken = text_given("review_report", command.review_report.sha256))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const OpenAccount& command) {
  if (!question.ledger.terms().is_fund(command.party))
    if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (auto broken = text_given("account", command.account)) return std::unexpected(*broken);
  if (question.ledger.find_account(command.account))
    return std::unexpected(
        refuse(RefusalCode::already_recorded, {Words("account", "compte"), command.account}));
  if (!command.metric.empty() && !metric_declared(question.ledger, command.metric))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("metric", "métrique"), command.metric}));
  if (command.entity.empty()) return command;
  if (!question.ledger.entities().contains(command.entity))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("entity", "entité"), command.entity}));
  const auto& known = question.ledger.entity_authorizations();
  const bool authorized = std::any_of(known.begin(), known.end(), [&](const auto& fact) {
    return fact.record.entity == command.entity && fact.record.party == command.party &&
           fact.effective <= question.date();
  });
  if (!authorized)
    return std::unexpected(refuse(RefusalCode::entity_not_authorized,
                                  {command.entity, command.party.to_string(),
                                   Words("any cooperative approach", "toute démarche concertée")}));
  return command;
}

Result<Event> decide_on(const Question& question, const RequestRecognition& command) {
  const auto* report = question.ledger.activities().find_report(command.report);
  if (!report)
    return std::unexpected(
        refuse(RefusalCode::not_recorded,
               {Words("monitoring report", "rapport de suivi"), command.report}));
  if (question.ledger.requests().contains(command.request))
    return std::unexpected(
        refuse(RefusalCode::already_recorded, {Words("request", "demande"), command.request}));
  const auto index = question.ledger.find_authorization(command.authorization);
  const auto* version =
      index ? question.ledger.authorizations()[*index].in_force(question.date()) : nullptr;
  if (!version)
    return std::unexpected(
        refuse(RefusalCode::not_authorized,
               {index ? question.ledger.authorizations()[*index].latest().party.to_string()
                      : std::string("?"),
                command.authorization, question.date().to_string()}));
  if (auto broken = activity_covered(version->record, report->submission.activity))
    return std::unexpected(*broken);
  if (auto broken =
          entity_may_act(question, command.entity, version->record.party, version->record.approach))
    return std::unexpected(*broken);
  if (auto broken = recognition_in_force(question, version->record.approach))
    return std::unexpected(*broken);
  if (auto broken = no_remedy_open(question, report->submission.activity))
    return std::unexpected(*broken);
  if (auto broken = report_verified(question, *report)) return std::unexpected(*broken);
  for (const PartyId party : {version->record.party, command.acquiring_party})
    if (!report->accepted_by(party))
      return std::unexpected(
          refuse(RefusalCode::examination_missing, {command.report, party.to_string()}));
  if (auto broken =
          not_before(question, std::max(report->verified_on, report->examined_on),
                     Words("verification and examination", "la vérification et l'examen")))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const SubmitAef& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  for (const auto& [approach, state] : question.ledger.approaches()) {
    if (!state.has_party(command.party)) continue;
    const auto report = state.initial_reports.find(command.party);
    if (report == state.initial_reports.end() || report->second.effective > question.date())
      return std::unexpected(refuse(RefusalCode::initial_report_missing,
                                    {command.party.to_string(), approach.to_string()}));
  }
  if (command.major == 0)
    return std::unexpected(
        refuse(RefusalCode::value_not_valid,
               {Text::name("version"), Text::name("0"), Words("1.0 or higher", "1.0 ou plus")}));
  for (const auto& known : question.ledger.submissions())
    if (known.record.party == command.party && known.record.year == command.year &&
        std::pair(known.record.major, known.record.minor) >=
            std::pair(command.major, command.minor))
      return std::unexpected(
          refuse(RefusalCode::submission_version_out_of_order,
                 {command.party.to_string(), fmt::format("{}", command.year.value()),
                  fmt::format("{}.{}", known.record.major, known.record.minor),
                  fmt::format("{}.{}", command.major, command.minor)}));
  return command;
}

namespace {

// Each once, in order, and none that the check found consistent.
Broken rows_valid(const std::vector<CheckedRow>& rows) {
  std::uint32_t before = 0;
  for (const CheckedRow& one : rows) {
    if (one.row <= before)
      return refuse(RefusalCode::value_not_valid,
                    {Text::name("row"), fmt::format("{}", one.row),
                     Words("rows of Table 3 from 1, each once, in ascending order",
                           "des lignes du tableau 3 à partir de 1, chacune une fois, en ordre "
                           "croissant")});
    if (one.result == CheckMark::consistent)
      return refuse(RefusalCode::value_not_valid,
                    {Text::name("result"), std::string(name_of(one.result)),
                     Words("inconsistent or not_available; rows that are consistent are left out",
                           "inconsistent ou not_available ; les lignes cohérentes ne sont pas "
                           "listées")});
    before = one.row;
  }
  return std::nullopt;
}

}  // namespace

Result<Event> decide_on(const Question& question, const RecordCheckResult& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (auto broken = rows_valid(command.rows)) return std::unexpected(*broken);
  const auto& sent = question.ledger.submissions();
  const auto submission = std::ranges::find_if(sent, [&](const Recorded<SubmitAef>& one) {
    return one.record.party == command.party && one.record.year == command.year &&
           one.record.major == command.major && one.record.minor == command.minor;
  });
  if (submission == sent.end())
    return std::unexpected(
        refuse(RefusalCode::not_recorded,
               {Words("submission", "soumission"),
                fmt::format("{}_{}_{}.{}", command.party.view(), command.year.value(),
                            command.major, command.minor)}));
  if (auto broken =
          not_before(question, submission->effective, Words("the submission", "la soumission")))
    return std::unexpected(*broken);
  return command;
}

}  // namespace openitmo::ledger
