#pragma once

#include <filesystem>

#include "reporting/table_4.h"

namespace openitmo::files {

// CTF Table 4 as a workbook. Rows that are sums of others (23(f), 23(h), 23(k)(i)) are live
// formulas where every term is known; NE and NA stand where a figure is not known or does not
// apply. A second sheet lists the journal entries behind each cell, a third what is assumed.
void write_table_4_workbook(const reporting::Table4& table, ReportLanguage language,
                            const std::filesystem::path& path);

}  // namespace openitmo::files
