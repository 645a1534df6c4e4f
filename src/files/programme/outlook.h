#pragma once

#include <filesystem>

#include "accounting/outlook.h"
#include "files/problem.h"

namespace openitmo::files {

// Reads what a Party expects of its emissions and of deliveries; docs/formats/outlook.md explains
// the file.
Read<accounting::Outlook> load_outlook(const std::filesystem::path& file);

}  // namespace openitmo::files
