#pragma once

#include <optional>

#include "mrv/derivation.h"
#include "quantity/language.h"

namespace openitmo::mrv {

// Which column of its file a measured figure stands in, by a name that docs/formats/
// monitoring-files.md gives it; a file may write it otherwise. Net mass has two columns. Nothing
// for other figures.
std::optional<Text> measured_column(const DerivationNode& node);

}  // namespace openitmo::mrv
