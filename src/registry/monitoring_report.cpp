#include "registry/monitoring_report.h"

#include <algorithm>
#include <fmt/format.h>

#include "journal/hash.h"
#include "mrv/data_until.h"
#include "mrv/methodologies.h"
#include "mrv/result_json.h"
#include "mrv/shortest_decimal.h"
#include "reporting/aef_text.h"

namespace openitmo::registry {

namespace {

std::string hex_sha256(std::string_view bytes) { return journal::to_hex(journal::sha256(bytes)); }

std::string manifest_of(std::vector<mrv::MonitoringFile> files) {
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  std::string manifest;
  for (const auto& file : files) manifest += fmt::format("{}  {}\n", file.sha256, file.path);
  return manifest;
}

// The engine knows numbers, not whether anybody measured them: that is said here, as first field.
std::string labelled(std::string json, bool demonstration) {
  if (demonstration)
    json.insert(1, fmt::format("\"demonstration\":\"{}\",", reporting::kDemonstrationLine));
  return json;
}

}  // namespace

std::expected<ComponentResult, Text> quantify_component(const ProgrammeComponent& component,
                                                        const std::string& report,
                                                        const DateRange& period,
                                                        const mrv::SamplingRequest* sampling) {
  const mrv::Methodology* methodology = mrv::find_methodology(component.plan.methodology);
  if (methodology != nullptr && methodology->is_ex_ante)
    return std::unexpected(Text({"{}: {} {} is an estimate made beforehand, not a measurement\n",
                                 "{} : {} {} est une estimation préalable, non une mesure\n"},
                                component.id, methodology->name, methodology->version));
  const mrv::MonitoringData data = mrv::data_until(component.data, period.last);
  auto quantification = mrv::quantify(component.plan, data, period, sampling);
  if (!quantification) {
    Text problems;
    for (const auto& finding : quantification.error())
      problems += Text({"{}: {}\n", "{} : {}\n"}, component.id, text_of(finding, data.files));
    return std::unexpected(problems);
  }
  ComponentResult result;
  result.report = report;
  result.component = component.id;
  result.quantification = *std::move(quantification);
  result.json = labelled(mrv::result_json(result.quantification), component.demonstration);
  result.result_sha256 = hex_sha256(result.json);
  result.data_manifest = manifest_of(data.files);
  result.data_sha256 = hex_sha256(result.data_manifest);
  return result;
}

SubmitMonitoringReport monitoring_report(const Monitor& monitor,
                                         const std::vector<ComponentResult>& results) {
  SubmitMonitoringReport report{.report = monitor.report,
                                .activity = monitor.activity,
                                .period = monitor.period,
                                .engine_version = std::string(mrv::kEngineVersion),
                                .results = {},
                                .sdg_measurements = monitor.sdg_measurements,
                                .safeguards = monitor.safeguards};
  for (const ComponentResult& result : results)
    for (const mrv::YearResult& year : result.quantification.years)
      report.results.push_back({.component = result.component,
                                .vintage = year.year,
                                .emission_reductions_t_co2eq = mrv::shortest_decimal(year.claimed),
                                .emission_reductions_kg_co2eq = year.reductions,
                                .data_sha256 = result.data_sha256,
                                .result_sha256 = result.result_sha256});
  return report;
}

}  // namespace openitmo::registry
