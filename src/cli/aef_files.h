#pragma once

#include <filesystem>
#include <string>

#include "files/aef/read_aef.h"

// Writing and reading single AEF files by their ending.
namespace openitmo::cli {

// Cells of `profile` as .xlsx, .csv or .json, as the ending of the path says. Throws
// files::FileError, also for another ending, and for a workbook in a profile that has none.
void write_aef(const reporting::AefCells& cells, reporting::AefProfile profile,
               const std::filesystem::path& path);

// The file with its cells. Throws files::FileError with the first thing that is wrong.
files::AefFile read_aef_file(const std::string& path);

}  // namespace openitmo::cli
