#pragma once

#include <string>
#include <vector>

#include "mrv/rehearsal.h"
#include "registry/monitoring_report.h"
#include "registry/programme.h"

namespace openitmo::registry {

// The likely questions about one component in one monitoring report.
struct RehearsedReport {
  std::string report;
  std::string component;
  std::vector<mrv::Question> questions;
};

// For every result (of `report` alone where it is given), with the results of the same component
// before it as its history.
std::vector<RehearsedReport> rehearse(const Programme& programme,
                                      const std::vector<ComponentResult>& results,
                                      const std::string& report);

}  // namespace openitmo::registry
