#pragma once

#include "reporting/aef.h"
#include "reporting/report_parts.h"

namespace openitmo::reporting {

// What a submission of annual information holds, in words and sums (2/CMA.3 annex para 20): to be
// read beside the workbook, which alone is the submission.
OfficialDocument annual_information(const ReportInputs& inputs, const AefSubmission& submission);

}  // namespace openitmo::reporting
