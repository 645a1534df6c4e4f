#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/problem.h"
#include "files/toml/document.h"
#include "registry/programme.h"

// What programme.toml says to its verifier.
namespace openitmo::files {

// [verification]: the programme's own materiality threshold, with its source.
std::optional<mrv::verification::Materiality> read_materiality(
    const TomlTable& root, std::vector<registry::FigureSource>& sources);

// [design]: where the programme stands as it was last validated, not opened yet.
std::optional<registry::LastDesign> read_design(const TomlTable& root);

// Problems of files in a folder of the programme, by their paths within the programme.
Problems within(const std::string& folder, const Problems& problems);

}  // namespace openitmo::files
