#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "registry/monitoring_report.h"
#include "registry/programme.h"

// A programme with its components quantified, for the subcommands that look into results.
namespace openitmo::cli {

// The folder that the files of such a programme lie in: the one named, or its evidence.
std::filesystem::path programme_folder(const std::string& folder);

// The programme of a programme folder, or of the evidence in a folder that `itmo run` wrote. Where
// it cannot be read, says on standard error everything that is wrong with it. Throws
// files::FileError where there is no such folder.
std::optional<registry::Programme> read_programme(const Terminal& terminal,
                                                  const std::string& folder);

// A component over the days of one monitoring report, or over its crediting period.
struct Task {
  const registry::ProgrammeComponent* component;
  std::string report;  // empty: none
  DateRange period;
};

// Components that no monitoring report names: left out unless the programme has no report at all,
// or quantified over their crediting period.
enum class Unreported { skip, over_crediting_period };

// What is to be quantified for the component of that id (empty: all) in `report` (empty: all), in
// the order of the acts. Throws files::FileError, naming what there is, where there is nothing.
std::vector<Task> tasks_of(const registry::Programme& programme, const std::string& component,
                           const std::string& report, Unreported unreported = Unreported::skip);

// The component (of that id; all where it is empty) over the period of each monitoring report that
// names it (or of `report` alone), in the order of the acts; over its crediting period where the
// programme has none. Where something cannot be quantified, says so on standard error. Throws
// files::FileError where there is no such component or report.
std::optional<std::vector<registry::ComponentResult>> quantify_reports(
    const Terminal& terminal, const registry::Programme& programme, const std::string& component,
    const std::string& report = {});

// Throws files::FileError where the component (any, where it is empty) has no results in a
// monitoring report of that id; an empty `report` names all.
void require_report(const registry::Programme& programme, const std::string& component,
                    const std::string& report);

// The component that a result is of.
const registry::ProgrammeComponent& component_of(const registry::Programme& programme,
                                                 const registry::ComponentResult& result);

}  // namespace openitmo::cli
