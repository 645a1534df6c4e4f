#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "files/problem.h"

namespace openitmo::files {

// A file as it was read, once and whole: what is hashed is exactly what is parsed, even when
// somebody saves the file in the meantime.
struct Source {
  std::string path;  // the name to use in messages and in MonitoringFile
  std::string bytes;
};

inline constexpr std::size_t kSourceBytesMax = std::size_t{1} << 30;

// Reads `folder`/`path`. Problems: missing, not a regular file (a folder, a pipe), not readable,
// more than 1 GiB, and a `path` that leaves the folder ("../x", "/etc/x").
Read<Source> read_source(const std::filesystem::path& folder, const std::string& path);

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

// The text as UTF-8 without byte order mark. Text that is not UTF-8 is taken as Windows-1252, which
// is what a spreadsheet program writes as "CSV" in French; UTF-16 and text with zero bytes are
// refused. The view is into the source, or into `converted` where bytes had to change.
Read<std::string_view> utf8_text(const Source& source, std::string& converted);

bool is_utf8(std::string_view bytes);

}  // namespace openitmo::files
