#include "reporting/review_difference.h"

#include <gmock/gmock.h>

namespace openitmo::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Date kPublished(2026, 7, 10);

ReviewedRecommendation recommendation(const std::string& id, const std::string& paragraph) {
  ReviewedRecommendation made;
  made.id = id;
  made.paragraph = paragraph;
  return made;
}

// The journal has the report with R1 and R2 in entry 7; the log agrees.
struct Agreeing {
  Agreeing() {
    review.party = *PartyId::parse("SEN");
    review.review = "TER1";
    review.days.week = Date(2026, 6, 8);
    review.days.published = kPublished;
    review.final_report.sha256 = std::string(64, 'a');
    review.recommendations = {recommendation("R1", "18(g)"), recommendation("R2", "23(f)")};
    ledger::RecordReviewReport report{.party = review.party,
                                      .review = "TER1",
                                      .report = {},
                                      .reviewed = {{1}},
                                      .recommendations = {{"R1", 1, "18(g)"}, {"R2", 1, "23(f)"}}};
    report.report.sha256 = review.final_report.sha256;
    journal.record(report, kPublished, 7);
  }
  std::vector<std::string> told(Date today = Date(2027, 1, 1)) const {
    std::vector<std::string> texts;
    for (const LogDifference& one : log_differences(review, journal, today)) {
      EXPECT_EQ(one.entry, 7U);
      texts.push_back(difference_text(one).en);
    }
    return texts;
  }
  ReviewCase review;
  ledger::Reviews journal;
};

TEST(ReviewDifference, WhatAgreesIsNotTold) {
  Agreeing one;
  EXPECT_THAT(one.told(), IsEmpty());
  // The log need not name the file.
  one.review.final_report = {};
  EXPECT_THAT(one.told(), IsEmpty());
}

TEST(ReviewDifference, BeforeItsReportNothingIsCompared) {
  Agreeing one;
  one.review.recommendations.clear();
  EXPECT_THAT(one.told(kPublished.plus_days(-1)), IsEmpty());
  EXPECT_EQ(one.told(kPublished).size(), 2U);
  one.review.review = "TER2";
  EXPECT_THAT(one.told(), IsEmpty());
}

TEST(ReviewDifference, RecommendationsOfOneSideAreTold) {
  Agreeing one;
  one.review.recommendations = {recommendation("R2", "23(g)"), recommendation("R3", "18(h)")};
  EXPECT_THAT(
      one.told(),
      ElementsAre("Recommendation R2 is on paragraph 23(g) in the log, 23(f) in the journal.",
                  "Recommendation R3 on paragraph 18(h) stands in the log, not in the journal.",
                  "Recommendation R1 on paragraph 18(g) stands in the journal, not in the log."));
}

TEST(ReviewDifference, AnotherDayOrAnotherReportIsTold) {
  Agreeing one;
  one.review.days.published = Date(2026, 7, 11);
  one.review.final_report.sha256 = "b";
  EXPECT_THAT(
      one.told(),
      ElementsAre("The day of publication is 2026-07-11 in the log, 2026-07-10 in the journal.",
                  "The final report of the log has SHA-256 b, that of the journal " +
                      std::string(64, 'a') + "."));
  one.review.days.published = std::nullopt;
  EXPECT_EQ(one.told().front(),
            "The day of publication is - in the log, 2026-07-10 in the journal.");
}

}  // namespace
}  // namespace openitmo::reporting
