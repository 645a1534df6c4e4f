#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "registry/programme.h"

namespace openitmo::files {

// The scan of one weighbridge ticket: a picture or a text that shows what was weighed.
struct Scan {
  std::string path;    // within the programme folder; empty where the component names none
  std::string sha256;  // of its bytes; empty where there is no such file
  std::string bytes;
};

// Scans above this are not shown on the page of the bench; their hash still counts.
inline constexpr std::size_t kShownScanBytesMax = std::size_t{8} << 20;

// Where the component says that the scan of this ticket lies. A file that cannot be read is
// missing, as is a path that would leave the folder.
Scan read_scan(const std::filesystem::path& folder, const registry::ProgrammeComponent& component,
               std::string_view ticket);

}  // namespace openitmo::files
