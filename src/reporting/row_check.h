#pragma once

#include <vector>

#include "reporting/aef.h"
#include "reporting/check_rules.h"

// Rules that one row can break by itself, given its submission. Places name submission 0.
namespace openitmo::reporting {

// II07, STC01 and STC03: the known checker's rules that need no other submission.
void check_checker_rows(const AefSubmission& submission, std::vector<Finding>& findings);

// S01, S02 and S09: the conditional columns of Tables 2 to 4.
void check_conditional_columns(const AefSubmission& submission, std::vector<Finding>& findings);

// S05 and S10 to S13: identifiers, quantities, vintages.
void check_blocks(const AefSubmission& submission, std::vector<Finding>& findings);

}  // namespace openitmo::reporting
