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

TEST(ReviewCalendar, AQuestionOfTheWeekDoesNotMoveTheDayOfEarlierOnes) {
  ReviewCase review = on_time();
  review.questions = {asked(Date(2026, 5, 11)), asked(Date(2026, 6, 9))};
  const auto answers = [&](Date today) {
    return step(review_calendar(review, today), ReviewStep::answers);
  };
  EXPECT_EQ(answers(Date(2026, 6, 7)).state, ReviewStepState::open);
  EXPECT_EQ(answers(kWeek).due, Date(2026, 6, 7));
  EXPECT_EQ(answers(kWeek).state, ReviewStepState::overdue);
  // What was late stays so, and of the other nothing is owed before the end of the week.
  review.questions[0] = asked(Date(2026, 5, 11), kWeek);
  EXPECT_EQ(answers(Date(2026, 6, 14)).due, Date(2026, 6, 14));
  EXPECT_EQ(answers(Date(2026, 6, 14)).state, ReviewStepState::open);
  EXPECT_EQ(answers(Date(2026, 6, 15)).state, ReviewStepState::overdue);
  review.questions[1] = asked(Date(2026, 6, 9), Date(2026, 6, 14));
  EXPECT_EQ(answers(Date(2026, 6, 15)).due, Date(2026, 6, 7));
  EXPECT_EQ(answers(Date(2026, 6, 15)).state, ReviewStepState::done_late);
  review.questions[0] = asked(Date(2026, 5, 11), Date(2026, 6, 7));
  EXPECT_EQ(answers(Date(2026, 6, 15)).due, Date(2026, 6, 14));
  EXPECT_EQ(answers(Date(2026, 6, 15)).state, ReviewStepState::done);
}

TEST(ReviewCalendar, AQuestionAfterTheWeekHasNoDay) {
  ReviewCase review = on_time();
  review.questions = {asked(Date(2026, 6, 15))};
  EXPECT_EQ(answer_due(review, asked(Date(2026, 6, 14))), Date(2026, 6, 14));
  EXPECT_FALSE(answer_due(review, review.questions[0]));
  EXPECT_EQ(step(review_calendar(review, Date(2030, 1, 1)), ReviewStep::answers).state,
            ReviewStepState::open);
  review.questions.push_back(asked(Date(2026, 5, 11), Date(2026, 6, 1)));
  review.questions[0].answer = ReviewAnswer{.given = Date(2026, 7, 1)};
  EXPECT_EQ(step(review_calendar(review, Date(2030, 1, 1)), ReviewStep::answers).state,
            ReviewStepState::done);
}

// The team should ask, and the Party is given up to two weeks (6/CMA.4 annex II para 21(e), (f)).
TEST(ReviewCalendar, NobodyNeedsToAskOrToComment) {
  ReviewCase review = on_time();
  review.questions.clear();
  review.days.comments_sent = std::nullopt;
  for (const ReviewStep one :
       {ReviewStep::first_question, ReviewStep::answers, ReviewStep::comments}) {
    EXPECT_EQ(step(review_calendar(review, Date(2030, 1, 1)), one).state,
              ReviewStepState::not_used);
  }
  EXPECT_FALSE(step(review_calendar(review, Date(2030, 1, 1)), ReviewStep::answers).due);
  review.days.final_report = review.days.published = std::nullopt;
  const auto comments = [&](Date today) {
    return step(review_calendar(review, today), ReviewStep::comments).state;
  };
  EXPECT_EQ(comments(Date(2026, 6, 28)), ReviewStepState::open);
  EXPECT_EQ(comments(Date(2026, 6, 29)), ReviewStepState::not_used);
  // Without a draft the team is late, and there is nothing to comment or to answer.
  review.days.draft_received = std::nullopt;
  const auto undrafted = review_calendar(review, Date(2030, 1, 1));
  EXPECT_EQ(step(undrafted, ReviewStep::draft).state, ReviewStepState::overdue);
  for (const ReviewStep one :
       {ReviewStep::first_question, ReviewStep::answers, ReviewStep::comments})
    EXPECT_EQ(step(undrafted, one).state, ReviewStepState::open);
}

TEST(ReviewCalendar, ALogIsKnownAsOfADay) {
  ReviewCase later = on_time();
  later.questions.push_back(asked(Date(2026, 6, 9), Date(2026, 6, 10)));
  later.recommendations.resize(2);
  EXPECT_EQ(known_on(later, Date(2027, 3, 1)).questions.size(), 3U);
  EXPECT_EQ(known_on(later, Date(2027, 3, 1)).days.published, Date(2027, 3, 1));
  EXPECT_TRUE(known_on(later, Date(2026, 6, 10)).questions[2].answer);
  const ReviewCase ninth = known_on(later, Date(2026, 6, 9));
  ASSERT_EQ(ninth.questions.size(), 3U);
  EXPECT_TRUE(ninth.questions[1].answer);
  EXPECT_FALSE(ninth.questions[2].answer);
  EXPECT_TRUE(ninth.recommendations.empty());
  EXPECT_TRUE(ninth.days.team_composed);
  for (const auto& day : {ninth.days.draft_received, ninth.days.comments_sent,
                          ninth.days.final_report, ninth.days.published})
    EXPECT_FALSE(day);
  EXPECT_EQ(ninth.days.btr_week, later.days.btr_week);
  EXPECT_EQ(known_on(later, Date(2026, 6, 14)).recommendations.size(), 2U);
  EXPECT_TRUE(known_on(later, Date(2026, 4, 12)).questions.empty());
  EXPECT_FALSE(known_on(later, Date(2026, 4, 12)).days.dates_agreed);
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
