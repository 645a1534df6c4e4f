#pragma once

#include <string>

#include "files/aef/check_folder.h"

namespace openitmo::files {

// What more findings than these say is in the workbook and in JSON.
inline constexpr std::size_t kShownFindingsMax = 1'000;

// The result of checking submissions as a self-contained page: by submission, by pair of Parties,
// and each finding of a Party with its place and remedy.
std::string check_html(const CheckedFolder& checked, Language language);

}  // namespace openitmo::files
