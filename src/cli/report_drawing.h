#pragma once

#include <optional>
#include <string>

#include "cli/report_commands.h"
#include "cli/report_state.h"
#include "reporting/official_document.h"
#include "reporting/statements.h"
#include "reporting/table_4.h"

namespace openitmo::cli {

// Draws documents of one Party from one journal, as it is and as it was at earlier moments. Members
// throw files::FileError where the options ask for what is not there.
class ReportDrawing {
 public:
  explicit ReportDrawing(const DrawReportOptions& options);

  // False, and the problems are shown, where the statements cannot be read.
  bool read_statements();

  reporting::OfficialDocument document();
  reporting::Table4 table_4() const;
  // That regular information is about: by default the two before the year of the day.
  accounting::Period regular_years() const;
  // The approach that the options name, or the Party's only one; "APPROACH" where it has several.
  std::string approach_to_name() const;
  // Of a certificate: the file by which anybody can check it. Empty for other documents.
  const std::string& proof() const { return proof_; }

 private:
  std::unique_ptr<ReportState> state_at(std::uint64_t entry_count) const;
  reporting::ReportInputs inputs_of(const ReportState& state) const;
  const ledger::Recorded<SubmitInitialReport>* submitted(CooperativeApproachId approach) const;
  const ledger::Recorded<SubmitInitialReport>* first_submitted() const;
  CooperativeApproachId asked_approach() const;
  reporting::OfficialDocument updated_initial_report() const;
  reporting::OfficialDocument regular_information() const;
  reporting::OfficialDocument annual_information() const;
  reporting::OfficialDocument authorization() const;
  reporting::OfficialDocument certificate();

  const DrawReportOptions& options_;
  journal::LogKeys keys_;
  std::unique_ptr<ReportState> now_;
  Date date_;
  reporting::Statements statements_;
  std::string proof_;
};

}  // namespace openitmo::cli
