#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/itmo_identifier.h"
#include "quantity/language.h"
#include "reporting/aef_fields.h"
#include "reporting/controlled_values.h"

// The rules by which annual information is checked, as data: docs/reference/consistency-checks.md
// is made from this table, and each rule has a test that meets it and one that breaks it.
namespace openitmo::reporting {

enum class CheckRule : std::uint8_t {
  // One cell (submission_check.h).
  required_field_empty,
  date_not_a_date_cell,
  identifier_not_text,
  form_not_valid,
  value_not_listed,
  carp_field_changed,
  listed_value_refused_by_checker,
  authorized_quantity_blank,
  party_not_listed,
  // A row of somebody's file (submission_reading.h).
  row_not_read,
  serial_alone,
  // One submission (submission_check.h).
  column_does_not_apply,
  column_missing,
  authorization_not_in_table_2,
  entity_not_in_table_5,
  block_not_valid,
  holdings_overlap,
  consumed_units_held,
  action_and_holding_differ,
  subtype_not_allowed,
  quantity_differs_from_block,
  column_differs_from_identifier,
  vintage_before_2021,
  use_outside_period_of_vintage,
  ndc_period_not_valid,
  authorized_quantity_exceeded,
  outside_authorized_timeframe,
  first_transfer_before_authorization,
  authorization_repeated,
  submission_late,
  submission_before_year_end,
  // Several submissions: the checks with the known checker's codes (cross_check.h).
  ii01_participation,
  ii02_action_repeated,
  ii03_sectors_differ,
  ii04_metrics_differ,
  ii05_underlying_units_differ,
  ii06_user_not_authorized,
  ii07_approach_differs_from_identifier,
  stc01_action_outside_year,
  stc02_use_not_authorized,
  stc03_use_outside_ndc_period,
  stc04_first_transfer_definition,
  // Several submissions: what decisions and invariants ask beyond these.
  transfer_without_acquisition,
  acquisition_without_transfer,
  partner_not_available,
  acquisition_before_transfer,
  non_ghg_acquired_exceeds_transferred,
  used_twice,
  act_after_use_or_cancellation,
  first_transferred_twice,
  first_transfer_missing,
  first_transfer_not_available,
  first_transfer_by_other_party,
  unit_held_twice,
  holdings_do_not_roll_forward,
  act_on_units_not_held,
  opening_holdings_not_available,
  authorized_volume_exceeded,
  authorization_unknown,
  version_repeated,
  version_order,
};
inline constexpr std::size_t kCheckRuleCount =
    static_cast<std::size_t>(CheckRule::version_order) + 1;

// What a finding does to the result of the check (4/CMA.6 para 29).
enum class FindingEffect : std::uint8_t {
  inconsistent,   // "Checked, inconsistencies identified"
  not_available,  // "Null, information for check not available"
  warning,        // no effect: one source asks for it, or the text leaves it open
};

enum class CheckScope : std::uint8_t { cell, reading, submission, submissions };

struct CheckRuleText {
  CheckRule rule;
  std::string_view code;  // II01 ... as in the known checker; ours: F cells, S submission, others
  CheckScope scope;
  FindingEffect effect;
  std::string_view source;
  Words what;  // with {0}, {1}: the finding's figures
  Words remedy;
};

std::span<const CheckRuleText> check_rules();
const CheckRuleText& text_of(CheckRule rule);

// A cell, a row or a whole table of one of the submissions that were checked.
struct AefPlace {
  static constexpr std::uint32_t kWholeTable = UINT32_MAX;
  std::size_t submission = 0;  // its position in the input
  AefTable table = AefTable::submission;
  std::uint32_t row = kWholeTable;  // from 0
  std::uint8_t field = 0;           // number of the field; 0: the whole row
  auto operator<=>(const AefPlace&) const = default;
};

struct Finding {
  CheckRule rule = CheckRule::required_field_empty;
  AefPlace at{};
  std::optional<AefPlace> other{};  // the row it contradicts
  std::vector<std::string> figures{};
  std::optional<ledger::ItmoRange> units{};  // those concerned

  FindingEffect effect() const { return text_of(rule).effect; }
  bool operator==(const Finding&) const = default;
};

// What is wrong, with figures.
std::string what(const Finding& finding, Language language);
// What would be right.
std::string remedy(const Finding& finding, Language language);
// "Table 3, row 12, First ID"; rows count from 1, as data rows of the table.
std::string place_text(const AefPlace& place, Language language);

// The consistency result of 4/CMA.6 para 29 that findings lead to: an inconsistency outweighs
// missing information, which outweighs none.
CheckMark mark_of(std::span<const Finding> findings);

// The page docs/reference/consistency-checks.md, in full.
std::string consistency_checks_page();

}  // namespace openitmo::reporting
