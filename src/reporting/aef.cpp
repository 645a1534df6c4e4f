#include "reporting/aef.h"

#include <fmt/format.h>

namespace openitmo::reporting {

std::string SubmissionVersion::to_string() const { return fmt::format("{}.{}", major, minor); }

Date submission_deadline(CalendarYear reported_year) {
  return Date(reported_year.value() + 1, 4, 15);
}

std::string file_stem(const AefSubmission& submission) {
  return fmt::format("{}_{}_{}", submission.party.to_string(), submission.reported_year.value(),
                     submission.version.to_string());
}

}  // namespace openitmo::reporting
