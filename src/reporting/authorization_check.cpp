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

// One Party.
class AuthorizationCheck {
 public:
  AuthorizationCheck(const AefDatabase& database, std::span<const std::uint32_t> of_party,
                     std::vector<Finding>& findings)
      : database_(database),
        of_party_(of_party),
        party_(database.submission(of_party.front()).party),
        findings_(findings) {}

  void check_participation();
  void check_actions();
  void check_holdings();
  void check_volumes();

 private:
  void add(CheckRule rule, AefPlace at, std::vector<std::string> figures) {
    findings_.push_back({.rule = rule, .at = at, .figures = std::move(figures)});
  }
  void check_user(AefPlace at, const ActionRow& row);
  void check_purpose(AefPlace at, const ActionRow& row, const AuthorizationRow& authorization);
  void check_definition(AefPlace at, const ActionRow& row, const AuthorizationRow& authorization);
  void check_metric(AefPlace at, const BlockColumns& block, const AuthorizationRow& authorization);
  void unknown(AefPlace at, const BlockColumns& block) {
    add(CheckRule::authorization_unknown, at, {block.authorization, block.approach.to_string()});
  }

  // The version in force of the authorization that a row names; null if nobody has it.
  const AuthorizationRow* authorization(const BlockColumns& block, Date date);
  template <class Visit>
  void for_each_action(Visit visit) const {
    for (const std::uint32_t index : of_party_) {
      const auto& rows = database_.submission(index).actions;
      for (std::uint32_t row = 0; row < rows.size(); ++row) visit(RowAt{index, row}, rows[row]);
    }
  }
  template <class Visit>
  void for_each_holding(Visit visit) const {
    for (const std::uint32_t index : of_party_) {
      const auto& rows = database_.submission(index).holdings;
      for (std::uint32_t row = 0; row < rows.size(); ++row) visit(RowAt{index, row}, rows[row]);
    }
  }

  const AefDatabase& database_;
  std::span<const std::uint32_t> of_party_;
  PartyId party_;
  std::vector<Finding>& findings_;
  // What the row before named: rows of one authorization mostly follow each other.
  const BlockColumns* latest_ = nullptr;
  std::span<const AuthorizationRow* const> versions_;
};

const AuthorizationRow* AuthorizationCheck::authorization(const BlockColumns& block, Date date) {
  const bool same = latest_ && latest_->approach == block.approach &&
                    latest_->first_transferring_party == block.first_transferring_party &&
                    latest_->authorization == block.authorization;
  if (!same) versions_ = database_.authorization_versions(party_, block);
  latest_ = &block;
  return authorization_in_force(versions_, date);
}

void AuthorizationCheck::check_participation() {
  for (const std::uint32_t index : of_party_) {
    std::set<CooperativeApproachId> seen;
    CooperativeApproachId latest;
    const auto check = [&](AefPlace at, CooperativeApproachId approach) {
      if (approach == latest || !seen.insert(latest = approach).second) return;
      if (!database_.participates(party_, approach))
        add(CheckRule::ii01_participation, at, {party_.to_string(), approach.to_string()});
    };
    const AefSubmission& submission = database_.submission(index);
    for (std::uint32_t row = 0; row < submission.actions.size(); ++row)
      check({index, AefTable::actions, row, 4}, submission.actions[row].block.approach);
    for (std::uint32_t row = 0; row < submission.holdings.size(); ++row)
      check({index, AefTable::holdings, row, 1}, submission.holdings[row].block.approach);
  }
}

void AuthorizationCheck::check_user(AefPlace at, const ActionRow& row) {
  const CooperativeApproachId approach = row.block.approach;
  at.field = 23;
  if (!row.using_party.empty() && !database_.participates(row.using_party, approach))
    add(CheckRule::ii06_user_not_authorized, at,
        {"Party", row.using_party.to_string(), approach.to_string()});
  at.field = 24;
  if (!row.using_entity.empty() && !database_.entity_authorized(row.using_entity, approach))
    add(CheckRule::ii06_user_not_authorized, at,
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
  for_each_action([&](RowAt row_at, const ActionRow& row) {
    AefPlace at = row_at.in(AefTable::actions);
    at.field = 5;
    check_user(at, row);
    const AuthorizationRow* authorized = authorization(row.block, row.date);
    if (!authorized) return unknown(at, row.block);
    check_purpose(at, row, *authorized);
    check_definition(at, row, *authorized);
    check_metric(at, row.block, *authorized);
  });
}

void AuthorizationCheck::check_holdings() {
  for_each_holding([&](RowAt row_at, const HoldingRow& row) {
    AefPlace at = row_at.in(AefTable::holdings);
    at.field = 2;
    const Date year_end(database_.submission(row_at.submission).reported_year.value(), 12, 31);
    const AuthorizationRow* authorized = authorization(row.block, year_end);
    if (!authorized) return unknown(at, row.block);
    check_metric(at, row.block, *authorized);
  });
}

// The cap holds for the cumulative total, in the version in force at each first transfer.
void AuthorizationCheck::check_volumes() {
  struct Transfer {
    Date date;
    RowAt at;
  };
  using Transfers = std::vector<Transfer>;
  std::map<std::pair<CooperativeApproachId, std::string_view>, Transfers> all;
  const BlockColumns* latest = nullptr;
  Transfers* transfers = nullptr;
  for_each_action([&](RowAt at, const ActionRow& row) {
    if (row.type != ActionType::first_transfer) return;
    if (!latest || latest->approach != row.block.approach ||
        latest->authorization != row.block.authorization)
      transfers = &all[{row.block.approach, row.block.authorization}];
    latest = &row.block;
    transfers->push_back({row.date, at});
  });
  for (auto& [key, of_one] : all) {
    std::ranges::stable_sort(of_one, {}, &Transfer::date);
    TonnesCo2eq total;
    for (const Transfer& transfer : of_one) {
      const ActionRow& row = database_.action(transfer.at);
      const AuthorizationRow* authorized = authorization(row.block, row.date);
      total = added(total, row.block.quantity_t_co2eq);
      if (!authorized || !authorized->quantity_t_co2eq) continue;
      if (total <= *authorized->quantity_t_co2eq) continue;
      add(CheckRule::authorized_volume_exceeded,
          {transfer.at.submission, AefTable::actions, transfer.at.row, 16},
          {row.block.authorization, party_.to_string(), fmt::format("{}", total.value()),
           fmt::format("{}", authorized->quantity_t_co2eq->value())});
      break;
    }
  }
}

}  // namespace

void check_sectors(const AefDatabase& database, std::vector<Finding>& findings) {
  struct First {
    std::string sectors;
    std::string types;
    AefPlace at;
  };
  std::map<CooperativeApproachId, First> approaches;
  for (const std::uint32_t index : database.latest()) {
    const AefSubmission& submission = database.submission(index);
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
        findings.push_back(
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

void check_against_authorizations(const AefDatabase& database,
                                  std::span<const std::uint32_t> of_party,
                                  std::vector<Finding>& findings) {
  AuthorizationCheck check(database, of_party, findings);
  check.check_participation();
  check.check_actions();
  check.check_holdings();
  check.check_volumes();
}

}  // namespace openitmo::reporting
