#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "registry/registry.h"

// Acts in a file, for recording in bulk: docs/formats/act-lines.md.
namespace openitmo::cli {

// A line, or a cell of it, that is no act.
struct WrongLine {
  std::size_t line = 0;
  std::size_t column = 0;  // of a table, from 1; 0: the line as a whole
  std::string key;         // of the field; empty: the act as a whole
  Text text;
};

// The acts with the lines they stand on, and the lines that are none.
struct ActFile {
  std::vector<registry::Request> requests;
  std::vector<std::size_t> lines;
  std::vector<WrongLine> wrong;
  // Nobody gave the acts a date: one that was recorded before keeps that of its entry.
  bool dated_today = false;
};

// Reads lines of JSON, or a table where the name ends in ".csv"; `act` is what every row of a table
// without a column "act" asks for. All acts are recorded now. A header that does not fit is one
// wrong line, and no row is read then. Throws files::FileError where the file cannot be read or is
// a workbook.
ActFile read_act_file(const std::string& path, const std::string& act, Terminal& terminal);

// SHA-256 in hex; nothing where the file cannot be read.
std::optional<std::string> hash_of_file(const std::filesystem::path& path);

// The time of recording: now, in whole seconds.
Instant recording_time();
// The day that an option names. Throws files::FileError.
Date day_from(const std::string& text);
// The same; today where the option is empty.
Date day_or_today(const std::string& text);

}  // namespace openitmo::cli
