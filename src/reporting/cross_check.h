#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "reporting/aef.h"
#include "reporting/check_rules.h"

// What the Article 6 database does with the submissions of all Parties (2/CMA.3 annex paras 32-34;
// 6/CMA.4 annex I paras 37-40; 4/CMA.6 paras 28-33): the rules of check_rules.h, within and across
// submissions.
namespace openitmo::reporting {

struct CrossCheckSettings {
  // Units sent this many days before the end of a year may arrive in the next: without the
  // receiver's next AEF the match is not available, rather than missing.
  int in_transit_days_max = 31;
};

// A mark that was reached so far, after one more finding.
CheckMark worse(CheckMark mark, FindingEffect effect);

struct SubmissionResult {
  // The result for Table 1; nothing for a version that a later one replaced: it is not checked.
  std::optional<CheckMark> mark;
  std::vector<CheckMark> action_marks;  // for each row of Table 3
};

struct CrossCheckResult {
  std::vector<Finding> findings;              // places name positions in the input
  std::vector<SubmissionResult> submissions;  // in the order of the input
};

// Calls work(0) ... work(count - 1), each once, in any order and at the same time.
using ForEachIndex =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;
void one_after_another(std::size_t count, const std::function<void(std::size_t)>& work);

// Checks the latest version for each Party and reported year against the others, and versions
// against each other. Takes n log n steps in the number of rows. An information that is missing
// because a Party's AEF is not among `submissions` gives "Null, information for check not
// available"; a contradiction between those that are there gives an inconsistency (4/CMA.6 paras
// 29, 33). Which finding is significant or persistent is for the reviewers (para 41).
CrossCheckResult cross_check(std::span<const AefSubmission> submissions,
                             const CrossCheckSettings& settings = {},
                             const ForEachIndex& for_each = one_after_another);

}  // namespace openitmo::reporting
