#include <fmt/format.h>

#include "ledger/rules.h"

// Registry, Parties, NDCs, inventories, cooperative approaches and entities.
namespace openitmo::ledger {

Result<Event> decide_on(const Question& question, const OpenRegistry& command) {
  if (question.ledger.registry())
    return std::unexpected(
        refuse(RefusalCode::registry_already_open, {command.registry.to_string()}));
  if (command.parties.empty())
    return std::unexpected(
        refuse(RefusalCode::value_not_valid, {Text::name("parties"), std::string(),
                                              Words("at least one Party", "au moins une Partie")}));
  return command;
}

Result<Event> decide_on(const Question&, const RecordParty& command) {
  if (auto broken = text_given("name", command.name)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const RecordParticipation& command) {
  if (!question.ledger.find_party(command.party))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("Party", "Partie"), command.party.to_string()}));
  if (auto broken = text_given("evidence", command.evidence.sha256))
    return std::unexpected(*broken);
  return command;
}

namespace {

// 2/CMA.3 annex para 7: the method follows the NDC's kind.
bool method_available(const RecordNdc& ndc) {
  const bool multi_year_method = ndc.method == AdjustmentMethod::multi_year_trajectory;
  return multi_year_method == (ndc.kind == NdcKind::multi_year);
}

// Rulebook R-034: one figure a year, or a budget; averaging needs neither.
std::optional<CalendarYear> missing_year(const RecordNdc& ndc) {
  if (ndc.method == AdjustmentMethod::single_year_averaging) return std::nullopt;
  if (ndc.trajectory.empty() && ndc.budget_kg_co2eq) return std::nullopt;
  for (CalendarYear year = ndc.first_year; year <= ndc.last_year; year = year.next()) {
    bool given = false;
    for (const YearAmount& amount : ndc.trajectory) given = given || amount.year == year;
    if (!given) return year;
  }
  return std::nullopt;
}

}  // namespace

Result<Event> decide_on(const Question& question, const RecordNdc& command) {
  const PartyState* party = question.ledger.find_party(command.party);
  if (!party)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("Party", "Partie"), command.party.to_string()}));
  if (command.first_year > command.last_year || command.target_year < command.first_year ||
      command.target_year > command.last_year)
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Text::name("first_year, target_year, last_year"),
         fmt::format("{}, {}, {}", command.first_year.value(), command.target_year.value(),
                     command.last_year.value()),
         Words("a first year not after the last, with the target year between them",
               "une première année qui ne suit pas la dernière, l'année cible entre les deux")}));
  if (!method_available(command))
    return std::unexpected(
        refuse(RefusalCode::method_not_available_for_ndc,
               {std::string(name_of(command.method)), std::string(name_of(command.kind))}));
  for (const auto& known : party->ndcs) {
    if (known.record.ndc == command.ndc && known.record.version >= command.version)
      return std::unexpected(refuse(RefusalCode::already_recorded,
                                    {Words("NDC", "CDN"), Text({"{} version {}", "{} version {}"},
                                                               command.ndc, command.version)}));
    const bool same_years = known.record.first_year == command.first_year &&
                            known.record.last_year == command.last_year;
    const bool overlap = known.record.first_year <= command.last_year &&
                         command.first_year <= known.record.last_year;
    if (known.record.ndc == command.ndc ? !same_years : overlap)
      return std::unexpected(refuse(RefusalCode::ndc_period_conflict,
                                    {command.party.to_string(), known.record.ndc,
                                     fmt::format("{}", known.record.first_year.value()),
                                     fmt::format("{}", known.record.last_year.value())}));
    if (known.record.ndc == command.ndc && known.record.method != command.method)
      return std::unexpected(refuse(RefusalCode::method_fixed_for_ndc_period,
                                    {command.party.to_string(),
                                     std::string(name_of(known.record.method)), known.record.ndc}));
  }
  if (const auto year = missing_year(command))
    return std::unexpected(
        refuse(RefusalCode::trajectory_misses_year, {fmt::format("{}", year->value())}));
  return command;
}

Result<Event> decide_on(const Question& question, const RecordInventory& command) {
  const PartyState* party = question.ledger.find_party(command.party);
  if (!party)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("Party", "Partie"), command.party.to_string()}));
  if (auto broken = known_gwp_set(command.gwp_set)) return std::unexpected(*broken);
  const auto* known = party->inventory_of(command.year);
  if (known && known->record.version >= command.version)
    return std::unexpected(
        refuse(RefusalCode::already_recorded,
               {Words("inventory", "inventaire"),
                Text({"{} version {}", "{} version {}"}, command.year.value(), command.version)}));
  return command;
}

Result<Event> decide_on(const Question& question, const RecordCooperativeApproach& command) {
  if (question.ledger.find_approach(command.approach))
    return std::unexpected(refuse(
        RefusalCode::already_recorded,
        {Words("cooperative approach", "démarche concertée"), command.approach.to_string()}));
  for (const PartyId party : command.parties)
    if (!question.ledger.find_party(party))
      return std::unexpected(
          refuse(RefusalCode::not_recorded, {Words("Party", "Partie"), party.to_string()}));
  if (command.parties.size() < 2)
    return std::unexpected(refuse(RefusalCode::value_not_valid,
                                  {Text::name("parties"), fmt::format("{}", command.parties.size()),
                                   Words("at least two Parties", "au moins deux Parties")}));
  return command;
}

Result<Event> decide_on(const Question& question, const SubmitInitialReport& command) {
  if (auto broken = party_in_approach(question, command.party, command.approach))
    return std::unexpected(*broken);
  if (!command.with_next_btr)
    if (auto broken = text_given("report", command.report.sha256)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const RecordReviewStatus& command) {
  if (auto broken = party_in_approach(question, command.party, command.approach))
    return std::unexpected(*broken);
  const auto& reports = question.ledger.find_approach(command.approach)->initial_reports;
  const auto report = reports.find(command.party);
  if (report == reports.end() || report->second.effective > question.date())
    return std::unexpected(refuse(RefusalCode::initial_report_missing,
                                  {command.party.to_string(), command.approach.to_string()}));
  return command;
}

Result<Event> decide_on(const Question& question, const RecordEntity& command) {
  if (question.ledger.entities().contains(command.entity))
    return std::unexpected(
        refuse(RefusalCode::already_recorded, {Words("entity", "entité"), command.entity}));
  if (auto broken = text_given("entity", command.entity)) return std::unexpected(*broken);
  if (auto broken = text_given("name", command.name)) return std::unexpected(*broken);
  if (auto broken = text_given("identification_number", command.identification_number))
    return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const AuthorizeEntity& command) {
  if (auto broken = party_in_approach(question, command.party, command.approach))
    return std::unexpected(*broken);
  if (!question.ledger.entities().contains(command.entity))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("entity", "entité"), command.entity}));
  return command;
}

}  // namespace openitmo::ledger
