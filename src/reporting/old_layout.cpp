#include "reporting/old_layout.h"

#include <algorithm>
#include <map>

#include "reporting/cell_values.h"

namespace openitmo::reporting {

namespace {

struct OldFieldInfo {
  OldField field;
  std::string_view label;  // of the template
  // Where its value goes; 0 is nowhere. Table 4 is Table 3 without its first three fields.
  std::uint8_t of_actions = 0;
  std::uint8_t of_authorizations = 0;
};

constexpr std::array<OldFieldInfo, kOldFieldCount> kFields{{
    {OldField::record_id, "Article 6 database record ID"},
    {OldField::approach, "Cooperative approach", 4, 3},
    {OldField::first_id, "First unique identifier", 8},
    {OldField::last_id, "Last unique identifier", 9},
    {OldField::first_unit_id, "Underlying unit block start ID", 11},
    {OldField::last_unit_id, "Underlying unit block last ID", 12},
    {OldField::metric, "Metric", 13, 6},
    {OldField::quantity_in_metric, "Quantity (expressed in metric)", 17},
    {OldField::quantity_t_co2eq, "Quantity (t CO2 eq)", 16},
    {OldField::conversion_factor, "Conversion factor (reporting Party)"},
    {OldField::first_transferring_party, "First transferring participating Party", 6},
    {OldField::vintage, "Vintage", 19},
    {OldField::sectors, "Sector(s)", 0, 9},
    {OldField::activity_types, "Activity type(s)", 0, 10},
    {OldField::authorization_date, "Date of authorization", 0, 2},
    {OldField::authorization, "Authorization ID", 5, 1},
    {OldField::purpose, "Purposes for authorization", 0, 11},
    {OldField::oimp, "OIMP authorized by the Party", 0, 14},
    {OldField::first_transfer_definition, "First transfer definition", 0, 18},
    {OldField::action_date, "Action date", 1},
    {OldField::action_type, "Action type", 2},
    {OldField::transferring_party, "Transferring participating Party", 20},
    {OldField::acquiring_party, "Acquiring participating Party", 21},
    {OldField::cancellation_purpose, "Purposes for cancellation", 22},
    {OldField::user, "Using participating Party or authorized entity or entities", 23},
    {OldField::first_transfer, "First transfer"},
}};
static_assert(std::ranges::all_of(kFields, [](const OldFieldInfo& info) {
  return &info == &kFields[static_cast<std::size_t>(info.field)];
}));

constexpr int kHoldingShift = 3;
constexpr std::string_view kOldSectors[] = {"energy", "ippu", "afolu", "waste"};

const AefCell& at(const OldRow& row, OldField field) {
  return row[static_cast<std::size_t>(field)];
}

std::string word(const OldRow& row, OldField field) { return folded(text_of(at(row, field))); }

bool is_ghg(const OldRow& row) { return word(row, OldField::metric) != "non-ghg"; }

AefCell na_unless(bool applies, const AefCell& cell) {
  return applies ? cell : AefCell::of(kNotApplicable);
}

// The earlier layout took a name as well, and the template prints the two kinds there are; the
// identifier of the units says which approach it is.
AefCell approach_of(const OldRow& row) {
  const AefCell& named = at(row, OldField::approach);
  if (id_of<CooperativeApproachId>(named)) return named;
  const auto first = id_of<ledger::ItmoIdentifier>(at(row, OldField::first_id));
  return first ? AefCell::of(first->series.approach.view()) : named;
}

// 2/CMA.3 annex para 20(a) names more actions than Table 3 has types: the rest of the name is the
// subtype or the purpose.
struct OldAction {
  AefCell type;
  AefCell subtype{};
  AefCell purpose{};
};

AefCell subtype_of_first_transfer(const OldRow& row) {
  const std::string said = word(row, OldField::first_transfer);
  for (const auto subtype :
       {RowSubtype::authorization, RowSubtype::issuance, RowSubtype::use_or_cancellation})
    if (said == folded(spelled(subtype, AefProfile::xlsx_checker)))
      return AefCell::of(spelled(subtype, AefProfile::xlsx_checker));
  if (text_of(at(row, OldField::acquiring_party)).empty()) return {};
  return AefCell::of(spelled(RowSubtype::first_international_transfer, AefProfile::xlsx_checker));
}

OldAction action_meant(const OldRow& row) {
  using ledger::ActionType;
  const std::string said = word(row, OldField::action_type);
  const bool to_ndc = said.starts_with("use towards") && said.find("ndc") != std::string::npos;
  if (to_ndc || said == "use")
    return {AefCell::of(spelled(ActionType::use)), AefCell::of(kNotApplicable),
            to_ndc || word(row, OldField::purpose) == "ndc" ? AefCell::of("NDC") : AefCell{}};
  if (said.find("cancellation") != std::string::npos && !said.starts_with("use")) {
    const bool omge =
        said.find("omge") != std::string::npos || said.find("overall") != std::string::npos;
    const auto subtype = RowSubtype::voluntary_cancellation_omge;
    return {AefCell::of(spelled(ActionType::cancellation)),
            omge ? AefCell::of(spelled(subtype, AefProfile::xlsx_checker)) : AefCell{},
            at(row, OldField::cancellation_purpose)};
  }
  if (said == folded(spelled(ActionType::first_transfer)))
    return {AefCell::of(spelled(ActionType::first_transfer)), subtype_of_first_transfer(row),
            at(row, OldField::cancellation_purpose)};
  for (const auto type : {ActionType::transfer, ActionType::acquisition})
    if (said == folded(spelled(type)))
      return {AefCell::of(spelled(type)), AefCell::of(kNotApplicable), AefCell::of(kNotApplicable)};
  return {at(row, OldField::action_type), AefCell::of(kNotApplicable), AefCell::of(kNotApplicable)};
}

// From "First ID" on, as Tables 3 and 4 have them.
void append_block(const OldRow& row, AefCellRow& cells) {
  const bool underlying = !text_of(at(row, OldField::first_unit_id)).empty();
  const bool ghg = is_ghg(row);
  const AefCell appended[] = {at(row, OldField::first_id),
                              at(row, OldField::last_id),
                              na_unless(underlying, AefCell{}),
                              na_unless(underlying, at(row, OldField::first_unit_id)),
                              na_unless(underlying, at(row, OldField::last_unit_id)),
                              at(row, OldField::metric),
                              AefCell{},
                              na_unless(!ghg, AefCell{}),
                              at(row, OldField::quantity_t_co2eq),
                              na_unless(!ghg, at(row, OldField::quantity_in_metric)),
                              AefCell{},
                              at(row, OldField::vintage)};
  cells.insert(cells.end(), std::begin(appended), std::end(appended));
}

void append_parties(const OldRow& row, const OldAction& action, AefCellRow& cells) {
  const std::string type = folded(action.type.text);
  const bool first = type == "first transfer";
  const bool use = type == "use";
  const bool consumes = use || type == "cancellation";
  const bool by_party = id_of<PartyId>(at(row, OldField::user)).has_value();
  const bool unnamed = text_of(at(row, OldField::user)).empty();
  // Who initiates a use or cancellation is who uses or cancels.
  const AefCell party = by_party ? at(row, OldField::user) : at(row, OldField::transferring_party);
  const bool to_ndc = action.purpose == AefCell::of("NDC");
  const AefCell appended[] = {
      na_unless(type == "acquisition", at(row, OldField::transferring_party)),
      na_unless(first || type == "transfer", at(row, OldField::acquiring_party)),
      na_unless(first || consumes, action.purpose),
      na_unless(consumes, party),
      na_unless(consumes && !by_party && !unnamed, at(row, OldField::user)),
      na_unless(use && to_ndc, AefCell{}),
      AefCell{},
      AefCell{}};
  cells.insert(cells.end(), std::begin(appended), std::end(appended));
}

bool is_of_old_list(const Finding& finding) {
  if (finding.at.table != AefTable::authorizations || finding.figures.size() < 2) return false;
  const bool sector =
      std::ranges::find(kOldSectors, folded(finding.figures[1])) != std::end(kOldSectors);
  return finding.at.field == 10 || (finding.at.field == 9 && sector);
}

// The earlier layout had a column for the purposes of cancellations only.
bool is_purpose_of_use(const Finding& finding) {
  return finding.at.table == AefTable::actions && finding.at.field == 22 &&
         finding.figures.size() > 1 && finding.figures[1].starts_with("Use");
}

bool is_carried(const AefPlace& at) {
  return at.field == 0 || carries(AefLayout::cma4, at.table, at.field);
}

bool is_later_rule(const Finding& finding) {
  switch (finding.rule) {
    case CheckRule::date_not_a_date_cell:
    case CheckRule::identifier_not_text:
    case CheckRule::listed_value_refused_by_checker:
    case CheckRule::authorized_quantity_blank:
    case CheckRule::carp_field_changed:
    case CheckRule::authorization_not_in_table_2:
    case CheckRule::entity_not_in_table_5:
    case CheckRule::subtype_not_allowed:
      return true;
    case CheckRule::value_not_listed:
      return is_of_old_list(finding);
    case CheckRule::column_missing:
      return is_purpose_of_use(finding) || !is_carried(finding.at);
    default:
      return !is_carried(finding.at);
  }
}

std::string without_spaces(std::string_view text) {
  std::string word = folded(text);
  std::erase(word, ' ');
  return word;
}

}  // namespace

std::optional<OldField> old_field(std::string_view heading) {
  static const auto kNames = [] {
    std::map<std::string, OldField> names;
    for (const OldFieldInfo& info : kFields) names.emplace(without_spaces(info.label), info.field);
    // The column and the note of the decision.
    names.emplace(without_spaces("Underlying unit block end"), OldField::last_unit_id);
    names.emplace(without_spaces("Underlying unit block end ID"), OldField::last_unit_id);
    return names;
  }();
  const auto found = kNames.find(without_spaces(heading));
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

std::string_view label_of(OldField field) { return kFields[static_cast<std::size_t>(field)].label; }

std::optional<OldField> old_source(AefTable table, int field) {
  const auto goes_there = [&](const OldFieldInfo& info) {
    if (table == AefTable::authorizations) return info.of_authorizations == field;
    if (table == AefTable::actions) return info.of_actions == field;
    return table == AefTable::holdings && info.of_actions == field + kHoldingShift;
  };
  // The entity stands in the column of the Party; words beyond the type in that of the type.
  if (table == AefTable::actions && field == 24) return OldField::user;
  if (table == AefTable::actions && field == 3) return OldField::action_type;
  const auto found = std::ranges::find_if(kFields, goes_there);
  return found == kFields.end() ? std::nullopt : std::optional(found->field);
}

const AefField* field_for(OldField field, AefTable table) {
  const OldFieldInfo& info = kFields[static_cast<std::size_t>(field)];
  if (table == AefTable::holdings && field >= OldField::action_date) return nullptr;
  if (info.of_actions == 0)
    return info.of_authorizations == 0
               ? nullptr
               : &aef_field(AefTable::authorizations, info.of_authorizations);
  const int shift = table == AefTable::holdings ? kHoldingShift : 0;
  return info.of_actions <= shift ? nullptr : &aef_field(table, info.of_actions - shift);
}

bool carries(AefLayout layout, AefTable table, int field) {
  if (layout == AefLayout::cma6) return true;
  if (table == AefTable::submission) return field == 1 || field == 3;
  return old_source(table, field).has_value();
}

std::vector<std::string> not_carried(AefTable table) {
  std::vector<std::string> labels;
  for (const AefField& field : aef_fields(table))
    if (field.need != FieldNeed::carp && !carries(AefLayout::cma4, table, field.number))
      labels.emplace_back(plain_label(field));
  return labels;
}

void clear_not_carried(AefCells& cells) {
  for (std::size_t i = 0; i < kAefTableCount; ++i) {
    const auto table = static_cast<AefTable>(i);
    for (AefCellRow& row : cells.tables[i])
      for (const AefField& field : aef_fields(table))
        if (field.need != FieldNeed::carp && !carries(AefLayout::cma4, table, field.number))
          row[field.number - 1U] = {};
  }
  cells.of(AefTable::entities).clear();
}

bool is_authorization_only(const OldRow& row) {
  return word(row, OldField::action_type).starts_with("authorization");
}

AefCellRow authorization_of(const OldRow& row) {
  AefCellRow cells(aef_fields(AefTable::authorizations).size());
  for (const OldFieldInfo& info : kFields)
    if (info.of_authorizations != 0) cells[info.of_authorizations - 1U] = at(row, info.field);
  cells[2] = approach_of(row);
  cells[7] = na_unless(!is_ghg(row), AefCell{});
  const bool to_ndc = word(row, OldField::purpose) == "ndc";
  if (to_ndc && cells[13].kind == AefCell::Kind::empty) cells[13] = AefCell::of(kNotApplicable);
  if (to_ndc && cells[17].kind == AefCell::Kind::empty) cells[17] = AefCell::of(kNotApplicable);
  return cells;
}

AefCellRow action_of(const OldRow& row) {
  const OldAction action = action_meant(row);
  AefCellRow cells{at(row, OldField::action_date),
                   action.type,
                   action.subtype,
                   approach_of(row),
                   at(row, OldField::authorization),
                   at(row, OldField::first_transferring_party),
                   AefCell{}};
  append_block(row, cells);
  append_parties(row, action, cells);
  return cells;
}

AefCellRow holding_of(const OldRow& row) {
  AefCellRow cells{approach_of(row), at(row, OldField::authorization),
                   at(row, OldField::first_transferring_party), AefCell{}};
  append_block(row, cells);
  return cells;
}

void leave_out_later_rules(std::vector<Finding>& findings) {
  std::erase_if(findings, is_later_rule);
}

}  // namespace openitmo::reporting
