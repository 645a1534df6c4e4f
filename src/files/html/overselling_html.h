#pragma once

#include <string>
#include <string_view>

#include "accounting/overselling.h"
#include "quantity/language.h"

namespace openitmo::files {

// The overselling view as a page: margin by stage, how likely the NDC is met against what is
// authorized further, what makes it uncertain, and every figure with its source or entries.
std::string overselling_html(const accounting::OversellingView& view,
                             const accounting::OversellingRequest& request,
                             std::string_view demonstration_line, Language language);

}  // namespace openitmo::files
