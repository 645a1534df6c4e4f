#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "review_fixture.h"

// The review of the demonstration's host, from its log to the answer in regular information.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(Review, TheCaseSaysWhatIsLateAndWhatIsOwed) {
  const auto good =
      with_statements("review-case", "--date 2026-11-23 --language es -o " + at("case.html"));
  EXPECT_EQ(good.code, 0) << good.output;
  EXPECT_THAT(good.output, AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("SEN-TER-2026"),
                                 HasSubstr("2026-01-19"), Not(HasSubstr("LATE"))));
  EXPECT_THAT(
      read_file(at("case.html")),
      AllOf(HasSubstr("<html lang=\"es\">"), HasSubstr("Calendario"),
            HasSubstr("Secreto comercial"), Not(HasSubstr("31 EUR")), Not(HasSubstr("BORRADOR"))));
  const std::size_t first = log_.find("[question.answer]");
  const std::size_t second = log_.find("[[question]]", first);
  write_log(log_.substr(0, first) + log_.substr(second));
  const auto owed = with_statements("review-case", "--date 2026-11-23 --lang fr");
  EXPECT_EQ(owed.code, 1) << owed.output;
  EXPECT_THAT(owed.output, AllOf(HasSubstr("EN RETARD"), HasSubstr("Q1 sur 18(g)"),
                                 HasSubstr("dont 2 avec réponse")));
  const auto json = with_statements("review-case", "--date 2026-11-23 --json");
  EXPECT_THAT(json.output, AllOf(HasSubstr(R"("step":"answers","state":"overdue")"),
                                 HasSubstr(R"("demonstration":true)")));
}

// On 2026-03-17 nothing was drafted, and the question of that day had no answer yet.
TEST_F(Review, TheDateFreezesTheLog) {
  const auto then =
      with_statements("review-case", "--date 2026-03-17 --at-entry 60 -o " + at("case.html"));
  EXPECT_EQ(then.code, 0) << then.output;
  EXPECT_THAT(then.output, AllOf(HasSubstr("Questions: 3, of which 2 are answered"),
                                 HasSubstr("Q3 on 18(i)(iii)"), Not(HasSubstr("2026-03-20"))));
  EXPECT_THAT(read_file(at("case.html")),
              AllOf(HasSubstr("not answered"), HasSubstr("No recommendation is noted"),
                    Not(HasSubstr("once for each monitoring report"))));
  const auto late = with_statements("review-case", "--date 2026-03-23 --json");
  EXPECT_THAT(late.output, HasSubstr(R"("step":"comments","state":"open")"));
}

TEST_F(Review, ALogThatDiffersFromTheJournalIsTold) {
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string text = log_;
    const std::size_t found = text.rfind(from);
    EXPECT_NE(found, std::string::npos) << from;
    write_log(text.replace(found, from.size(), to));
    return with_statements("review-case", "--date 2026-11-23 -o " + at("case.html"));
  };
  const auto renamed = changed("SEN-2026-2", "SEN-2026-3");
  EXPECT_EQ(renamed.code, 1) << renamed.output;
  EXPECT_THAT(
      renamed.output,
      AllOf(HasSubstr("Recommendation SEN-2026-3 on paragraph 18(i)(iii) stands in the log"),
            HasSubstr("Recommendation SEN-2026-2 on paragraph 18(i)(iii) stands in the "
                      "journal")));
  EXPECT_THAT(read_file(at("case.html")),
              AllOf(HasSubstr("LOG AND JOURNAL DIFFER: Recommendation SEN-2026-3"),
                    HasSubstr("not there"), Not(HasSubstr("not published yet"))));
  EXPECT_THAT(changed("published = 2026-04-24", "published = 2026-04-25").output,
              HasSubstr("2026-04-25 in the log, 2026-04-24 in the journal"));
  const auto other = changed("sen-review-report.md", "sen-review-draft.md");
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.output, HasSubstr("The final report of the log has SHA-256"));
  EXPECT_THAT(with_statements("review-case", "--date 2026-11-23 --json --lang fr").output,
              HasSubstr(R"("differences":[{"what":"final_report")"));
}

// The Party is given up to two weeks for comments, and need not use them.
TEST_F(Review, AReviewWithoutCommentsIsNotLate) {
  std::string text = log_;
  const std::string comments = "comments_sent = 2026-04-02\n";
  ASSERT_NE(text.find(comments), std::string::npos);
  write_log(text.replace(text.find(comments), comments.size(), ""));
  const auto done = with_statements("review-case", "--date 2026-11-23 --lang fr");
  EXPECT_EQ(done.code, 0) << done.output;
  EXPECT_THAT(done.output, AllOf(HasSubstr("non utilisé"), Not(HasSubstr("EN RETARD"))));
}

TEST_F(Review, ConfidentialTextsAreMarkedAndReadByTheirOwnerAlone) {
  const auto page = [&](const std::string& more) {
    with_statements("review-case", more + " -o " + at("case.html"));
    return read_file(at("case.html"));
  };
  EXPECT_THAT(page("--with-confidential"),
              HasSubstr("Confidential (Commercial secret of the operator): That of the operator"));
  EXPECT_TRUE(is_for_owner_alone("case.html"));
  EXPECT_THAT(page("--with-confidential --language fr"),
              HasSubstr("Confidentiel (Secret des affaires de l&#39;exploitant)"));
  EXPECT_THAT(page(""), HasSubstr("Confidential; basis: Commercial secret"));
  EXPECT_FALSE(is_for_owner_alone("case.html"));
}

// 4/CMA.6 paras 43-44: from the published report to the answer in regular information.
TEST_F(Review, RecommendationsAreFollowedUntilTheyAreAnswered) {
  write_log(log_.substr(0, log_.rfind("[recommendation.response]")));
  const auto draft = draw_regular();
  EXPECT_EQ(draft.code, 1) << draft.output;
  EXPECT_THAT(draft.output,
              AllOf(HasSubstr("4/CMA.6, 43-44: la réponse à la recommandation SEN-2026-2"),
                    Not(HasSubstr("SEN-2026-1"))));
  EXPECT_THAT(read_file(at("regular.html")), HasSubstr("le dit maintenant."));
  write_log(log_);
  const auto complete = draw_regular();
  ASSERT_EQ(complete.code, 0) << complete.output;
  EXPECT_THAT(complete.output, AllOf(HasSubstr("itmo act submit_regular_information"),
                                     HasSubstr("--first-year 2024 --last-year 2025")));
  const auto sent = send_regular();
  act("answer_recommendation",
      fmt::format("--recommendation SEN-2026-1 --answer done --submission-entry {}", sent));
  const auto passed_over = with_statements("review-case", "");
  EXPECT_EQ(passed_over.code, 1);
  EXPECT_THAT(passed_over.output,
              AllOf(HasSubstr("SEN-2026-1 (SEN-TER-2026, para. 18(h)(i), entry 98): done"),
                    HasSubstr("NOT ANSWERED"), HasSubstr("the next review repeats it")));
  act("answer_recommendation",
      fmt::format("--recommendation SEN-2026-2 --answer not_done --submission-entry {}", sent));
  EXPECT_EQ(with_statements("review-case", "").code, 0);
  // What was sent is what the journal makes again.
  ASSERT_EQ(with_statements("review-package",
                            "--submitted-is-public 18 --language fr -o " + at("package"))
                .code,
            0);
  EXPECT_THAT(read_file(at("package/manifest.json")),
              AllOf(HasSubstr(fmt::format("regular_information_{}.fr.html", sent)),
                    HasSubstr("\"is_submitted\": true"), HasSubstr("\"state\": \"not_done\"")));
  // A later review repeats what was not done.
  act("record_review_report",
      fmt::format("--review SEN-TER-2028 --report SEN-TER-2028={}/evidence/documents/"
                  "sen-review-report.md --reviewed {} --recommendations \"SEN-2026-2/{}/22(h)\"",
                  demo_.string(), sent, sent));
  EXPECT_THAT(with_statements("review-case", "").output,
              HasSubstr("SEN-2026-2 (SEN-TER-2028, para. 22(h), entry"));
  EXPECT_EQ(draw_regular().code, 1);
  EXPECT_EQ(itmo(fmt::format("verify {}/SEN01.itmo", demo_.string())).code, 0);
}

TEST_F(Review, WhatIsNotThereIsNamed) {
  const auto unknown = with_statements("review-case", "--review OTHER");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output, HasSubstr("name one of SEN-TER-2026"));
  std::filesystem::remove(demo_ / kLog);
  EXPECT_THAT(with_statements("review-case", "").output,
              HasSubstr("write one into parties/SEN/reviews"));
  std::filesystem::remove(demo_ / "evidence/documents/sen-initial-report.md");
  const auto unseen = with_statements("review-package", "-o " + at("package"));
  EXPECT_EQ(unseen.code, 1);
  EXPECT_THAT(unseen.output, AllOf(HasSubstr("the file that was sent is not there"),
                                   HasSubstr("--submitted FILE")));
  write_file(demo_ / "other.md", "other");
  const auto other =
      with_statements("review-package", "--submitted " + at("other.md") + " -o " + at("package"));
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.output, HasSubstr("no report of the Party was recorded with its SHA-256"));
}

}  // namespace
}  // namespace openitmo::testing
