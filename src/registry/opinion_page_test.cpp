#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "activity/opinion.h"
#include "journal/note.h"
#include "registry/sign_opinion.h"

// The example of docs/formats/opinion.md is what the program writes.
namespace openitmo::registry {
namespace {

using activity::Activities;
using testing::HasSubstr;
using testing::Not;

Document document(char digit) { return {"D", std::string(64, digit)}; }

Activities activities() {
  Activities known;
  const Date day(2024, 3, 1);
  known.record(RecordActivity{.activity = "ACT1",
                              .approach = {},
                              .host = {},
                              .owner = {},
                              .sector = {},
                              .activity_types = {},
                              .design_document = {}},
               day);
  known.record(
      SubmitMonitoringReport{.report = "R1",
                             .activity = "ACT1",
                             .period = {Date(2023, 1, 1), Date(2023, 12, 31)},
                             .engine_version = "test",
                             .results = {{"C1", CalendarYear(2023), "1", KilogramsCo2eq(1000),
                                          std::string(64, 'd'), std::string(64, 'c')}},
                             .sdg_measurements = {},
                             .safeguards = {}},
      day);
  RaiseFinding finding;
  finding.finding = "CAR-1";
  finding.activity = "ACT1";
  finding.report = "R1";
  known.record(finding, day);
  known.record(AnswerFinding{"CAR-1", "DEV", document('a')}, day);
  known.record(CloseFinding{"CAR-1", "VER", "", document('e')}, day);
  finding.finding = "FAR-1";
  finding.kind = FindingKind::forward_action;
  known.record(finding, day);
  return known;
}

ConcludeVerification conclusion() {
  return {.report = "R1",
          .verifier = "VER",
          .positive = true,
          .materiality_threshold_percent = "5",
          .extrapolated_error_percent = "-0.4",
          .statement = document('f')};
}

TEST(OpinionPage, Example) {
  journal::Seed seed;
  for (std::uint8_t i = 0; i < seed.size(); ++i) seed[i] = i;
  const journal::SignerKey key("verifier.example/VER", journal::KeyType::note, seed);
  const std::string note =
      journal::sign_note(activity::opinion_text(activities(), conclusion(), false), key);
  std::ifstream file(std::string(OPENITMO_SOURCE_DIR) + "/docs/formats/opinion.md");
  std::stringstream page;
  page << file.rdbuf();
  EXPECT_THAT(page.str(), HasSubstr("```\n" + note + "```\n"));
  EXPECT_THAT(page.str(), HasSubstr("```\n" + key.verifier().text() + "\n```\n"));
}

TEST(Opinion, SaysWhatIsFictitious) {
  EXPECT_THAT(activity::opinion_text(activities(), conclusion(), true),
              HasSubstr("\nDEMONSTRATION, fictitious data / DÉMONSTRATION, données fictives\n"));
}

TEST(Opinion, CodesBeginNoLineOfTheirOwn) {
  Activities known = activities();
  RaiseFinding finding;
  finding.finding = "X\nconclusion positive";
  finding.activity = "ACT1";
  finding.report = "R1";
  known.record(finding, Date(2024, 3, 2));
  ConcludeVerification negative = conclusion();
  negative.positive = false;
  const std::string text = activity::opinion_text(known, negative, false);
  EXPECT_THAT(text, Not(HasSubstr("\nconclusion positive\n")));
  EXPECT_THAT(text, HasSubstr("X?conclusion positive\n"));
}

}  // namespace
}  // namespace openitmo::registry
