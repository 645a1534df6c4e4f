#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/quantified.h"
#include "files/verification/worksheet.h"
#include "mrv/verification/assessment.h"

// What the verifier's bench stands on: one component in one monitoring report, quantified.
namespace openitmo::cli {

struct Bench {
  const registry::ProgrammeComponent& component;
  registry::ComponentResult result;
  mrv::MonitoringData data;  // of the report

  mrv::verification::Subject subject(mrv::Material material) const {
    return {component.plan, data, result.quantification.period, material};
  }
};

// Nothing where the component cannot be quantified, which is said on standard error. Throws
// files::FileError where component and report do not name one result.
std::optional<Bench> open_bench(const Terminal& terminal, const registry::Programme& programme,
                                const std::string& component, const std::string& report);

// The programme's own threshold, else the CDM's.
mrv::verification::Materiality materiality_of(const registry::Programme& programme,
                                              const Bench& bench);

// The worksheet of a sample, with the scans that lie in the programme folder `root`.
files::Worksheet drawn_worksheet(const registry::Programme& programme,
                                 const std::filesystem::path& root, const Bench& bench,
                                 const files::SampleHead& head);

}  // namespace openitmo::cli
