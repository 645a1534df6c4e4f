#pragma once

#include <filesystem>

#include "files/problem.h"
#include "reporting/statements.h"

namespace openitmo::files {

// Where the statements of a Party lie in a programme folder: parties/SEN/statements.toml.
std::string statements_path(PartyId party);

// Reads what a Party states in its own words, what its components expect (docs/reports.md), and the
// logs of its reviews. The paragraphs are those of the outlines; another one is a problem.
Read<reporting::Statements> read_statements(const std::filesystem::path& programme_folder,
                                            PartyId party);

}  // namespace openitmo::files
