#pragma once

#include <optional>

#include "files/monitoring/read_gas_stream.h"
#include "files/programme/folder.h"
#include "files/toml/document.h"

namespace openitmo::files {

// [gas_stream] of a component: clock, interval, meters, flare, limits, calibrations.
// docs/formats/monitoring-files.md explains the keys. Nothing where a value is wrong, which is
// noted. `own` are the component's values of parameters.
std::optional<GasStream> read_gas_stream_plan(const TomlTable& root,
                                              const std::vector<mrv::ParameterOverride>& own = {});

// The files of `paths` under `key` of [monitoring], as one stream.
void read_gas_stream(const TomlTable& root, const TomlTable& monitoring, std::string_view key,
                     const std::vector<std::string>& paths,
                     const std::vector<mrv::ParameterOverride>& own, ProgrammeFolder& folder,
                     mrv::MonitoringData& data);

}  // namespace openitmo::files
