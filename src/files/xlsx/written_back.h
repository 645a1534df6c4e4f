#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "files/source.h"

// libxlsxwriter does not check every write to its temporary files; a disk that was full for a
// moment leaves a workbook with rows missing and no error.
namespace openitmo::files {

struct WrittenSheet {
  std::string name;
  std::size_t values = 0;  // cells that are not empty
};

// Reads a finished workbook and counts what stands in each sheet. `path` is what errors name.
// Throws FileError where it cannot be read, or has other sheets or another number of values.
void read_back(const Source& workbook, const std::string& path,
               const std::vector<WrittenSheet>& sheets);

// The same for a streamed workbook by its tags alone, in the time of unpacking it.
void count_back(const Source& workbook, const std::string& path,
                const std::vector<WrittenSheet>& sheets);

}  // namespace openitmo::files
