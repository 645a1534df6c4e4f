#pragma once

#include <string>

#include "files/html/monitoring_html.h"
#include "files/html/report_page.h"

// The tables of tonnes in the monitoring report.
namespace openitmo::files {

// The terms of each component and year and their total; where the programme deducts, what is
// deducted and claimed too. The difference is of what is claimed to what was expected.
Table summary_table(const MonitoringReport& report, const ReportSpeech& speech,
                    const std::string& caption);

// The interval of approach 1 around the reductions of each year, and what the policy makes of it.
Table uncertainty_table(const mrv::Quantification& quantified, const ReportSpeech& speech);

}  // namespace openitmo::files
