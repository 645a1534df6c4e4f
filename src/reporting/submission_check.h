#pragma once

#include <bitset>
#include <vector>

#include "reporting/aef_text.h"
#include "reporting/check_rules.h"

// What can be checked inside one submission (aef.h), before it is sent: rules F01 to S20 and those
// of the known checker that need no other submission (II07, STC01, STC03). Places name submission
// 0.
namespace openitmo::reporting {

// By number of the field less 1.
using FieldSet = std::bitset<32>;

// The cells as a file holds them: required fields, forms, lists, fields of the CARP.
std::vector<Finding> check_cells(const AefRows& rows, AefProfile profile);
// Those of one row of a table, without the fields in `skipped`; `row` from 0.
void check_cells(AefTable table, const AefCellRow& cells, std::uint32_t row, AefProfile profile,
                 std::vector<Finding>& findings, FieldSet skipped = {});

// The rows as data, in their relation to each other.
std::vector<Finding> check_rows(const AefSubmission& submission);

// Both.
std::vector<Finding> check_submission(const AefSubmission& submission, AefProfile profile);

}  // namespace openitmo::reporting
