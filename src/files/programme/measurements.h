#pragma once

#include "files/toml/document.h"
#include "mrv/component_plan.h"
#include "mrv/monitoring_data.h"

namespace openitmo::files {

// [[meter]] of a component: id, what it counts, digits or rollover, highest_per_day, multiplier.
// docs/formats/monitoring-files.md explains the keys.
std::vector<mrv::Meter> read_meter_plans(const TomlTable& root);

// [[laboratory]] and [[analysis]] of a component; no results.
mrv::LaboratoryRecord read_laboratory_plan(const TomlTable& root);

// [sampling] of a component: which precision samples must reach, and what counts where they do not.
mrv::SamplingPlan read_sampling_plan(const TomlTable& root);

}  // namespace openitmo::files
