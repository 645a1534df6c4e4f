#pragma once

#include <optional>
#include <vector>

#include "files/toml/document.h"
#include "mrv/uncertainty/deduction.h"
#include "registry/programme.h"

namespace openitmo::files {

// [conservative_deduction] of programme.toml: the policy for all components, listed among the
// sources of the programme. Nothing where the programme has none.
std::optional<mrv::DeductionPolicy> read_deduction(const TomlTable& root,
                                                   std::vector<registry::FigureSource>& sources);

}  // namespace openitmo::files
