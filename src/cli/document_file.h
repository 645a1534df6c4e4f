#pragma once

#include <filesystem>
#include <string>

#include "files/output.h"

namespace openitmo::cli {

// Writes a self-contained page as .html, or hands it to the program that makes of it .pdf
// (weasyprint) or .docx (pandoc). Throws files::FileError where the ending is another one, or where
// the program is not installed or fails; then nothing is left at `path`.
void write_document(const std::string& html, const std::filesystem::path& path,
                    files::Readers readers = files::Readers::by_umask);

}  // namespace openitmo::cli
