#pragma once

#include <string>
#include <vector>

#include "ledger/reviews.h"
#include "reporting/review_case.h"

// The log of a review held against the journal, which names the same report, recommendations and
// day. Reports show the words of the log for what the journal recorded, so both must be one.
namespace openitmo::reporting {

enum class LogDifferenceKind : std::uint8_t {
  only_in_log,      // a recommendation that the journal's report has not
  only_in_journal,  // the other way round
  paragraph,        // of a recommendation
  published,        // the day; the log may give none
  final_report,     // SHA-256, where the log names the file
};

struct LogDifference {
  LogDifferenceKind kind = LogDifferenceKind::only_in_log;
  std::string recommendation{};
  std::string in_log{};      // empty: nothing
  std::string in_journal{};  // the same
  std::uint64_t entry = 0;   // that recorded the report
};

// Nothing before the journal has the report, or where it was published after `today`.
std::vector<LogDifference> log_differences(const ReviewCase& review, const ledger::Reviews& journal,
                                           Date today);

ReportText difference_text(const LogDifference& difference);

}  // namespace openitmo::reporting

namespace openitmo {
template <>
struct EnumNames<reporting::LogDifferenceKind> {
  static constexpr std::array<std::string_view, 5> names{"only_in_log", "only_in_journal",
                                                         "paragraph", "published", "final_report"};
};
}  // namespace openitmo
