#include "reporting/controlled_values.h"

#include <algorithm>
#include <array>

namespace openitmo::reporting {

namespace {

using Values = std::span<const std::string_view>;

constexpr std::array<std::string_view, 2> kMetrics{"GHG", "non-GHG"};
constexpr std::array<std::string_view, 5> kActionTypes{"First transfer", "Transfer", "Acquisition",
                                                       "Use", "Cancellation"};
// The nomenclature's two further types have no row of ours: authorizations stand in Table 2.
constexpr std::array<std::string_view, 7> kActionTypes2026{
    "First transfer", "Transfer",      "Acquisition",           "Use",
    "Cancellation",   "Authorization", "Voluntary Cancellation"};
constexpr std::array<std::string_view, 10> kSubtypesChecker{
    "First international transfer",
    "Authorization",
    "Issuance",
    "Use or cancellation",
    "Mandatory cancellation to deliver OMGE",
    "Voluntary cancellation to deliver OMGE",
    "Other cancellations",
    "Mandatory transfer to the Adaptation Fund (A6.4 ERs)",
    "Voluntary transfer to the Adaptation Fund (A6.4 ERs)",
    "Not yet defined"};
constexpr std::array<std::string_view, 10> kSubtypes2026{
    "First transfer to another Party",
    "Authorization",
    "Issuance",
    "Use or cancellation",
    "Mandatory cancellation to deliver OMGE",
    "Voluntary cancellation to deliver OMGE",
    "Other cancellations",
    "Mandatory transfer to the Adaptation Fund (A6.4 ERs)",
    "Voluntary transfer to the Adaptation Fund (A6.4 ERs)",
    "Not yet defined"};
constexpr std::array<std::string_view, 7> kPurposes{
    "NDC", "OIMP", "IMP", "OP", "NDC and OIMP", "NDC and IMP", "NDC and OP"};
constexpr std::array<std::string_view, 3> kDefinitionsChecker{"Authorization", "Issuance",
                                                              "Use or cancellation"};
constexpr std::array<std::string_view, 3> kDefinitions2026{"Authorisation", "Issuance",
                                                           "Use or Cancellation"};
constexpr std::array<std::string_view, 9> kSectors{
    "Agriculture",       "Building and construction", "Cross-sectoral mechanisms",
    "Energy generation", "Forestry and land use",     "Industrial processes",
    "Transportation",    "Urban development",         "Waste management"};
// "C02 usage" has a digit zero in the source.
constexpr std::array<std::string_view, 27> kActivityTypes{"Afforestation",
                                                          "Agriculture",
                                                          "Biogas",
                                                          "Biomass Energy",
                                                          "Cement",
                                                          "C02 usage",
                                                          "Coal bed/mine methane",
                                                          "Energy distribution",
                                                          "Energy Efficiency households",
                                                          "Energy Efficiency Industry",
                                                          "Energy Efficiency own generation",
                                                          "Energy Efficiency service",
                                                          "Energy Efficiency supply side",
                                                          "Fossil fuel switch",
                                                          "Fugitive",
                                                          "Geothermal",
                                                          "Hydro",
                                                          "Landfill gas",
                                                          "Methane avoidance",
                                                          "N2O",
                                                          "PFCs and SF6",
                                                          "Reforestation",
                                                          "Solar",
                                                          "Tidal",
                                                          "Transport",
                                                          "Waste",
                                                          "Wind"};
constexpr std::array<std::string_view, 3> kMitigationTypes{"Emission reductions", "Removals",
                                                           "Emission reductions and removals"};
constexpr std::array<std::string_view, 12> kUnderlyingRegistries{
    "VCS",        "GS",        "CAR",  "ACR",  "ART",   "GCC",
    "Cercarbono", "Isometric", "ISFL", "FCPF", "T-VER", "JCM"};

constexpr std::array kLists{
    ValueListInfo{ValueList::metric, "Metric", "common nomenclatures of 2026-02-17, Table 12"},
    ValueListInfo{ValueList::action_type, "Action type",
                  "4/CMA.6 annex II, Table 3; common nomenclatures of 2026-02-17, Table 25"},
    ValueListInfo{ValueList::action_subtype, "Action subtype",
                  "common nomenclatures of 2026-02-17, Table 26; known checker, STC04"},
    ValueListInfo{ValueList::purpose, "Purposes for authorization",
                  "4/CMA.6 annex II, Table 2; common nomenclatures of 2026-02-17, Table 16"},
    ValueListInfo{ValueList::first_transfer_definition, "First transfer definition for OIMP",
                  "4/CMA.6 annex II, Table 2; common nomenclatures of 2026-02-17, Table 22"},
    ValueListInfo{ValueList::sector, "Sector(s)", "common nomenclatures of 2026-02-17, Table 15"},
    ValueListInfo{ValueList::activity_type, "Activity type(s)",
                  "common nomenclatures of 2026-02-17, Table 51"},
    ValueListInfo{ValueList::mitigation_type, "Mitigation type",
                  "4/CMA.6 annex II, Table 3; common nomenclatures of 2026-02-17, Table 36"},
    ValueListInfo{ValueList::underlying_unit_registry, "Underlying unit registry ID",
                  "common nomenclatures of 2026-02-17, Table 31"},
};

template <class Enum>
std::string_view at(Values values, Enum value) {
  return values[static_cast<std::size_t>(value)];
}

}  // namespace

RowSubtype row_subtype(ledger::ActionSubtype subtype) {
  switch (subtype) {
    case ledger::ActionSubtype::none:
      return RowSubtype::none;
    case ledger::ActionSubtype::first_international_transfer:
      return RowSubtype::first_international_transfer;
    case ledger::ActionSubtype::authorization:
      return RowSubtype::authorization;
    case ledger::ActionSubtype::issuance:
      return RowSubtype::issuance;
    case ledger::ActionSubtype::use_or_cancellation:
      return RowSubtype::use_or_cancellation;
    case ledger::ActionSubtype::voluntary_cancellation_omge:
      return RowSubtype::voluntary_cancellation_omge;
    case ledger::ActionSubtype::mandatory_cancellation_omge:
      return RowSubtype::mandatory_cancellation_omge;
    case ledger::ActionSubtype::other_cancellation:
      return RowSubtype::other_cancellation;
    case ledger::ActionSubtype::voluntary_transfer_adaptation_fund:
      return RowSubtype::voluntary_transfer_adaptation_fund;
    case ledger::ActionSubtype::mandatory_transfer_adaptation_fund:
      return RowSubtype::mandatory_transfer_adaptation_fund;
  }
  return RowSubtype::none;
}

std::span<const ValueListInfo> value_lists() { return kLists; }

std::span<const std::string_view> values_of(ValueList list, AefProfile profile) {
  const bool checker = profile == AefProfile::xlsx_checker;
  switch (list) {
    case ValueList::metric:
      return kMetrics;
    case ValueList::action_type:
      return checker ? Values(kActionTypes) : Values(kActionTypes2026);
    case ValueList::action_subtype:
      return checker ? Values(kSubtypesChecker) : Values(kSubtypes2026);
    case ValueList::purpose:
      return kPurposes;
    case ValueList::first_transfer_definition:
      return checker ? Values(kDefinitionsChecker) : Values(kDefinitions2026);
    case ValueList::sector:
      return kSectors;
    case ValueList::activity_type:
      return kActivityTypes;
    case ValueList::mitigation_type:
      return checker ? Values(kMitigationTypes).first(2) : Values(kMitigationTypes);
    case ValueList::underlying_unit_registry:
      return kUnderlyingRegistries;
  }
  return {};
}

bool is_listed(ValueList list, AefProfile profile, std::string_view text) {
  const auto values = values_of(list, profile);
  return std::find(values.begin(), values.end(), text) != values.end();
}

std::optional<ValueList> list_of(FieldForm form) {
  switch (form) {
    case FieldForm::metric:
      return ValueList::metric;
    case FieldForm::sectors:
      return ValueList::sector;
    case FieldForm::activity_types:
      return ValueList::activity_type;
    case FieldForm::purpose:
      return ValueList::purpose;
    case FieldForm::first_transfer_definition:
      return ValueList::first_transfer_definition;
    case FieldForm::action_type:
      return ValueList::action_type;
    case FieldForm::action_subtype:
      return ValueList::action_subtype;
    case FieldForm::mitigation_type:
      return ValueList::mitigation_type;
    case FieldForm::party_or_name:
    case FieldForm::party:
    case FieldForm::party_list:
    case FieldForm::entity_list:
    case FieldForm::version:
    case FieldForm::year:
    case FieldForm::date:
    case FieldForm::approach_id:
    case FieldForm::authorization_id:
    case FieldForm::holding_authorization_id:
    case FieldForm::registry_id:
    case FieldForm::itmo_id:
    case FieldForm::unit_id:
    case FieldForm::whole_number:
    case FieldForm::timeframe:
    case FieldForm::free_text:
    case FieldForm::carp:
      break;
  }
  return std::nullopt;
}

std::string_view spelled(Metric metric) { return at(kMetrics, metric); }
std::string_view spelled(ledger::ActionType type) { return at(kActionTypes, type); }
std::string_view spelled(ledger::Purpose purpose) { return at(kPurposes, purpose); }
std::string_view spelled(MitigationType type) { return at(kMitigationTypes, type); }

std::string_view spelled(RowSubtype subtype, AefProfile profile) {
  if (subtype == RowSubtype::none) return kNotApplicable;
  return values_of(ValueList::action_subtype, profile)[static_cast<std::size_t>(subtype) - 1];
}

std::string_view spelled(ledger::FirstTransferDefinition definition, AefProfile profile) {
  return at(values_of(ValueList::first_transfer_definition, profile), definition);
}

bool subtype_allowed(ledger::ActionType type, RowSubtype subtype) {
  using enum RowSubtype;
  const bool cancels = subtype == mandatory_cancellation_omge ||
                       subtype == voluntary_cancellation_omge || subtype == other_cancellation;
  const bool to_fund = subtype == mandatory_transfer_adaptation_fund ||
                       subtype == voluntary_transfer_adaptation_fund;
  if (subtype == none || subtype == not_yet_defined) return true;
  switch (type) {
    case ledger::ActionType::first_transfer:
      return true;
    case ledger::ActionType::transfer:
      return to_fund;
    case ledger::ActionType::cancellation:
      return cancels;
    case ledger::ActionType::acquisition:
    case ledger::ActionType::use:
      return true;  // the source does not restrict these
  }
  return false;
}

std::string_view official_words(CheckMark mark) {
  switch (mark) {
    case CheckMark::consistent:
      return "Checked, no inconsistencies identified";
    case CheckMark::inconsistent:
      return "Checked, inconsistencies identified";
    case CheckMark::not_available:
      return "Null, information for check not available";
  }
  return {};
}

std::string_view official_words(ReviewStatus status) {
  switch (status) {
    case ReviewStatus::pending:
      return "Review pending";
    case ReviewStatus::no_inconsistencies:
      return "Review finalized and no inconsistencies identified";
    case ReviewStatus::inconsistencies:
      return "Review finalized and inconsistencies identified";
    case ReviewStatus::significant_inconsistencies:
      return "Review finalized and significant inconsistencies identified";
    case ReviewStatus::persistent_inconsistencies:
      return "Review finalized and persistent inconsistencies identified";
    case ReviewStatus::significant_and_persistent_inconsistencies:
      return "Review finalized and significant inconsistencies and persistent inconsistencies "
             "identified";
    case ReviewStatus::both_significant_and_persistent:
      return "Review finalized and consistencies identified that are both significant and "
             "persistent";
  }
  return {};
}

}  // namespace openitmo::reporting
