#pragma once

#include <optional>
#include <vector>

#include "reporting/review_case.h"

// By when each step of a review is due, counted from the review week (6/CMA.4 annex II para 21).
namespace openitmo::reporting {

enum class ReviewStep : std::uint8_t {
  dates_agreed,    // (a) eight weeks before the week
  team_composed,   // (c) six weeks before
  first_question,  // (e) preliminary questions, if any, four weeks before
  answers,         // (e) before the week; questions of the week, in it
  draft,           // (f) in the week
  comments,        // (f) if any, up to two weeks from the receipt of the draft
  final_report,    // (g) within two weeks of the comments
  published,       // (h) by the start of the Article 13 review week
};
// Whose duty a step is.
enum class ReviewDuty : std::uint8_t { party, secretariat, team };
// The team need not ask, and the Party need not comment: these are never overdue, and not used once
// the review went on without them.
enum class ReviewStepState : std::uint8_t { done, done_late, open, overdue, not_used };

struct ReviewDeadline {
  ReviewStep step = ReviewStep::dates_agreed;
  ReviewDuty duty = ReviewDuty::secretariat;
  std::optional<Date> due{};  // none where what it is counted from is not known
  std::optional<Date> done{};
  ReviewStepState state = ReviewStepState::open;
};

// The log as it was on that day: what it notes of later days is not there, nor are recommendations
// before the draft or the report in which the team made them. The two review weeks stay: they are
// planned.
ReviewCase known_on(ReviewCase review, Date day);

// In the order of the steps. A due day that is counted from a step not yet done is the latest one.
// The day of the answers is the first on which one is owed. Where all are given it is the last, or
// the first that was missed: one answer in time does not mend another that was late.
std::vector<ReviewDeadline> review_calendar(const ReviewCase& review, Date today);

// By when a question is to be answered: before the week, and one of the week in it. None for what
// is asked after the week, of which the decision says nothing.
std::optional<Date> answer_due(const ReviewCase& review, const ReviewQuestion& question);

Date last_day_of_week(Date first_day);

// The first day on which a report submitted then can be reviewed: reports of a calendar period of
// three or six months are reviewed after it (para 12).
Date reviewed_from(Date submitted, int period_months);

}  // namespace openitmo::reporting

namespace openitmo {
template <>
struct EnumNames<reporting::ReviewStep> {
  static constexpr std::array<std::string_view, 8> names{
      "dates_agreed", "team_composed", "first_question", "answers",
      "draft",        "comments",      "final_report",   "published"};
};
template <>
struct EnumNames<reporting::ReviewStepState> {
  static constexpr std::array<std::string_view, 5> names{"done", "done_late", "open", "overdue",
                                                         "not_used"};
};
}  // namespace openitmo
