#pragma once

#include <filesystem>

#include "quantity/date.h"
#include "reporting/aef_text.h"

// The agreed electronic format as files. docs/formats/aef-workbook.md describes them.
namespace openitmo::files {

// Writes the seven-sheet workbook. Labels stand where the known checker looks for them; cells are
// those of reporting::render, spelled for `profile`. `created` goes into the document properties,
// so that the same submission gives the same bytes. Throws FileError; see XlsxWriter.
void write_aef_workbook(const reporting::AefSubmission& submission, reporting::AefProfile profile,
                        const std::filesystem::path& path, Instant created);

// The same of cells as they stand. `comment` goes into the document properties. A table that has
// more rows than a worksheet holds is refused before anything is written.
void write_aef_workbook(const reporting::AefRows& rows, const std::string& comment,
                        const std::filesystem::path& path, Instant created);

}  // namespace openitmo::files
