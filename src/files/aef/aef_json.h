#pragma once

#include <string>

#include "files/aef/aef_scan.h"

// A submission as JSON, for programs: one object with a member for each table, named as the five
// interfaces of CAD Trust v2 are, Table 1 an object and the others lists of objects. Keys are the
// names of the profile, empty cells are left out.
namespace openitmo::files {

std::string aef_json(const reporting::AefRows& rows, reporting::AefProfile profile);

// Problems: text that is no JSON, with line and column; a member that is no table or no row.
Problems read_aef_json(const Source& source, AefScan& scan);

}  // namespace openitmo::files
