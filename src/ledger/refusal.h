#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/language.h"

namespace openitmo::ledger {

// Every reason for which the ledger says no. Numbers are never reused; hundreds group them: 1
// entry, 2 Party, 3 activity, 4 authorization, 5 units. `decide` asks in this order of generality.
// docs/reference/refusals.md gives each its sentence; tests/refusals/ holds a scenario of each.
enum class RefusalCode : std::uint16_t {
  registry_not_open = 101,
  registry_already_open = 102,
  recorded_at_goes_back = 103,
  effective_after_recorded = 104,
  value_not_valid = 105,
  already_recorded = 106,
  not_recorded = 107,
  party_not_served = 108,
  command_id_reused = 109,
  role_missing = 110,
  approval_missing = 111,
  method_not_available_for_ndc = 201,
  method_fixed_for_ndc_period = 202,
  trajectory_misses_year = 203,
  gwp_set_unknown = 204,
  ndc_missing = 205,
  participation_not_met = 206,
  party_not_in_approach = 207,
  initial_report_missing = 208,
  ndc_period_conflict = 209,
  ndc_period_final = 210,
  oimp_cut_off_passed = 211,
  metric_fixed = 212,
  use_limit_exceeded = 213,
  ndc_description_incomplete = 214,
  submission_cannot_answer = 215,
  components_overlap = 301,
  eligibility_not_met = 302,
  validation_missing = 303,
  additionality_missing = 304,
  sdg_indicator_missing = 305,
  period_outside_crediting_period = 306,
  vintage_outside_monitoring_period = 307,
  result_already_reported = 308,
  sdg_measurement_missing = 309,
  verifier_is_last_validator = 310,
  findings_open = 311,
  verification_missing = 312,
  examination_missing = 313,
  earlier_vintage_not_settled = 314,
  vintage_already_settled = 315,
  result_missing = 316,
  deficit_not_settled = 317,
  act_before_its_ground = 318,
  remedy_open = 319,
  finding_unknown = 320,
  finding_code_used = 321,
  finding_state_differs = 322,
  not_verifying_body = 323,
  finding_answered_by_raiser = 324,
  report_closed_to_findings = 325,
  opinion_missing = 326,
  opinion_key_missing = 327,
  opinion_differs = 328,
  opinion_not_signed = 329,
  authorization_incomplete = 401,
  authorization_version_out_of_order = 402,
  first_transfer_definition_missing = 403,
  first_transfer_definition_differs = 404,
  vintage_before_2021 = 405,
  entity_not_authorized = 406,
  not_authorized = 407,
  authorized_quantity_exceeded = 408,
  vintage_not_authorized = 409,
  party_not_authorized = 410,
  purpose_not_authorized = 411,
  activity_not_authorized = 412,
  first_transfer_defined_otherwise = 413,
  authorization_of_other_act = 414,
  party_not_host = 415,
  recognition_suspended = 416,
  change_not_in_terms = 417,
  notification_channel_missing = 418,
  a64_units_not_authorized = 419,
  contribution_units_moved = 420,
  quantity_zero = 501,
  holdings_insufficient = 502,
  not_account_holder = 503,
  already_first_transferred = 504,
  not_first_transferred = 505,
  transfer_not_international = 506,
  transfer_before_mitigation = 507,
  use_outside_ndc_period = 508,
  use_year_before_vintage = 509,
  use_year_missing = 510,
  units_overlap = 511,
  units_do_not_match_transfer = 512,
  act_before_previous_act = 513,
  recognition_not_requested = 514,
  submission_version_out_of_order = 515,
  use_by_other_than_party = 516,
  cancellation_needs_first_transfer = 517,
  foreign_entry_already_acquired = 518,
  units_not_sent_from_here = 519,
  recognised_for_other_party = 520,
  units_on_hold = 521,
  entry_not_correctable = 522,
  decline_not_proven = 523,
  units_not_withdrawable = 524,
  underlying_units_recorded = 525,
  metric_differs = 526,
  offer_expired = 527,
  levy_not_delivered = 528,
  label_missing = 529,
};

// What a refusal's sentence names: an id, name or number, which is the same in both languages, or
// a word in both: refuse(not_recorded, {Words("account", "compte"), id}).
struct Figure : Text {
  Figure(std::string same) : Text(Text::name(std::move(same))) {}
  Figure(const Words& words) : Text(words) {}
  Figure(Text text) : Text(std::move(text)) {}
  auto operator<=>(const Figure&) const = default;
};

// A rule that is not met. `figures` are what the sentence needs, in its order.
struct Refusal {
  RefusalCode code;
  std::vector<Figure> figures;
  bool operator==(const Refusal&) const = default;
};

template <class T>
using Result = std::expected<T, Refusal>;

// What is known of a code: its name, the paragraph that it enforces, what is wrong and what would
// be right, in both languages; {0}, {1}, ... stand for the figures.
struct RefusalText {
  RefusalCode code;
  std::string_view name;
  std::string_view paragraph;
  Words wrong;
  Words remedy;
};

std::span<const RefusalText> refusal_catalogue();
const RefusalText& text_of(RefusalCode code);
std::string_view refusal_name(RefusalCode code);
// "refused (408 authorized_quantity_exceeded): 60 t ...; transfer at most 50 t. [4/CMA.6 para
// 5(h)]"
Text message(const Refusal& refusal);

}  // namespace openitmo::ledger
