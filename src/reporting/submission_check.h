#pragma once

#include <vector>

#include "reporting/aef_text.h"
#include "reporting/check_rules.h"

// What can be checked inside one submission (aef.h), before it is sent: rules F01 to S20 and those
// of the known checker that need no other submission (II07, STC01, STC03). Places name submission
// 0.
namespace openitmo::reporting {

// The cells as a file holds them: required fields, forms, lists, fields of the CARP.
std::vector<Finding> check_cells(const AefCells& cells, AefProfile profile);
// Those of one row of a table; `row` from 0.
void check_cells(AefTable table, const AefCellRow& cells, std::uint32_t row, AefProfile profile,
                 std::vector<Finding>& findings);

// The rows as data, in their relation to each other.
std::vector<Finding> check_rows(const AefSubmission& submission);

// Both.
std::vector<Finding> check_submission(const AefSubmission& submission, AefProfile profile);

}  // namespace openitmo::reporting
