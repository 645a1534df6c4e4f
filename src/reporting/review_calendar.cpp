#include "reporting/review_calendar.h"

#include <algorithm>

namespace openitmo::reporting {

namespace {

constexpr int kWeek = 7;

ReviewStepState state_of(const std::optional<Date>& due, const std::optional<Date>& done,
                         Date today) {
  if (done) return due && *done > *due ? ReviewStepState::done_late : ReviewStepState::done;
  return due && today > *due ? ReviewStepState::overdue : ReviewStepState::open;
}

std::optional<Date> first_question(const ReviewCase& review) {
  std::optional<Date> first;
  for (const ReviewQuestion& question : review.questions)
    if (!first || question.asked < *first) first = question.asked;
  return first;
}

// The day of the last answer; nothing while one is owed.
std::optional<Date> all_answered(const ReviewCase& review) {
  std::optional<Date> last;
  for (const ReviewQuestion& question : review.questions) {
    if (!question.answer) return std::nullopt;
    last = std::max(last.value_or(question.answer->given), question.answer->given);
  }
  return last;
}

// Questions of the review week itself can only be answered in it.
Date answers_due(const ReviewCase& review) {
  const Date before_week = review.days.week.plus_days(-1);
  const bool asked_later = std::ranges::any_of(
      review.questions,
      [&](const ReviewQuestion& question) { return question.asked > before_week; });
  return asked_later ? last_day_of_week(review.days.week) : before_week;
}

}  // namespace

Date last_day_of_week(Date first_day) { return first_day.plus_days(kWeek - 1); }

Date reviewed_from(Date submitted, int period_months) {
  const int period = static_cast<int>(submitted.month() - 1) / period_months;
  const int next = (period + 1) * period_months;
  return {submitted.year().value() + next / 12, static_cast<unsigned>(next % 12 + 1), 1};
}

std::vector<ReviewDeadline> review_calendar(const ReviewCase& review, Date today) {
  const ReviewDays& days = review.days;
  const Date week_end = last_day_of_week(days.week);
  const Date comments_due = days.draft_received.value_or(week_end).plus_days(2 * kWeek);
  const Date final_due = days.comments_sent.value_or(comments_due).plus_days(2 * kWeek);
  std::vector<ReviewDeadline> calendar{
      {ReviewStep::dates_agreed, ReviewDuty::secretariat, days.week.plus_days(-8 * kWeek),
       days.dates_agreed},
      {ReviewStep::team_composed, ReviewDuty::secretariat, days.week.plus_days(-6 * kWeek),
       days.team_composed},
      {ReviewStep::first_question, ReviewDuty::team, days.week.plus_days(-4 * kWeek),
       first_question(review)},
      {ReviewStep::answers, ReviewDuty::party, answers_due(review), all_answered(review)},
      {ReviewStep::draft, ReviewDuty::team, week_end, days.draft_received},
      {ReviewStep::comments, ReviewDuty::party, comments_due, days.comments_sent},
      {ReviewStep::final_report, ReviewDuty::team, final_due, days.final_report},
      {ReviewStep::published, ReviewDuty::secretariat, days.btr_week, days.published}};
  for (ReviewDeadline& deadline : calendar)
    deadline.state = state_of(deadline.due, deadline.done, today);
  return calendar;
}

}  // namespace openitmo::reporting
