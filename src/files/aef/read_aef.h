#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "files/problem.h"
#include "files/source.h"
#include "reporting/submission_reading.h"

// Annual information as anybody sends it: the seven-sheet workbook, other workbooks with its
// tables, the earlier format of 6/CMA.4, CSV, JSON. docs/formats/aef-workbook.md says what is
// accepted.
namespace openitmo::files {

// Where one table stands in its file.
struct AefTablePlace {
  std::string sheet;                // of a workbook
  std::vector<std::uint32_t> rows;  // row or line of each row of data, from 1
  // By number of the field less 1, from 0. Of a transposed table, the rows, from 1.
  std::vector<std::optional<std::uint32_t>> columns;
  // Of a table of the earlier layout: where its rows say what Table 2 holds, by number of its field
  // less 1; and of Table 2 itself, the table in which each of its rows stands.
  std::vector<std::optional<std::uint32_t>> authorization_columns;
  std::vector<reporting::AefTable> row_tables;
  bool found = false;
  bool transposed = false;         // Table 1 with labels below each other
  std::uint32_t value_column = 0;  // of a transposed table
};

struct AefFile {
  enum class Carrier { workbook, csv, json };

  std::string path;
  Carrier carrier = Carrier::workbook;
  reporting::AefProfile profile = reporting::AefProfile::xlsx_checker;
  reporting::AefLayout layout = reporting::AefLayout::cma6;
  std::array<AefTablePlace, reporting::kAefTableCount> tables;
  reporting::ReadSubmission read;
  // Cells as they stand, where they were asked for: writing them again loses nothing.
  std::optional<reporting::AefCells> cells;
  // What was passed over, or taken although it stands otherwise than the format says.
  Problems notices;
};

struct ReadAefOptions {
  std::optional<reporting::AefProfile> profile;  // none: told by the names of the columns
  bool keep_cells = false;
};

// Problems: what XlsxBook, CsvReader and utf8_text refuse; no table of the format in the file.
Read<AefFile> read_aef(const Source& source, const ReadAefOptions& options = {});

// Where a place of the submission stands in its file: "Table 3 Actions!I20" of a workbook,
// "Table 3, line 20, First ID" of a text, "Table 3, row 12, First ID" of JSON.
std::string place_in(const AefFile& file, const reporting::AefPlace& place, Language language);

}  // namespace openitmo::files
