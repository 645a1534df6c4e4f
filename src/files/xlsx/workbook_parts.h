#pragma once

#include <string>
#include <vector>

#include "files/xlsx/number_format.h"
#include "files/xlsx/package.h"
#include "files/xlsx/reader.h"

// The parts of a workbook that are read before its sheets.
namespace openitmo::files {

struct XlsxBook::Contents {
  Contents(std::string_view bytes, XlsxLimits limits) : package(bytes, limits) {}

  Package package;
  std::vector<XlsxSheetInfo> sheets;
  DateSystem date_system = DateSystem::from_1900;
  std::vector<std::string> shared_texts;
  std::vector<bool> style_is_date;  // by the index that cells give as "s"
  std::vector<bool> style_is_percent;
};

// Fills everything but the package. Empty, or what is wrong.
Text read_workbook_parts(XlsxBook::Contents& contents);

}  // namespace openitmo::files
