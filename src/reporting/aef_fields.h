#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// The five tables of the agreed electronic format as data (4/CMA.6 annex II): 9, 19, 27, 16 and 8
// fields in a fixed order. The writers, the checks and the documentation all read this one table.
namespace openitmo::reporting {

enum class AefTable : std::uint8_t { submission, authorizations, actions, holdings, entities };
inline constexpr std::size_t kAefTableCount = 5;

// Whether a cell must be filled. carp: the centralized accounting and reporting platform fills it,
// the Party leaves it as printed.
enum class FieldNeed : std::uint8_t { required, optional, conditional, carp };

// What a cell's content looks like; submission_check.h tests it.
enum class FieldForm : std::uint8_t {
  party_or_name,  // alpha-3; a country name passes the known checker too
  party,          // alpha-3
  party_list,     // alpha-3 codes separated by commas
  entity_list,    // identification numbers separated by commas
  version,        // X.Y, X from 1
  year,           // four digits
  date,           // a real date cell
  approach_id,    // CA0004
  authorization_id,
  holding_authorization_id,  // Table 4 of the known checker takes no slash and no dot
  registry_id,               // VUT01
  itmo_id,
  unit_id,  // a text cell, also when all digits
  whole_number,
  metric,
  sectors,
  activity_types,
  purpose,
  first_transfer_definition,
  timeframe,
  action_type,
  action_subtype,
  mitigation_type,
  free_text,
  carp,
};

struct AefField {
  AefTable table;
  std::uint8_t number;              // from 1, within its table
  std::string_view label;           // verbatim; with the no-break spaces that the format prints
  std::string_view machine_key;     // CAD Trust API v2, misspellings included
  std::string_view technical_name;  // list of common nomenclatures
  bool spacer_after;                // an unlabelled column follows
  FieldNeed need;
  FieldForm form;
  std::string_view applies_when;  // empty: always
};

// A heading over several columns. Level 1 is the uppermost.
struct AefBand {
  AefTable table;
  std::uint8_t level;
  std::uint8_t first_field;
  std::uint8_t last_field;
  std::string_view label;
};

struct AefTableInfo {
  AefTable table;
  std::string_view sheet;
  std::string_view heading;
  std::uint32_t header_row;  // of the workbook, from 1; data begin on the next one
};

std::span<const AefField> aef_fields(AefTable table);
// `number` from 1; an unknown one is a broken invariant.
const AefField& aef_field(AefTable table, int number);
std::span<const AefBand> aef_bands();
const AefTableInfo& aef_table(AefTable table);
// The column of a field in the workbook, from 0: column A is an empty gutter, spacers count.
std::uint32_t aef_column(AefTable table, int number);

// The text with no-break spaces as plain ones, by which labels are compared.
std::string_view plain_label(const AefField& field);

}  // namespace openitmo::reporting
