#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "reporting/aef_text.h"
#include "reporting/check_rules.h"

// The earlier draft of the format (6/CMA.4 annex VII): a heading, actions and holdings, with what
// is said of an authorization repeated in every row. Its rows are read as rows of Tables 2 to 4 of
// the format in force (4/CMA.6 annex II). What it has no column for stays empty and is not missed.
namespace openitmo::reporting {

// In the order of the decision. Holdings have the first 19.
enum class OldField : std::uint8_t {
  record_id,
  approach,  // name or identifier; the template prints two words instead
  first_id,
  last_id,
  first_unit_id,
  last_unit_id,
  metric,
  quantity_in_metric,
  quantity_t_co2eq,
  conversion_factor,
  first_transferring_party,
  vintage,
  sectors,
  activity_types,
  authorization_date,
  authorization,
  purpose,
  oimp,
  first_transfer_definition,
  action_date,
  action_type,
  transferring_party,  // who initiates the action, also of a use or cancellation
  acquiring_party,
  cancellation_purpose,
  user,  // Party, or authorized entity
  first_transfer,
};
inline constexpr std::size_t kOldFieldCount = 26;
using OldRow = std::array<AefCell, kOldFieldCount>;

// The field that a column is called after, in the words of the decision or of the template, however
// they are spaced and written large or small.
std::optional<OldField> old_field(std::string_view heading);
std::string_view label_of(OldField field);
// Where the value of a field of Table 2, 3 or 4 stands in a row of the earlier layout.
std::optional<OldField> old_source(AefTable table, int field);
// The field of `table`, or of Table 2, into which the value goes; none where it is lost.
const AefField* field_for(OldField field, AefTable table);

bool carries(AefLayout layout, AefTable table, int field);
// Labels of what Table `table` has and the earlier layout has not, but for the fields of the CARP.
std::vector<std::string> not_carried(AefTable table);
// Leaves those fields empty, and Table 5 without rows.
void clear_not_carried(AefCells& cells);

// An authorization stood among the actions.
bool is_authorization_only(const OldRow& row);
AefCellRow authorization_of(const OldRow& row);
AefCellRow action_of(const OldRow& row);
AefCellRow holding_of(const OldRow& row);

// Findings that hold a file of the earlier layout to the format in force or to its checker.
void leave_out_later_rules(std::vector<Finding>& findings);

}  // namespace openitmo::reporting
