#pragma once

#include <filesystem>

#include "files/aef/check_folder.h"

namespace openitmo::files {

// The result of checking submissions as a workbook: submissions, pairs of Parties, findings. Throws
// FileError; more findings than a sheet has rows are refused before anything is written.
void write_check_workbook(const CheckedFolder& checked, const std::filesystem::path& path,
                          Language language);

}  // namespace openitmo::files
