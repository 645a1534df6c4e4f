#pragma once

#include <filesystem>

#include "files/html/monitoring_html.h"

namespace openitmo::files {

// The annual tables of a monitoring report as a workbook with live formulas: a summary that refers
// to the sheets of the components, for each component its terms by year (BE, PE, LE and ER as sums
// of the cells above them) and its measured months with their sums. Stored values are those of the
// calculation. A sum that is no plain sum of other rows (a cap, a minimum) stands as a number.
void write_monitoring_workbook(const MonitoringReport& report, ReportLanguage language,
                               const std::filesystem::path& path);

}  // namespace openitmo::files
