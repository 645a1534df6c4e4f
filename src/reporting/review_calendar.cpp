#include "reporting/review_calendar.h"

#include <algorithm>

namespace openitmo::reporting {

namespace {

constexpr int kWeek = 7;

ReviewStepState state_of(const ReviewDeadline& deadline, Date today) {
  const auto& due = deadline.due;
  const auto& done = deadline.done;
  if (done) return due && *done > *due ? ReviewStepState::done_late : ReviewStepState::done;
  return due && today > *due ? ReviewStepState::overdue : ReviewStepState::open;
}

bool is_drafted(const ReviewDays& days) {
  return days.draft_received || days.comments_sent || days.final_report || days.published;
}

ReviewDeadline questions_step(const ReviewCase& review) {
  ReviewDeadline deadline{.step = ReviewStep::first_question,
                          .duty = ReviewDuty::team,
                          .due = review.days.week.plus_days(-4 * kWeek)};
  for (const ReviewQuestion& question : review.questions)
    if (!deadline.done || question.asked < *deadline.done) deadline.done = question.asked;
  if (deadline.done)
    deadline.state = state_of(deadline, *deadline.done);
  else if (is_drafted(review.days))
    deadline.state = ReviewStepState::not_used;
  return deadline;
}

void keep_first(std::optional<Date>& first, const std::optional<Date>& day) {
  if (day && (!first || *day < *first)) first = day;
}

// Every question is answered.
void set_answered(ReviewDeadline& deadline, const ReviewCase& review) {
  std::optional<Date> missed;
  for (const ReviewQuestion& question : review.questions) {
    const auto due = answer_due(review, question);
    const std::optional given = question.answer->given;
    deadline.due = std::max(deadline.due, due);
    deadline.done = std::max(deadline.done, given);
    if (due && given > due) keep_first(missed, due);
  }
  deadline.state = missed ? ReviewStepState::done_late : ReviewStepState::done;
  if (missed) deadline.due = missed;
}

ReviewDeadline answers_step(const ReviewCase& review, Date today) {
  ReviewDeadline deadline{.step = ReviewStep::answers, .duty = ReviewDuty::party};
  if (review.questions.empty()) {
    if (is_drafted(review.days)) deadline.state = ReviewStepState::not_used;
    return deadline;
  }
  const auto is_owed = [](const ReviewQuestion& question) { return !question.answer; };
  for (const ReviewQuestion& question : review.questions)
    if (is_owed(question)) keep_first(deadline.due, answer_due(review, question));
  if (std::ranges::any_of(review.questions, is_owed))
    deadline.state = state_of(deadline, today);
  else
    set_answered(deadline, review);
  return deadline;
}

ReviewDeadline comments_step(const ReviewDays& days, Date due, Date today) {
  ReviewDeadline deadline{.step = ReviewStep::comments,
                          .duty = ReviewDuty::party,
                          .due = due,
                          .done = days.comments_sent};
  const bool is_over = days.final_report || days.published || (days.draft_received && today > due);
  if (deadline.done)
    deadline.state = state_of(deadline, today);
  else if (is_over)
    deadline.state = ReviewStepState::not_used;
  return deadline;
}

}  // namespace

ReviewCase known_on(ReviewCase review, Date day) {
  ReviewDays& days = review.days;
  std::optional<Date> recommended;
  for (const auto& made : {days.draft_received, days.final_report, days.published})
    keep_first(recommended, made);
  if (recommended && *recommended > day) review.recommendations.clear();
  for (auto* step : {&days.dates_agreed, &days.team_composed, &days.draft_received,
                     &days.comments_sent, &days.final_report, &days.published})
    if (*step && **step > day) step->reset();
  std::erase_if(review.questions,
                [&](const ReviewQuestion& question) { return question.asked > day; });
  for (ReviewQuestion& question : review.questions)
    if (question.answer && question.answer->given > day) question.answer.reset();
  return review;
}

Date last_day_of_week(Date first_day) { return first_day.plus_days(kWeek - 1); }

std::optional<Date> answer_due(const ReviewCase& review, const ReviewQuestion& question) {
  const Date before_week = review.days.week.plus_days(-1);
  const Date week_end = last_day_of_week(review.days.week);
  if (question.asked <= before_week) return before_week;
  if (question.asked <= week_end) return week_end;
  return std::nullopt;
}

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
  const auto duty = [&](ReviewStep step, ReviewDuty whose, std::optional<Date> due,
                        std::optional<Date> done) {
    ReviewDeadline deadline{.step = step, .duty = whose, .due = due, .done = done};
    deadline.state = state_of(deadline, today);
    return deadline;
  };
  return {duty(ReviewStep::dates_agreed, ReviewDuty::secretariat, days.week.plus_days(-8 * kWeek),
               days.dates_agreed),
          duty(ReviewStep::team_composed, ReviewDuty::secretariat, days.week.plus_days(-6 * kWeek),
               days.team_composed),
          questions_step(review),
          answers_step(review, today),
          duty(ReviewStep::draft, ReviewDuty::team, week_end, days.draft_received),
          comments_step(days, comments_due, today),
          duty(ReviewStep::final_report, ReviewDuty::team, final_due, days.final_report),
          duty(ReviewStep::published, ReviewDuty::secretariat, days.btr_week, days.published)};
}

}  // namespace openitmo::reporting
