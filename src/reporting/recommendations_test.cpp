#include "reporting/recommendations.h"

#include <gmock/gmock.h>

#include "reporting/report_world_test.h"
#include "reporting/review_documents.h"

namespace openitmo::reporting {
namespace {

using fixture::kApproach;
using fixture::State;
using testing::document;
using ::testing::HasSubstr;
using testing::party_id;
using testing::World;

// The review of the host's initial report recommended something on two paragraphs.
struct Reviewed {
  Reviewed() : w(fixture::host_and_buyer()) {
    w.at(Date(2026, 7, 10));
    const auto& submitted = w.ledger().reviews().submissions();
    report = std::ranges::find(submitted, party_id("SEN"), &ledger::SubmittedReport::party)->entry;
    w.must(ledger::RecordReviewReport{
        .party = party_id("SEN"),
        .review = "TER1",
        .report = document("TER1"),
        .reviewed = {{report}},
        .recommendations = {{"R1", report, "18(g)"}, {"R2", report, "18(h)(i)"}}});
  }
  // The Party's regular information goes out, with an answer to R1.
  void answer(ledger::RecommendationAnswer answer) {
    w.at(Date(2026, 12, 1));
    w.must(ledger::SubmitRegularInformation{party_id("SEN"), CalendarYear(2024), CalendarYear(2025),
                                            document("BTR")});
    const auto entry = w.ledger().reviews().submissions().back().entry;
    w.must(ledger::AnswerRecommendation{party_id("SEN"), "R1", answer, entry});
  }
  World w;
  std::uint64_t report = 0;
};

Statements with_log(std::optional<RecommendationResponse> response) {
  Statements statements = fixture::complete_statements();
  ReviewCase review{.party = party_id("SEN"),
                    .review = "TER1",
                    .form = ReviewForm::desk,
                    .reasons = {},
                    .basis = Basis::fictitious,
                    .source = {},
                    .days = {},
                    .draft = {},
                    .final_report = {},
                    .questions = {},
                    .recommendations = {}};
  review.days.week = Date(2026, 6, 8);
  review.recommendations = {
      {"R1", "18(g)", ReportText::of("Say how.", "", ""), std::move(response)},
      {"R2", "18(h)(i)", ReportText::name("Say why."), std::nullopt}};
  statements.reviews.push_back(std::move(review));
  return statements;
}

RecommendationResponse said(bool done, std::string_view text) {
  return {.done = done, .answer = {.given = {}, .text = ReportText::name(text)}};
}

OfficialDocument regular(const State& state, ReportLanguage language = ReportLanguage::en) {
  return regular_information(state.inputs(language), {CalendarYear(2024), CalendarYear(2025)},
                             nullptr);
}

std::vector<std::string> missing_answers(const OfficialDocument& document) {
  std::vector<std::string> what;
  for (const MissingItem& item : missing_items(document))
    if (item.part.paragraph == "4/CMA.6, 43-44") what.push_back(item.part.what.en);
  return what;
}

TEST(Recommendations, WithoutAnswerTheyAreMissingInWhatIsSentNext) {
  const Reviewed reviewed;
  const State state(reviewed.w);
  EXPECT_THAT(missing_answers(regular(state)),
              ::testing::ElementsAre("the answer to recommendation R1 on paragraph 18(g)",
                                     "the answer to recommendation R2 on paragraph 18(h)(i)"));
  EXPECT_EQ(missing_answers(updated_initial_report(state.inputs(), kApproach, nullptr)).size(), 2U);
  // What was reviewed is drawn again as it was.
  EXPECT_TRUE(missing_answers(initial_report(state.inputs())).empty());
}

TEST(Recommendations, TheResponseOfTheLogStandsInTheReport) {
  const Reviewed reviewed;
  const State state(reviewed.w, "SEN", with_log(said(false, "It takes until 2028.")));
  const OfficialDocument report = regular(state);
  EXPECT_EQ(missing_answers(report).size(), 1U);
  const DocumentSection* section = nullptr;
  for (const DocumentSection& one : report.sections)
    if (one.paragraph == "4/CMA.6, 43-44") section = &one;
  ASSERT_NE(section, nullptr);
  EXPECT_THAT(std::get<Sentence>(section->blocks[0]).text.fr, HasSubstr("Say how."));
  EXPECT_EQ(std::get<Sentence>(section->blocks[1]).text.en, "The Party's answer: not done.");
  EXPECT_EQ(std::get<StatedText>(section->blocks[2]).text.en, "It takes until 2028.");
}

TEST(Recommendations, AnAnswerInAnotherLanguageIsMissing) {
  const Reviewed reviewed;
  RecommendationResponse only_english = said(true, "");
  only_english.answer.text = ReportText::of("Done so.", "", "");
  const State state(reviewed.w, "SEN", with_log(only_english));
  EXPECT_EQ(missing_answers(regular(state)).size(), 1U);
  EXPECT_EQ(missing_answers(regular(state, ReportLanguage::fr)).size(), 2U);
}

TEST(Recommendations, AConfidentialAnswerIsWithheldButForTheReview) {
  const Reviewed reviewed;
  RecommendationResponse secret = said(true, "the secret");
  secret.answer.confidential = ReportText::name("trade secret");
  const State state(reviewed.w, "SEN", with_log(secret));
  const auto shows = [&](bool with_confidential) {
    ReportInputs inputs = state.inputs();
    inputs.with_confidential = with_confidential;
    const auto drawn =
        regular_information(inputs, {CalendarYear(2024), CalendarYear(2025)}, nullptr);
    for (const DocumentSection* one : all_sections(drawn))
      for (const Block& block : one->blocks)
        if (const auto* stated = std::get_if<StatedText>(&block))
          if (stated->text.en == "the secret") return true;
    return false;
  };
  EXPECT_FALSE(shows(false));
  EXPECT_TRUE(shows(true));
  ASSERT_EQ(withheld_texts(state.statements).size(), 1U);
  EXPECT_EQ(withheld_texts(state.statements)[0].paragraph, "18(g) (R1)");
}

TEST(Recommendations, AnsweredOnesAreNoLongerDueAndRepeatedOnesAreAgain) {
  Reviewed reviewed;
  reviewed.answer(ledger::RecommendationAnswer::not_done);
  {
    const State state(reviewed.w);
    EXPECT_EQ(missing_answers(regular(state)).size(), 1U);
  }
  reviewed.w.at(Date(2027, 5, 1));
  const auto sent = reviewed.w.ledger().reviews().submissions().back().entry;
  reviewed.w.must(ledger::RecordReviewReport{.party = party_id("SEN"),
                                             .review = "TER2",
                                             .report = document("TER2"),
                                             .reviewed = {{sent}},
                                             .recommendations = {{"R1", sent, "21(b)"}}});
  const State repeated(reviewed.w);
  EXPECT_EQ(missing_answers(regular(repeated)).size(), 2U);
  // The response to the first listing is no answer to the second.
  const State with_old_log(reviewed.w, "SEN", with_log(said(true, "done then")));
  EXPECT_EQ(missing_answers(regular(with_old_log)).size(), 2U);
}

TEST(Recommendations, NothingIsAddedWhereNoReviewRecommendedAnything) {
  const World w = fixture::host_and_buyer();
  const State state(w);
  for (const DocumentSection& one : regular(state).sections)
    EXPECT_NE(one.paragraph, "4/CMA.6, 43-44");
}

TEST(Recommendations, TheCasePageTellsWhatTheJournalKnows) {
  Reviewed reviewed;
  reviewed.answer(ledger::RecommendationAnswer::done);
  const State state(reviewed.w, "SEN", with_log(said(true, "Said now.")));
  const OfficialDocument page =
      review_case_document(state.inputs(), state.statements.reviews.front());
  EXPECT_TRUE(page.demonstration);
  EXPECT_TRUE(missing_items(page).empty());
  const auto* table = fixture::find_block<DataTable>(fixture::section(page, "4"));
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->rows[0][3].text.en, "done");
  EXPECT_EQ(table->rows[0][4].text.en, "done: Said now.");
  EXPECT_EQ(table->rows[1][3].text.en, "not answered");
  const auto* submitted = fixture::find_block<DataTable>(fixture::section(page, "1"));
  ASSERT_NE(submitted, nullptr);
  EXPECT_EQ(submitted->rows[0][0].entries, EntryNumbers{reviewed.report});
}

}  // namespace
}  // namespace openitmo::reporting
