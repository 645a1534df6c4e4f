#include <algorithm>

#include "files/html/monitoring_html.h"
#include "reporting/aef_text.h"

namespace openitmo::files {

std::string MonitoringReport::component_name(const std::string& id,
                                             const ReportSpeech& speech) const {
  for (const registry::ProgrammeComponent& component : programme.components)
    if (component.id == id && !component.name.empty()) return speech.say(component.name);
  return id;
}

std::string MonitoringReport::demonstration_line() const {
  return programme.demonstration ? std::string(reporting::kDemonstrationLine) : std::string();
}

std::optional<double> MonitoringReport::expected_t_co2eq(const std::string& component,
                                                         CalendarYear year) const {
  for (const registry::ProgrammeComponent& known : programme.components)
    if (known.id == component)
      if (const auto found = known.expected_t_co2eq.find(year);
          found != known.expected_t_co2eq.end())
        return static_cast<double>(found->second.value());
  return std::nullopt;
}

bool MonitoringReport::deducts() const {
  return std::ranges::any_of(results, [](const registry::ComponentResult* result) {
    return result->quantification.deduction_policy.has_value();
  });
}

}  // namespace openitmo::files
