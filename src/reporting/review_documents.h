#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reporting/report_parts.h"
#include "reporting/review_case.h"

// Pages about a review, as documents: its case, and the cover of the package that reviewers get.
namespace openitmo::reporting {

// What a draft of a review report recommends is for the Party and the team until it is published.
enum class CaseReaders : std::uint8_t { party_and_team, everybody };
bool shows_recommendations(const ReportInputs& in, const std::string& review, CaseReaders readers);

// Where a review stands on the day of the inputs: what is reviewed, its calendar with what is late,
// questions and answers, recommendations and what became of them, and those of earlier reviews that
// it would repeat.
// What the log notes of later days is not there; where it differs from the journal, it says so.
OfficialDocument review_case_document(const ReportInputs& in, const ReviewCase& review,
                                      CaseReaders readers = CaseReaders::party_and_team);

// A report made again from the journal as it was when it was submitted.
struct MadeAgain {
  ReportLanguage language = ReportLanguage::en;
  std::string path;  // in the package
  std::string sha256;
  bool is_submitted = false;  // it has the hash that the journal names
  std::size_t missing = 0;    // parts: a draft
};

// Why the file that was sent is not in a package for everybody.
enum class LeftOut : std::uint8_t {
  confidential_version,  // its hash is that of the report with the confidential texts
  not_known_public,      // it cannot be made again, and the Party has confidential texts
};

struct PackagedReport {
  ledger::SubmittedReport submitted;
  std::string submitted_file;  // in the package; empty where no file of its hash was found
  std::vector<MadeAgain> made;
  std::optional<LeftOut> left_out{};
};

// The last submission of a year: what the Article 6 database said of it, and what the same checks
// find here.
struct PackagedCheck {
  ledger::Recorded<ledger::SubmitAef> sent;
  std::optional<ledger::Recorded<ledger::RecordCheckResult>> result;
  std::vector<std::string> findings;  // codes of rules, each once
};

// A statement or answer that is withheld from the public, with the basis (2/CMA.3 annex para 24).
struct WithheldText {
  std::string paragraph;
  CooperativeApproachId approach;
  ReportText basis;
};

struct ReviewPackage {
  std::string origin;  // of the checkpoint
  std::uint64_t tree_size = 0;
  std::string root_sha256;
  std::vector<PackagedReport> reports;
  std::vector<PackagedCheck> checks;
  std::vector<WithheldText> withheld;
};

// Texts that the Party marks as confidential.
std::vector<WithheldText> withheld_texts(const Statements& statements);

// From where a reviewer starts: what was submitted, what the checks say, what is open, what is
// withheld, and how any number is traced.
OfficialDocument review_package_document(const ReportInputs& in, const ReviewPackage& package);

// Reports of the Party that no review report names.
std::vector<const ledger::SubmittedReport*> not_reviewed(const ReportInputs& in);
// Approach or years of a report.
ReportText subject_text(const ledger::SubmittedReport& report);
DataTable submission_table(const std::vector<const ledger::SubmittedReport*>& reports);

}  // namespace openitmo::reporting

template <>
struct openitmo::EnumNames<openitmo::reporting::LeftOut> {
  static constexpr std::array<std::string_view, 2> names{"confidential_version",
                                                         "not_known_public"};
};
