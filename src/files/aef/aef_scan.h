#pragma once

#include <set>
#include <string>

#include "files/aef/aef_columns.h"
#include "files/aef/old_columns.h"
#include "files/aef/read_aef.h"

namespace openitmo::files {

// Finds the tables in the rows of a workbook or a text file and reads them on the way.
class AefScan {
 public:
  AefScan(AefFile& file, const ReadAefOptions& options);

  // Rows of the next sheet follow; a text file has one, without a name.
  void begin_sheet(const std::string& name);
  void row(std::uint32_t number, std::span<const Cell> cells);
  // One row under known columns: what JSON has.
  void begin_table(reporting::AefTable table, reporting::AefProfile profile);
  void data(std::uint32_t number, const reporting::AefCellRow& cells);
  void set_demonstration();
  // Problems where the file has no table of the format.
  Problems finish();

 private:
  bool label_and_value(std::uint32_t number, std::span<const Cell> cells);
  void begin_rows(const AefHeader& header, std::uint32_t number, std::span<const Cell> cells);
  void note_columns(const AefHeader& header, std::uint32_t number, std::span<const Cell> cells);
  void data_row(std::uint32_t number, std::span<const Cell> cells);
  void note_gap(std::uint32_t number);
  void note_name();
  void note(std::uint32_t row, Text what, Text remedy);
  void add(reporting::AefTable table, const reporting::AefCellRow& cells);
  void flush_labels();
  void begin_old_rows(OldHeader header, std::uint32_t number);
  void old_row(std::uint32_t number, std::span<const Cell> cells);
  void old_authorization(std::uint32_t number, const reporting::OldRow& row);
  void finish_old_layout();
  reporting::AefCell cell_of(const Cell& cell, const reporting::AefField& field) const;
  void take(const Cell& cell, const reporting::AefField& field, reporting::AefCell& into) const;
  AefTablePlace& place(reporting::AefTable table) {
    return file_.tables[static_cast<std::size_t>(table)];
  }

  AefFile& file_;
  ReadAefOptions options_;
  std::optional<reporting::SubmissionReading> reading_;
  std::string sheet_;
  bool skips_sheet_ = false;
  bool demonstration_ = false;
  std::optional<reporting::AefTable> announced_;
  std::optional<AefHeader> header_;
  std::optional<OldHeader> old_header_;   // in place of it
  RowsAbove above_;                       // while neither is known
  std::set<std::string> authorizations_;  // that rows of the earlier layout repeated
  std::set<reporting::OldField> lost_;    // that held something
  reporting::AefTable table_ = reporting::AefTable::submission;  // that rows of data belong to
  reporting::AefCellRow row_;       // of data; its texts keep their room from row to row
  std::uint32_t last_row_ = 0;      // of data, in this table
  reporting::AefCellRow labelled_;  // Table 1 with labels below each other
};

}  // namespace openitmo::files
