#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/html/report_words.h"
#include "mrv/monthly_series.h"
#include "registry/rehearse.h"
#include "registry/run_programme.h"

namespace openitmo::files {

// One monitoring report of a programme, with the results that came before it.
struct MonitoringReport {
  const registry::Programme& programme;
  std::string report;                                     // empty where the programme has none
  std::vector<const registry::ComponentResult*> results;  // of this report
  std::vector<const registry::ComponentResult*> history;  // of all reports up to it
  std::vector<registry::RehearsedReport> rehearsed;       // of this report

  std::string component_name(const std::string& id, const ReportSpeech& speech) const;
  // The fictitious-data line, or nothing.
  std::string demonstration_line() const;
  // What was expected of the component beforehand for the year, where that is known.
  std::optional<double> expected_t_co2eq(const std::string& component, CalendarYear year) const;
  // Whether the programme's policy takes something off: then what is claimed stands beside the
  // reductions.
  bool deducts() const;
};

// The report as a self-contained page: reductions against what was expected, charts, what was
// measured and what was not, data quality, SDG indicators, and an examiner's likely questions.
std::string monitoring_html(const MonitoringReport& report, ReportLanguage language);

}  // namespace openitmo::files
