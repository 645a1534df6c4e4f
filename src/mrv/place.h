#pragma once

#include <cstdint>
#include <string>

namespace openitmo::mrv {

// A file of the data set. `sha256` is 64 lower-case hex digits of its bytes.
struct MonitoringFile {
  std::string path;  // relative to the programme folder
  std::string sha256;
};

// Where a row stands: index into MonitoringData::files, and the row as a person counts it (the
// first line of a text file and the first row of a sheet are 1).
struct Place {
  std::uint32_t file = 0;
  std::uint32_t row = 0;
};

}  // namespace openitmo::mrv
