#include "reporting/row_check.h"

#include <fmt/format.h>

#include "reporting/row_meaning.h"

namespace openitmo::reporting {

namespace {

using ledger::ActionType;

std::string text(CalendarYear year) { return fmt::format("{}", year.value()); }
std::string text(PartyId party) { return party.to_string(); }

// One row under check.
class RowCheck {
 public:
  RowCheck(AefPlace place, std::vector<Finding>& findings) : place_(place), findings_(findings) {}

  void add(CheckRule rule, int field, std::vector<std::string> figures) {
    AefPlace place = place_;
    place.field = static_cast<std::uint8_t>(field);
    findings_.push_back({.rule = rule, .at = place, .figures = std::move(figures)});
  }
  std::string label(int field) const {
    return std::string(plain_label(aef_field(place_.table, field)));
  }
  // A column that does not apply is empty; one that applies is not.
  // `where()` and `shown()` are asked for messages only.
  template <class Shown, class Where>
  void expect(int field, bool filled, Shown shown, bool applies, bool needed, Where where) {
    if (!applies && filled)
      add(CheckRule::column_does_not_apply, field, {label(field), std::string(shown()), where()});
    if (applies && needed && !filled)
      add(CheckRule::column_missing, field, {label(field), where()});
  }
  template <class Where>
  void expect(int field, std::string_view value, bool applies, bool needed, Where where) {
    expect(field, !value.empty(), [&] { return value; }, applies, needed, where);
  }
  void check_block(const BlockColumns& block, int shift);
  void check_metric(const BlockColumns& block, int shift);

 private:
  AefPlace place_;
  std::vector<Finding>& findings_;
};

// Fields of Table 3 stand three places further than those of Table 4.
void RowCheck::check_block(const BlockColumns& block, int shift) {
  const ledger::ItmoSeries& series = block.range.series();
  const auto differs = [&](int field, const auto& column, const auto& identifier) {
    if (column != identifier)
      add(CheckRule::column_differs_from_identifier, field,
          {label(field), text(column), text(identifier)});
  };
  if (!block.range.valid())
    return add(CheckRule::block_not_valid, 5 + shift,
               {block.range.first_id.to_string(), block.range.last_id.to_string()});
  differs(3 + shift, block.first_transferring_party, series.party);
  differs(16 + shift, block.vintage, series.vintage);
  if (series.vintage.value() < 2021)
    add(CheckRule::vintage_before_2021, 16 + shift, {text(series.vintage)});
  const TonnesCo2eq units = block.range.quantity_t_co2eq();
  if (block.metric == Metric::ghg && block.quantity_t_co2eq && *block.quantity_t_co2eq != units)
    add(CheckRule::quantity_differs_from_block, 13 + shift,
        {fmt::format("{}", block.quantity_t_co2eq->value()), block.range.first_id.to_string(),
         block.range.last_id.to_string(), fmt::format("{}", units.value())});
}

void RowCheck::check_metric(const BlockColumns& block, int shift) {
  const bool non_ghg = block.metric == Metric::non_ghg;
  const auto metric = [&] { return "Metric " + std::string(spelled(block.metric)); };
  expect(12 + shift, block.non_ghg_metric, non_ghg, true, metric);
  expect(
      14 + shift, block.quantity_non_ghg.has_value(),
      [&] { return fmt::format("{}", *block.quantity_non_ghg); }, non_ghg, true, metric);
  if (!non_ghg && !block.quantity_t_co2eq)
    add(CheckRule::column_missing, 13 + shift, {label(13 + shift), metric()});
}

constexpr int kActionShift = 3;
constexpr int kHoldingShift = 0;

void check_act_columns(const ActionRow& row, RowCheck& check) {
  const auto act = [&] { return type_and_subtype(row); };
  const bool uses = row.type == ActionType::use;
  const bool by_event = is_first_transfer_by_event(row);
  const bool consumes = uses || row.type == ActionType::cancellation || by_event;
  const bool first = row.type == ActionType::first_transfer;
  check.expect(20, row.transferring_party.view(), row.type == ActionType::acquisition, true, act);
  check.expect(21, row.acquiring_party.view(), first || row.type == ActionType::transfer,
               hands_over(row), act);
  check.expect(22, row.purpose, consumes || first, consumes, act);
  check.expect(23, row.using_party.view(), consumes, uses && row.using_entity.empty(), act);
  check.expect(24, row.using_entity, consumes, false, act);
  check.expect(
      25, row.use_year.has_value(), [&] { return text(*row.use_year); }, uses, row.purpose == "NDC",
      act);
  if (!subtype_allowed(row.type, row.subtype))
    check.add(CheckRule::subtype_not_allowed, 3,
              {std::string(spelled(row.subtype, AefProfile::xlsx_checker)),
               std::string(spelled(row.type))});
}

}  // namespace

void check_conditional_columns(const AefSubmission& submission, std::vector<Finding>& findings) {
  for (std::uint32_t i = 0; i < submission.authorizations.size(); ++i) {
    const AuthorizationRow& row = submission.authorizations[i];
    RowCheck check({0, AefTable::authorizations, i, 0}, findings);
    const bool oimp = ledger::covers_oimp(row.purpose);
    const auto purpose = [&] { return "Purpose " + std::string(spelled(row.purpose)); };
    const auto metric = [&] { return "Metric " + std::string(spelled(row.metric)); };
    check.expect(8, row.non_ghg_metric, row.metric == Metric::non_ghg, true, metric);
    check.expect(14, row.oimp, oimp, true, purpose);
    check.expect(18,
                 row.first_transfer_definition
                     ? spelled(*row.first_transfer_definition, AefProfile::xlsx_checker)
                     : std::string_view(),
                 oimp, true, purpose);
  }
  for (std::uint32_t i = 0; i < submission.actions.size(); ++i) {
    RowCheck check({0, AefTable::actions, i, 0}, findings);
    check_act_columns(submission.actions[i], check);
    check.check_metric(submission.actions[i].block, kActionShift);
  }
  for (std::uint32_t i = 0; i < submission.holdings.size(); ++i) {
    RowCheck check({0, AefTable::holdings, i, 0}, findings);
    check.check_metric(submission.holdings[i].block, kHoldingShift);
  }
}

void check_blocks(const AefSubmission& submission, std::vector<Finding>& findings) {
  for (std::uint32_t i = 0; i < submission.actions.size(); ++i) {
    const ActionRow& row = submission.actions[i];
    RowCheck check({0, AefTable::actions, i, 0}, findings);
    check.check_block(row.block, kActionShift);
    if (!is_ndc_use(row) || !row.use_year || !submission.ndc_first_year ||
        !submission.ndc_last_year)
      continue;
    const Vintage vintage = row.block.range.series().vintage;
    if (vintage < *submission.ndc_first_year || vintage > *submission.ndc_last_year)
      check.add(CheckRule::use_outside_period_of_vintage, 25,
                {text(*row.use_year), text(vintage), text(*submission.ndc_first_year),
                 text(*submission.ndc_last_year)});
  }
  for (std::uint32_t i = 0; i < submission.holdings.size(); ++i) {
    RowCheck check({0, AefTable::holdings, i, 0}, findings);
    check.check_block(submission.holdings[i].block, kHoldingShift);
  }
}

void check_checker_rows(const AefSubmission& submission, std::vector<Finding>& findings) {
  const auto approach = [&](const BlockColumns& block, RowCheck& check, int field) {
    const CooperativeApproachId identifier = block.range.series().approach;
    if (block.approach != identifier)
      check.add(CheckRule::ii07_approach_differs_from_identifier, field,
                {block.approach.to_string(), identifier.to_string()});
  };
  const bool has_year = submission.reported_year != CalendarYear();
  for (std::uint32_t i = 0; i < submission.actions.size(); ++i) {
    const ActionRow& row = submission.actions[i];
    RowCheck check({0, AefTable::actions, i, 0}, findings);
    approach(row.block, check, 4);
    if (has_year && row.date.year() != submission.reported_year)
      check.add(CheckRule::stc01_action_outside_year, 1,
                {row.date.to_string(), text(submission.reported_year)});
    if (row.type != ActionType::use || !row.use_year) continue;
    if (!submission.ndc_first_year || !submission.ndc_last_year) continue;
    if (*row.use_year < *submission.ndc_first_year || *row.use_year > *submission.ndc_last_year)
      check.add(
          CheckRule::stc03_use_outside_ndc_period, 25,
          {text(*row.use_year), text(*submission.ndc_first_year), text(*submission.ndc_last_year)});
  }
  for (std::uint32_t i = 0; i < submission.holdings.size(); ++i) {
    RowCheck check({0, AefTable::holdings, i, 0}, findings);
    approach(submission.holdings[i].block, check, 1);
  }
}

}  // namespace openitmo::reporting
