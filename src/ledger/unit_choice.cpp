#include "ledger/unit_choice.h"

#include <algorithm>
#include <fmt/format.h>

#include "quantity/rounding.h"

namespace openitmo::ledger {

namespace {

// Vintage and first identifier apart, which say where to look.
bool fits(const Ledger& ledger, const UnitSelection& selection, const BlockState& state) {
  if (!selection.authorization.empty() &&
      ledger.authorizations()[state.authorization].latest().authorization !=
          selection.authorization)
    return false;
  if (selection.component.empty()) return true;
  return state.issuance != BlockState::kNone &&
         ledger.issuances()[state.issuance].record.component == selection.component;
}

// The part of `range` from `first` on, at most `left` units long.
ItmoRange clip(ItmoRange range, const std::optional<ItmoIdentifier>& first, TonnesCo2eq left) {
  if (first) range.first_id.serial = std::max(range.first_id.serial, first->serial);
  if (left < range.quantity_t_co2eq())
    range.last_id.serial = range.first_id.serial + left.value() - 1;
  return range;
}

void append(std::vector<ItmoRange>& ranges, const ItmoRange& range) {
  if (!ranges.empty() && ranges.back().series() == range.series() &&
      ranges.back().last_id.serial + 1 == range.first_id.serial)
    ranges.back().last_id = range.last_id;
  else
    ranges.push_back(range);
}

// Whether a block may join what is chosen already, of the kind that is wanted.
bool of_kind(const UnitChoice& choice, const BlockState& state, std::optional<bool> wanted) {
  if (wanted && state.first_transferred != *wanted) return false;
  return choice.ranges.empty() || (state.authorization == choice.authorization &&
                                   state.first_transferred == choice.first_transferred &&
                                   state.mitigation_type == choice.mitigation_type);
}

void take(UnitChoice& choice, const Block& block, const UnitSelection& selection) {
  choice.authorization = block.state.authorization;
  choice.first_transferred = block.state.first_transferred;
  choice.mitigation_type = block.state.mitigation_type;
  choice.last_act = std::max(choice.last_act, block.state.last_act);
  const ItmoRange taken =
      clip(block.range, selection.first_id, selection.quantity_t_co2eq - choice.quantity_t_co2eq);
  append(choice.ranges, taken);
  choice.quantity_t_co2eq += taken.quantity_t_co2eq();
}

// As many fitting units as there are, up to the quantity asked for, which is not zero.
UnitChoice collect(const Ledger& ledger, const UnitSelection& selection, std::uint32_t account,
                   std::optional<bool> first_transferred) {
  UnitChoice choice;
  choice.account = account;
  ledger.blocks().visit_held(
      account, selection.vintage, selection.first_id, [&](const Block& block) {
        if (fits(ledger, selection, block.state) && of_kind(choice, block.state, first_transferred))
          take(choice, block, selection);
        return choice.quantity_t_co2eq < selection.quantity_t_co2eq;
      });
  return choice;
}

}  // namespace

Result<UnitChoice> choose_units(const Question& question, const UnitSelection& selection,
                                std::optional<bool> first_transferred) {
  const Ledger& ledger = question.ledger;
  if (selection.quantity_t_co2eq == TonnesCo2eq(0))
    return std::unexpected(refuse(RefusalCode::quantity_zero));
  const auto account = ledger.find_account(selection.account);
  if (!account)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("account", "compte"), selection.account}));
  if (selection.vintage < CalendarYear(2021))
    return std::unexpected(
        refuse(RefusalCode::vintage_before_2021, {fmt::format("{}", selection.vintage.value())}));
  UnitChoice choice = collect(ledger, selection, *account, first_transferred);
  if (choice.quantity_t_co2eq < selection.quantity_t_co2eq && first_transferred)
    choice = collect(ledger, selection, *account, std::nullopt);
  if (choice.quantity_t_co2eq < selection.quantity_t_co2eq)
    return std::unexpected(
        refuse(RefusalCode::holdings_insufficient,
               {selection.account, fmt::format("{}", choice.quantity_t_co2eq.value()),
                fmt::format("{}", selection.quantity_t_co2eq.value()),
                fmt::format("{}", selection.vintage.value())}));
  if (question.date() < choice.last_act)
    return std::unexpected(
        refuse(RefusalCode::act_before_previous_act,
               {question.date().to_string(), choice.ranges.front().first_id.to_string(),
                choice.last_act.to_string()}));
  return choice;
}

TonnesCo2eq available_t_co2eq(const Ledger& ledger, const UnitSelection& selection) {
  TonnesCo2eq available;
  const auto account = ledger.find_account(selection.account);
  if (!account) return available;
  ledger.blocks().visit_held(
      *account, selection.vintage, selection.first_id, [&](const Block& block) {
        if (fits(ledger, selection, block.state))
          available += clip(block.range, selection.first_id, block.range.quantity_t_co2eq())
                           .quantity_t_co2eq();
        return true;
      });
  return available;
}

ItmoRange next_range(const Ledger& ledger, const AuthorizeItmos& authorization, Vintage vintage,
                     std::uint64_t quantity) {
  const ItmoSeries series{authorization.approach, ledger.registry()->registry, authorization.party,
                          vintage};
  const std::uint64_t first = ledger.next_serial();
  return make_range(series, first, first + quantity - 1);
}

ActionSubtype first_transfer_on_issuance(const AuthorizeItmos& authorization) {
  if (!covers_oimp(authorization.purpose)) return ActionSubtype::none;
  if (authorization.first_transfer_definition == FirstTransferDefinition::issuance)
    return ActionSubtype::issuance;
  if (authorization.first_transfer_definition == FirstTransferDefinition::authorization)
    return ActionSubtype::authorization;
  return ActionSubtype::none;
}

UnitsIssued issue(const Ledger& ledger, const IssueUnits& command,
                  const AuthorizeItmos& authorization, const MonitoredResult& result,
                  KilogramsCo2eq debt_kg_co2eq) {
  const KilogramsCo2eq net = result.emission_reductions_kg_co2eq - debt_kg_co2eq;
  UnitsIssued event{.report = command.report,
                    .component = command.component,
                    .vintage = command.vintage,
                    .authorization = command.authorization,
                    .account = command.account,
                    .request = command.request,
                    .result_sha256 = result.result_sha256,
                    .emission_reductions_kg_co2eq = result.emission_reductions_kg_co2eq,
                    .debt_brought_forward_kg_co2eq = debt_kg_co2eq,
                    .issued_t_co2eq = issuable(net),
                    .debt_carried_kg_co2eq = net < KilogramsCo2eq(0) ? -net : KilogramsCo2eq(0),
                    .ranges = {},
                    .underlying = command.underlying,
                    .first_transfer = ActionSubtype::none};
  if (event.issued_t_co2eq == TonnesCo2eq(0)) return event;
  event.ranges = {next_range(ledger, authorization, command.vintage, event.issued_t_co2eq.value())};
  event.first_transfer = first_transfer_on_issuance(authorization);
  return event;
}

}  // namespace openitmo::ledger
