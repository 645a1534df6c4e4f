#include <algorithm>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/quantified.h"
#include "files/html/monitoring_html.h"
#include "files/output.h"
#include "files/xlsx/monitoring_workbook.h"

namespace openitmo::cli {

namespace {

// Each report once, in the order of the results.
std::vector<std::string> reports_of(const std::vector<registry::ComponentResult>& results,
                                    const std::string& asked) {
  std::vector<std::string> reports;
  for (const registry::ComponentResult& result : results)
    if ((asked.empty() || result.report == asked) &&
        std::ranges::find(reports, result.report) == reports.end())
      reports.push_back(result.report);
  return reports;
}

files::MonitoringReport make(const registry::Programme& programme,
                             const std::vector<registry::ComponentResult>& results,
                             const std::string& report) {
  files::MonitoringReport made{
      .programme = programme, .report = report, .results = {}, .history = {}, .rehearsed = {}};
  for (const registry::ComponentResult& result : results)
    if (result.report == report) made.results.push_back(&result);
  const Date last = made.results.front()->quantification.period.last;
  for (const registry::ComponentResult& result : results)
    if (result.quantification.period.last <= last) made.history.push_back(&result);
  made.rehearsed = registry::rehearse(programme, results, report);
  return made;
}

}  // namespace

int report_monitoring(const MonitoringReportOptions& options) {
  Terminal terminal(options.language);
  const auto programme = read_programme(terminal, options.folder);
  if (!programme) return kCannot;
  require_report(*programme, {}, options.report);
  const auto results = quantify_reports(terminal, *programme, {});
  if (!results) return kCannot;
  const std::vector<std::string> reports = reports_of(*results, options.report);
  if (programme->demonstration) terminal.banner(terminal.say(words::kDemonstration));
  const std::filesystem::path target = options.output;
  files::OutputFolder output(target);
  for (const std::string& report : reports) {
    const files::MonitoringReport made = make(*programme, *results, report);
    for (const auto language :
         {files::ReportLanguage::en, files::ReportLanguage::fr, files::ReportLanguage::es}) {
      const std::string stem =
          fmt::format("{}.{}", report.empty() ? programme->id : report, code_of(language));
      output.write(stem + ".html", files::monitoring_html(made, language));
      files::write_monitoring_workbook(made, language, output.path_of(stem + ".xlsx"));
      terminal.line(fmt::format("  {}", (target / (stem + ".html")).string()));
      terminal.line(fmt::format("  {}", (target / (stem + ".xlsx")).string()));
    }
  }
  output.commit();
  return kDone;
}

}  // namespace openitmo::cli
