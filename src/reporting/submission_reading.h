#pragma once

#include <array>
#include <vector>

#include "reporting/aef_text.h"
#include "reporting/check_rules.h"
#include "reporting/submission_check.h"

// The way back from cells to data: rows of any Party's file become a submission that can be checked
// and compared. Values are taken in the spelling of any profile, dates and numbers also as text,
// and what is wrong with a cell is a finding beside that.
namespace openitmo::reporting {

struct ReadSubmission {
  AefSubmission submission;
  // Of each row of the submission, by table, the row of the file that it came from (from 0).
  std::array<std::vector<std::uint32_t>, kAefTableCount> rows;
  // Of cells (F01 to F11); places count the rows of the file.
  std::vector<Finding> findings;
  // Party, reported year and version were read. Without them it stands beside no other submission.
  bool has_key = false;
};

// Takes the rows of one file, table by table or mixed, in the order in which they stand there.
class SubmissionReading {
 public:
  explicit SubmissionReading(AefProfile profile) : profile_(profile) {}

  // `cells` in the order of the table's fields. A row of which date, type or identifiers cannot be
  // read is left out of the submission and is a finding (F09).
  void add(AefTable table, const AefCellRow& cells);
  void set_demonstration() { read_.submission.demonstration = true; }
  // The rows came from the earlier layout, and are not held to what it has no column for. It knows
  // no versions: the submission counts as version 1.0.
  void set_layout(AefLayout layout) { read_.submission.layout = layout; }
  ReadSubmission finish();

 private:
  // Rows of one table mostly repeat each other: what a cell means, and that nothing is wrong with
  // it, is kept for the row after it.
  struct RowBefore {
    AefCellRow cells{};
    FieldSet flawless{};    // cells without a finding
    bool was_read = false;  // it is the last row of the submission's table
  };

  AefProfile profile_;
  ReadSubmission read_;
  std::array<std::uint32_t, kAefTableCount> row_count_{};
  std::array<RowBefore, kAefTableCount> before_{};
};

// The place in the file of a place in the submission that was read from it.
AefPlace place_in_file(const ReadSubmission& read, const AefPlace& place);

// Everything that can be said of one file: findings of cells and of rows, by place. What a row
// lacks because its cell could not be read is said once.
std::vector<Finding> check_read(const ReadSubmission& read);

}  // namespace openitmo::reporting
