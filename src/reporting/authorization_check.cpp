#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "reporting/aef_database.h"

namespace openitmo::reporting {

namespace {

using ledger::ActionType;

std::string sorted_list(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  return fmt::format("{}", fmt::join(values, ", "));
}

class AuthorizationCheck {
 public:
  AuthorizationCheck(const AefDatabase& database, std::vector<Finding>& findings)
      : database_(database), findings_(findings) {}

  void check_sectors();
  void check_participation();
  void check_actions();
  void check_holdings();
  void check_volumes();

 private:
  void add(CheckRule rule, AefPlace at, std::vector<std::string> figures) {
    findings_.push_back({.rule = rule, .at = at, .figures = std::move(figures)});
  }
  void check_user(std::uint32_t index, std::uint32_t number, const ActionRow& row);
  void check_purpose(AefPlace at, const ActionRow& row, const AuthorizationRow& authorization);
  void check_definition(AefPlace at, const ActionRow& row, const AuthorizationRow& authorization);
  void check_metric(AefPlace at, const BlockColumns& block, const AuthorizationRow& authorization);
  void unknown(AefPlace at, const BlockColumns& block) {
    add(CheckRule::authorization_unknown, at, {block.authorization, block.approach.to_string()});
  }

  const AefDatabase& database_;
  std::vector<Finding>& findings_;
};

void AuthorizationCheck::check_sectors() {
  struct First {
    std::string sectors;
    std::string types;
    AefPlace at;
  };
  std::map<CooperativeApproachId, First> approaches;
  for (const std::uint32_t index : database_.latest()) {
    const AefSubmission& submission = database_.submission(index);
    for (std::uint32_t i = 0; i < submission.authorizations.size(); ++i) {
      const AuthorizationRow& row = submission.authorizations[i];
      const AefPlace at{index, AefTable::authorizations, i, 0};
      const std::string sectors = sorted_list(row.sectors);
      const std::string types = sorted_list(row.activity_types);
      const auto [found, added] = approaches.try_emplace(row.approach, First{sectors, types, at});
      const auto differs = [&](std::uint8_t field, const std::string& here,
                               const std::string& there) {
        if (here == there) return;
        AefPlace place = at;
        place.field = field;
        findings_.push_back(
            {.rule = CheckRule::ii03_sectors_differ,
             .at = place,
             .other = found->second.at,
             .figures = {row.authorization, submission.party.to_string(),
                         std::string(aef_field(AefTable::authorizations, field).label), here,
                         there}});
      };
      differs(9, sectors, found->second.sectors);
      differs(10, types, found->second.types);
    }
  }
}

void AuthorizationCheck::check_participation() {
  std::set<std::pair<std::uint32_t, CooperativeApproachId>> told;
  const auto check = [&](std::uint32_t index, AefPlace at, CooperativeApproachId approach) {
    const PartyId party = database_.submission(index).party;
    if (database_.participates(party, approach) || !told.insert({index, approach}).second) return;
    add(CheckRule::ii01_participation, at, {party.to_string(), approach.to_string()});
  };
  database_.for_each_action([&](std::uint32_t index, std::uint32_t number, const ActionRow& row) {
    check(index, {index, AefTable::actions, number, 4}, row.block.approach);
  });
  database_.for_each_holding([&](std::uint32_t index, std::uint32_t number, const HoldingRow& row) {
    check(index, {index, AefTable::holdings, number, 1}, row.block.approach);
  });
}

void AuthorizationCheck::check_user(std::uint32_t index, std::uint32_t number,
                                    const ActionRow& row) {
  const CooperativeApproachId approach = row.block.approach;
  if (!row.using_party.empty() && !database_.participates(row.using_party, approach))
    add(CheckRule::ii06_user_not_authorized, {index, AefTable::actions, number, 23},
        {"Party", row.using_party.to_string(), approach.to_string()});
  if (!row.using_entity.empty() && !database_.entity_authorized(row.using_entity, approach))
    add(CheckRule::ii06_user_not_authorized, {index, AefTable::actions, number, 24},
        {"entity", row.using_entity, approach.to_string()});
}

void AuthorizationCheck::check_purpose(AefPlace at, const ActionRow& row,
                                       const AuthorizationRow& authorization) {
  const bool ndc = is_ndc_use(row);
  const bool oimp =
      (row.type == ActionType::use && !ndc) ||
      (row.type == ActionType::first_transfer &&
       (row.subtype == RowSubtype::authorization || row.subtype == RowSubtype::issuance ||
        row.subtype == RowSubtype::use_or_cancellation));
  if ((!ndc || ledger::covers_ndc(authorization.purpose)) &&
      (!oimp || ledger::covers_oimp(authorization.purpose)))
    return;
  at.field = 22;
  add(CheckRule::stc02_use_not_authorized, at,
      {ndc ? "NDC" : "OIMP", row.block.authorization, std::string(spelled(authorization.purpose))});
}

// What the authorization's purpose and definition allow as the subtype of a first transfer.
// Cancellations for OMGE and transfers to the Adaptation Fund are first transfers of their own
// right (4/CMA.6 paras 16-17).
bool subtype_follows(const ActionRow& row, const AuthorizationRow& authorized) {
  using enum RowSubtype;
  const auto definition = authorized.first_transfer_definition;
  switch (row.subtype) {
    case none:
      return false;
    case first_international_transfer:
      return ledger::covers_ndc(authorized.purpose);
    case RowSubtype::authorization:
      return definition == ledger::FirstTransferDefinition::authorization;
    case issuance:
      return definition == ledger::FirstTransferDefinition::issuance;
    case use_or_cancellation:
      return definition == ledger::FirstTransferDefinition::use_or_cancellation;
    case mandatory_cancellation_omge:
    case voluntary_cancellation_omge:
    case other_cancellation:
    case mandatory_transfer_adaptation_fund:
    case voluntary_transfer_adaptation_fund:
    case not_yet_defined:
      return true;
  }
  return true;
}

void AuthorizationCheck::check_definition(AefPlace at, const ActionRow& row,
                                          const AuthorizationRow& authorization) {
  if (row.type != ActionType::first_transfer || subtype_follows(row, authorization)) return;
  at.field = 3;
  const auto definition = authorization.first_transfer_definition;
  add(CheckRule::stc04_first_transfer_definition, at,
      {std::string(spelled(row.subtype, AefProfile::xlsx_checker)), row.block.authorization,
       std::string(definition ? spelled(*definition, AefProfile::xlsx_checker) : kNotApplicable)});
}

void AuthorizationCheck::check_metric(AefPlace at, const BlockColumns& block,
                                      const AuthorizationRow& authorization) {
  if (block.metric == authorization.metric) return;
  at.field = at.table == AefTable::actions ? 13 : 10;
  add(CheckRule::ii04_metrics_differ, at,
      {std::string(spelled(block.metric)), std::string(spelled(authorization.metric))});
}

void AuthorizationCheck::check_actions() {
  database_.for_each_action([&](std::uint32_t index, std::uint32_t number, const ActionRow& row) {
    AefPlace at{index, AefTable::actions, number, 5};
    check_user(index, number, row);
    const PartyId party = database_.submission(index).party;
    const AuthorizationRow* authorization = database_.authorization(party, row.block, row.date);
    if (!authorization) return unknown(at, row.block);
    check_purpose(at, row, *authorization);
    check_definition(at, row, *authorization);
    check_metric(at, row.block, *authorization);
  });
}

void AuthorizationCheck::check_holdings() {
  database_.for_each_holding([&](std::uint32_t index, std::uint32_t number, const HoldingRow& row) {
    AefPlace at{index, AefTable::holdings, number, 2};
    const AefSubmission& submission = database_.submission(index);
    const AuthorizationRow* authorization = database_.authorization(
        submission.party, row.block, Date(submission.reported_year.value(), 12, 31));
    if (!authorization) return unknown(at, row.block);
    check_metric(at, row.block, *authorization);
  });
}

// The cap holds for the cumulative total, in the version in force at each first transfer.
void AuthorizationCheck::check_volumes() {
  struct Transfer {
    Date date;
    std::uint32_t index;
    std::uint32_t number;
  };
  std::map<std::tuple<PartyId, CooperativeApproachId, std::string_view>, std::vector<Transfer>> all;
  database_.for_each_action([&](std::uint32_t index, std::uint32_t number, const ActionRow& row) {
    if (row.type == ActionType::first_transfer)
      all[{database_.submission(index).party, row.block.approach, row.block.authorization}]
          .push_back({row.date, index, number});
  });
  for (auto& [key, transfers] : all) {
    std::stable_sort(transfers.begin(), transfers.end(),
                     [](const Transfer& a, const Transfer& b) { return a.date < b.date; });
    TonnesCo2eq total;
    for (const Transfer& transfer : transfers) {
      const ActionRow& row = database_.submission(transfer.index).actions[transfer.number];
      const AuthorizationRow* authorization =
          database_.authorization(std::get<0>(key), row.block, row.date);
      total = added(total, row.block.quantity_t_co2eq);
      if (!authorization || !authorization->quantity_t_co2eq) continue;
      if (total <= *authorization->quantity_t_co2eq) continue;
      add(CheckRule::authorized_volume_exceeded,
          {transfer.index, AefTable::actions, transfer.number, 16},
          {row.block.authorization, std::get<0>(key).to_string(), fmt::format("{}", total.value()),
           fmt::format("{}", authorization->quantity_t_co2eq->value())});
      break;
    }
  }
}

}  // namespace

void check_against_authorizations(const AefDatabase& database, std::vector<Finding>& findings) {
  AuthorizationCheck check(database, findings);
  check.check_sectors();
  check.check_participation();
  check.check_actions();
  check.check_holdings();
  check.check_volumes();
}

}  // namespace openitmo::reporting
