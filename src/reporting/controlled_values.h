#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "activity/records.h"
#include "ledger/vocabulary.h"
#include "party/records.h"
#include "reporting/aef_fields.h"
#include "reporting/aef_profile.h"

// The controlled values of the agreed electronic format, as data with date and source. Values are
// compared exactly: case-sensitive, nothing trimmed.
namespace openitmo::reporting {

// What the lists below were taken from.
inline constexpr std::string_view kNomenclatureDate = "2026-02-17";
inline constexpr std::string_view kNotApplicable = "NA";
inline constexpr std::string_view kCarpPlaceholder =
    "{Information in this field is populated by the CARP}";
inline constexpr std::string_view kCarpLinkPlaceholder = "{Link to be produced by the CARP}";

// The AEF's metric.
enum class Metric { ghg, non_ghg };

// The ledger's subtypes and those that only other Parties' tables hold (nomenclature Table 26).
enum class RowSubtype {
  none,
  first_international_transfer,
  authorization,
  issuance,
  use_or_cancellation,
  mandatory_cancellation_omge,
  voluntary_cancellation_omge,
  other_cancellation,
  mandatory_transfer_adaptation_fund,
  voluntary_transfer_adaptation_fund,
  not_yet_defined,
};
RowSubtype row_subtype(ledger::ActionSubtype subtype);

enum class ValueList {
  metric,
  action_type,
  action_subtype,
  purpose,
  first_transfer_definition,
  sector,
  activity_type,
  mitigation_type,
  underlying_unit_registry,
};
struct ValueListInfo {
  ValueList list;
  std::string_view name;
  std::string_view source;  // with its date where the source has one
};
std::span<const ValueListInfo> value_lists();
// In the order of the enum where there is one; the order of the source otherwise.
std::span<const std::string_view> values_of(ValueList list, AefProfile profile);
bool is_listed(ValueList list, AefProfile profile, std::string_view text);
// The list from which a field of this form takes its words; nothing where it takes others.
std::optional<ValueList> list_of(FieldForm form);

std::string_view spelled(Metric metric);
std::string_view spelled(ledger::ActionType type);
std::string_view spelled(RowSubtype subtype, AefProfile profile);  // "NA" for none
std::string_view spelled(ledger::Purpose purpose);
std::string_view spelled(ledger::FirstTransferDefinition definition, AefProfile profile);
std::string_view spelled(MitigationType type);

// Whether the nomenclature (Table 26, as read by a public implementation) allows the subtype under
// the type. Adaptation Fund transfers also stand under First transfer (4/CMA.6 para 16).
bool subtype_allowed(ledger::ActionType type, RowSubtype subtype);

// 4/CMA.6 para 29: how a consistency check ends, in the official words.
using ledger::CheckMark;
std::string_view official_words(CheckMark mark);
// 4/CMA.6 para 37, beside the mark of a check; spelled as in the decision, (g) included.
std::string_view official_words(ReviewStatus status);

}  // namespace openitmo::reporting
