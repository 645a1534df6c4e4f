#pragma once

#include <string>

#include "files/verification/worksheet.h"

namespace openitmo::files {

// The verifier's bench as one self-contained page: each drawn ticket as it was recorded beside its
// scan, with room to write on paper. Pictures (svg, png, jpeg, gif, webp) are embedded, texts
// (txt) shown as they are; other files are named with their hash.
std::string bench_html(const Worksheet& worksheet, const Text& programme_title,
                       const Text& component_name, Language language);

}  // namespace openitmo::files
