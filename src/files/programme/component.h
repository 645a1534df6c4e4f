#pragma once

#include <string>
#include <vector>

#include "files/programme/folder.h"
#include "files/programme/records.h"
#include "files/toml/document.h"
#include "registry/programme.h"

namespace openitmo::files {

// Reads a component file and the monitoring files that it names. Its [inclusion], where there is
// one, becomes a record of the file, named "component".
registry::ProgrammeComponent read_component(const TomlTable& root, const std::string& file,
                                            ProgrammeFolder& folder, std::vector<Record>& records,
                                            std::vector<registry::FigureSource>& sources);

// Refuses components that together would credit one tonne of waste twice (mrv/double_crediting.h).
void refuse_double_crediting(const TomlTable& root,
                             const std::vector<registry::ProgrammeComponent>& components);

}  // namespace openitmo::files
