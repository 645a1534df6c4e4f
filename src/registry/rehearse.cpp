#include "registry/rehearse.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::registry {

std::vector<RehearsedReport> rehearse(const Programme& programme,
                                      const std::vector<ComponentResult>& results,
                                      const std::string& report) {
  std::vector<RehearsedReport> rehearsed;
  for (const ComponentResult& result : results) {
    if (!report.empty() && result.report != report) continue;
    const auto component =
        std::ranges::find(programme.components, result.component, &ProgrammeComponent::id);
    check(component != programme.components.end(), "a result is of a component of the programme");
    mrv::Rehearsed about{.reports = {},
                         .plan = &component->plan,
                         .data = &component->data,
                         .expected_t_co2eq = component->expected_t_co2eq,
                         .names = programme.names};
    for (const ComponentResult& other : results)
      if (other.component == result.component &&
          other.quantification.period.first <= result.quantification.period.first)
        about.reports.push_back(&other.quantification);
    std::ranges::stable_sort(about.reports, {},
                             [](const mrv::Quantification* of) { return of->period.first; });
    rehearsed.push_back({result.report, result.component, mrv::questions(about)});
  }
  return rehearsed;
}

}  // namespace openitmo::registry
