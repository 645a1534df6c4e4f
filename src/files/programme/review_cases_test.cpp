#include "files/programme/review_cases.h"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

#include "files/programme/statements.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// The example of docs/formats/review-log.md.
std::string example() {
  std::ifstream file(OPENITMO_SOURCE_DIR "/docs/formats/review-log.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string page = text.str();
  const std::size_t start = page.find("```toml\n") + 8;
  return page.substr(start, page.find("```", start) - start);
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = example();
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

class ReviewLog : public ::testing::Test {
 protected:
  ReviewLog() : folder_(temporary_folder() / "review-log") {
    std::filesystem::remove_all(folder_);
    write("parties/SEN/statements.toml", "party = \"SEN\"\n");
    write("documents/survey.md", "survey\n");
    write("documents/draft.md", "draft\n");
    write("documents/final.md", "final\n");
  }
  void write(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path) << text;
  }
  Read<reporting::Statements> read(const std::string& text) const {
    write("parties/SEN/reviews/a.toml", text);
    return read_statements(folder_, *PartyId::parse("SEN"));
  }
  std::string problems(const std::string& text, Language language = Language::en) const {
    const auto read_there = read(text);
    return read_there ? "" : read_there.error().to_text(language);
  }
  std::filesystem::path folder_;
};

TEST_F(ReviewLog, TheExampleOfThePageIsRead) {
  const auto statements = read(example());
  ASSERT_TRUE(statements) << statements.error().to_text(Language::en);
  ASSERT_EQ(statements->reviews.size(), 1U);
  const reporting::ReviewCase& review = statements->reviews[0];
  EXPECT_EQ(review.review, "SEN-TER-2026");
  EXPECT_EQ(review.form, reporting::ReviewForm::desk);
  EXPECT_EQ(review.days.week, Date(2026, 6, 8));
  EXPECT_EQ(review.draft.reference, "DRAFT");
  ASSERT_EQ(review.questions.size(), 2U);
  EXPECT_EQ(review.questions[0].approach.view(), "CA9999");
  EXPECT_EQ(review.questions[0].answer->evidence.reference, "SURVEY");
  EXPECT_FALSE(review.questions[1].answer->confidential.empty());
  ASSERT_EQ(review.recommendations.size(), 2U);
  EXPECT_TRUE(review.recommendations[0].response->done);
  EXPECT_FALSE(review.recommendations[1].response);
  EXPECT_EQ(statements->review_of("SEN-TER-2026"), &review);
  EXPECT_EQ(statements->review_of("OTHER"), nullptr);
}

TEST_F(ReviewLog, ReviewsComeInTheOrderOfTheirWeeks) {
  std::string later = changed("week = 2026-06-08", "week = 2028-06-05");
  const std::string code = "\"SEN-TER-2026\"";
  later.replace(later.find(code), code.size(), "\"SEN-TER-2028\"");
  write("parties/SEN/reviews/0-later.toml", later);
  const auto statements = read(example());
  ASSERT_TRUE(statements) << statements.error().to_text(Language::en);
  ASSERT_EQ(statements->reviews.size(), 2U);
  EXPECT_EQ(statements->reviews[0].review, "SEN-TER-2026");
  EXPECT_EQ(statements->reviews[1].review, "SEN-TER-2028");
}

TEST_F(ReviewLog, MistakesAreNamedWithFileAndLine) {
  EXPECT_THAT(problems(changed("party = \"SEN\"", "party = \"CHE\"")),
              AllOf(HasSubstr("parties/SEN/reviews/a.toml:1"), HasSubstr("another Party's")));
  EXPECT_THAT(problems(changed("form = \"desk\"", "form = \"virtual\"")),
              HasSubstr("desk, centralized"));
  EXPECT_THAT(problems(changed("form = \"desk\"",
                               "form = \"desk\"\ncentralized_because = [\"first_btr\"]")),
              HasSubstr("annex II para 17"));
  EXPECT_THAT(problems(changed("form = \"desk\"",
                               "form = \"centralized\"\ncentralized_because = [\"cheaper\"]")),
              HasSubstr("\"cheaper\" is no reason"));
  EXPECT_THAT(problems(changed("paragraph = \"18(g)\"", "paragraph = \"18(z)\"")),
              HasSubstr("18(z)"));
  EXPECT_THAT(problems(changed("asked = 2026-05-04", "asked = 2026-07-11")),
              HasSubstr("it is after published, 2026-07-10"));
  EXPECT_THAT(problems(changed("given = 2026-05-28", "given = 2026-05-03")),
              HasSubstr("it is before asked, 2026-05-04"));
  EXPECT_THAT(
      problems(changed("comments_sent = 2026-06-24", "comments_sent = 2026-06-10"), Language::fr),
      HasSubstr("il est avant draft_received, 2026-06-11"));
  EXPECT_THAT(problems(changed("id = \"Q2\"", "id = \"Q1\"")), HasSubstr("Q1 stands there twice"));
  EXPECT_THAT(problems(changed("id = \"SEN-2026-2\"", "id = \"SEN-2026-1\"")),
              HasSubstr("SEN-2026-1 stands there twice"));
  EXPECT_THAT(problems(changed("done = true", "significant = true")),
              AllOf(HasSubstr("done"), HasSubstr("significant")));
  EXPECT_THAT(problems(changed("documents/survey.md", "documents/none.md")),
              HasSubstr("documents/none.md"));
}

TEST_F(ReviewLog, FiguresAreReviewedAsWell) {
  for (const char* paragraph :
       {"20", "20(a)", "20(b)", "23", "23(a)", "23(j)", "23(k)(ii)", "23(l)", "18/CMA.1, 64(a)"})
    EXPECT_EQ(problems(changed("18(i)(iii)", paragraph)), "") << paragraph;
  const std::string refused = problems(changed("18(i)(iii)", "23(m)"));
  EXPECT_THAT(refused, AllOf(HasSubstr("\"18/CMA.1, 64(a)\", "), HasSubstr("\"23(l)\"")));
  const std::string first = "\"23(j)\"";
  EXPECT_EQ(refused.find(first), refused.rfind(first));
}

TEST_F(ReviewLog, TwoFilesAboutOneReviewAreRefused) {
  write("parties/SEN/reviews/b.toml", example());
  EXPECT_THAT(problems(example()), HasSubstr("another file has review SEN-TER-2026"));
}

}  // namespace
}  // namespace openitmo::files
