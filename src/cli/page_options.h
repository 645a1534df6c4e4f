#pragma once

#include <string>

#include "cli/cli11.h"
#include "quantity/language.h"

// The options of subcommands that show the same answer as text, as a page or as JSON.
namespace openitmo::cli {

// "--format" and "-o".
void add_page(CLI::App& command, std::string& format, std::string& output, Language language);
// A text is shown. Throws files::FileError where it should go to a file.
void refuse_output_of_text(const std::string& format, const std::string& output);

}  // namespace openitmo::cli
