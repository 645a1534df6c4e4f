#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/export.h"

// The lines of an exported log that are not entries, without their line ends. Reading accepts only
// what writing would have written.
namespace openitmo::journal {

std::string header_line(const ExportHeader& header);
std::optional<ExportHeader> parse_header_line(std::string_view line);

bool is_checkpoint_line(std::string_view line);
std::string checkpoint_line(std::string_view note);
std::optional<std::string> parse_checkpoint_line(std::string_view line);  // the note

bool is_end_line(std::string_view line);
std::string end_line(std::uint64_t entries, std::uint64_t checkpoints, const Hash& sha256);

// JSON text of an object on one line, as far as it shows without reading the JSON: UTF-8 between
// braces, without control characters, and no line of the other kinds.
bool may_be_entry_line(std::string_view line);

}  // namespace openitmo::journal
