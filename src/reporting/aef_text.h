#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "party/demonstration.h"
#include "reporting/aef.h"
#include "reporting/aef_fields.h"
#include "reporting/aef_profile.h"

// A submission as the cells that a file shows, spelled for one profile. Files are written from
// these cells, and files that are read are checked as these cells.
namespace openitmo::reporting {

struct AefCell {
  enum class Kind : std::uint8_t { empty, text, number, date };
  Kind kind = Kind::empty;
  std::string text{};        // of a text
  std::uint64_t number = 0;  // of a number
  Date date{};               // of a date
  bool operator==(const AefCell&) const = default;

  static AefCell of(std::string_view text);  // an empty text is an empty cell
  static AefCell of(std::uint64_t number);
  static AefCell of(Date date);
  // As a person reads it; dates as dd/mm/yyyy.
  std::string shown() const;
};

using AefCellRow = std::vector<AefCell>;  // one cell for each field of the table, in order

struct AefCells {
  // By AefTable. Table 1 has one row.
  std::array<std::vector<AefCellRow>, kAefTableCount> tables{};
  bool demonstration = false;
  std::vector<AefCellRow>& of(AefTable table) { return tables[static_cast<std::size_t>(table)]; }
  const std::vector<AefCellRow>& of(AefTable table) const {
    return tables[static_cast<std::size_t>(table)];
  }
};

// The rows of a submission as cells, made as they are visited: to write a million of them takes no
// more memory than to write one.
struct AefRows {
  using Visit = std::function<void(const AefCellRow&)>;

  bool demonstration = false;
  std::array<std::size_t, kAefTableCount> counts{};  // by AefTable
  std::function<void(AefTable, const Visit&)> visit;

  std::size_t count(AefTable table) const { return counts[static_cast<std::size_t>(table)]; }
  // The row of Table 1; empty if there is none.
  AefCellRow header() const;
};
AefRows rows_of(const AefCells& cells);  // which outlive it

// Printed on every output made from fictitious data.
using openitmo::kDemonstrationLine;

// Where a field does not apply the cell says NA; optional texts that are not given stay empty; so
// do the fields of the CARP, except the three of Table 1, which keep their printed words in the
// workbook. In the workbook profile a Use row shows the purpose of its authorization, because the
// known checker compares the two texts (STC02); the other profiles show the purpose of the act.
AefCells render(const AefSubmission& submission, AefProfile profile);
AefRows render_rows(const AefSubmission& submission, AefProfile profile);  // which outlives them

// The five tables in one text, one below the other: section title, blank line, header row, rows.
// RFC 4180 with commas and CRLF, UTF-8 without byte order mark. No official CSV form exists.
std::string aef_csv(const AefSubmission& submission, AefProfile profile);
std::string aef_csv(const AefRows& rows, AefProfile profile);
// The same in pieces.
void write_aef_csv(const AefRows& rows, AefProfile profile,
                   const std::function<void(std::string_view)>& write);

// What a column is called under a profile: label, technical name or machine key.
std::string_view column_name(const AefField& field, AefProfile profile);

}  // namespace openitmo::reporting
