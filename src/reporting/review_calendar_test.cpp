#include "reporting/review_calendar.h"

#include <gtest/gtest.h>

namespace openitmo::reporting {
namespace {

const Date kWeek(2026, 6, 8);

ReviewQuestion asked(Date day, std::optional<Date> answered = {}) {
  ReviewQuestion question;
  question.asked = day;
  if (answered) question.answer = ReviewAnswer{.given = *answered};
  return question;
}

// A review that was on time throughout.
ReviewCase on_time() {
  ReviewCase review;
  review.days = {.week = kWeek,
                 .btr_week = Date(2027, 3, 1),
                 .dates_agreed = Date(2026, 4, 13),
                 .team_composed = Date(2026, 4, 27),
                 .draft_received = Date(2026, 6, 14),
                 .comments_sent = Date(2026, 6, 28),
                 .final_report = Date(2026, 7, 12),
                 .published = Date(2027, 3, 1)};
  review.questions = {asked(Date(2026, 5, 20), Date(2026, 6, 1)),
                      asked(Date(2026, 5, 11), Date(2026, 6, 7))};
  return review;
}

const ReviewDeadline& step(const std::vector<ReviewDeadline>& calendar, ReviewStep step) {
  return calendar.at(static_cast<std::size_t>(step));
}

TEST(ReviewCalendar, TheLastDayOfEachStepIsOnTime) {
  for (const ReviewDeadline& one : review_calendar(on_time(), Date(2028, 1, 1))) {
    EXPECT_EQ(one.state, ReviewStepState::done) << static_cast<int>(one.step);
    EXPECT_EQ(one.due, one.done) << static_cast<int>(one.step);
  }
}

TEST(ReviewCalendar, ADayLaterIsLate) {
  ReviewCase review = on_time();
  for (auto* day : {&review.days.dates_agreed, &review.days.team_composed,
                    &review.days.draft_received, &review.days.published})
    *day = (*day)->plus_days(1);
  // Counted from the draft and the comments, which move as well.
  review.days.comments_sent = review.days.draft_received->plus_days(15);
  review.days.final_report = review.days.comments_sent->plus_days(15);
  review.questions = {asked(Date(2026, 5, 12), Date(2026, 6, 8))};
  for (const ReviewDeadline& one : review_calendar(review, Date(2028, 1, 1)))
    EXPECT_EQ(one.state, ReviewStepState::done_late) << static_cast<int>(one.step);
}

TEST(ReviewCalendar, WhatIsNotDoneIsOverdueAfterItsDay) {
  ReviewCase review;
  review.days.week = kWeek;
  review.questions = {asked(Date(2026, 5, 11)), asked(Date(2026, 5, 11), Date(2026, 6, 1))};
  const auto before = review_calendar(review, Date(2026, 6, 7));
  EXPECT_EQ(step(before, ReviewStep::answers).state, ReviewStepState::open);
  EXPECT_EQ(step(before, ReviewStep::team_composed).state, ReviewStepState::overdue);
  const auto after = review_calendar(review, Date(2026, 6, 8));
  EXPECT_EQ(step(after, ReviewStep::answers).state, ReviewStepState::overdue);
  EXPECT_EQ(step(after, ReviewStep::draft).state, ReviewStepState::open);
  // The latest days, as long as draft and comments are not there.
  EXPECT_EQ(step(after, ReviewStep::comments).due, Date(2026, 6, 28));
  EXPECT_EQ(step(after, ReviewStep::final_report).due, Date(2026, 7, 12));
  // Nobody knows when the Article 13 review is.
  EXPECT_FALSE(step(after, ReviewStep::published).due);
  EXPECT_EQ(step(review_calendar(review, Date(2030, 1, 1)), ReviewStep::published).state,
            ReviewStepState::open);
}

TEST(ReviewCalendar, AQuestionOfTheWeekIsAnsweredInTheWeek) {
  ReviewCase review = on_time();
  review.questions.push_back(asked(Date(2026, 6, 9)));
  EXPECT_EQ(step(review_calendar(review, kWeek), ReviewStep::answers).due, Date(2026, 6, 14));
}

// 6/CMA.4 annex II para 12.
TEST(ReviewCalendar, ReportsAreReviewedAfterTheirCalendarPeriod) {
  EXPECT_EQ(reviewed_from(Date(2026, 1, 1), 3), Date(2026, 4, 1));
  EXPECT_EQ(reviewed_from(Date(2026, 3, 31), 3), Date(2026, 4, 1));
  EXPECT_EQ(reviewed_from(Date(2026, 3, 31), 6), Date(2026, 7, 1));
  EXPECT_EQ(reviewed_from(Date(2026, 12, 31), 6), Date(2027, 1, 1));
  EXPECT_EQ(reviewed_from(Date(2026, 10, 1), 3), Date(2027, 1, 1));
}

}  // namespace
}  // namespace openitmo::reporting
