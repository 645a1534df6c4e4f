#include "files/carp/read_carp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reporting/controlled_values.h"

namespace openitmo::files {
namespace {

using ledger::CheckMark;
using ledger::RecordCheckResult;
using ::testing::AllOf;
using ::testing::HasSubstr;

const std::string kHash(64, 'a');

std::vector<CarpRow> good(const std::string& text) {
  auto rows = read_carp({"carp", text});
  EXPECT_TRUE(rows) << rows.error().to_text(Language::en);
  return rows ? std::move(*rows) : std::vector<CarpRow>{};
}

std::string problems(const std::string& text, Language language = Language::en) {
  const auto rows = read_carp({"carp", text});
  return rows ? std::string() : rows.error().to_text(language);
}

TEST(ReadCarp, EveryKindBecomesItsAct) {
  const auto rows = good(
      "kind,date,cooperative approach,parties,party,reported "
      "year,version,marking,reference,sha256\n"
      "cooperative_approach,2022-01-03,CA0007,CHE SEN,,,,,AGR," +
      kHash +
      "\n"
      "review_status,02/05/2027,CA0007,,SEN,,,Review finalized and no inconsistencies "
      "identified,ERT-1," +
      kHash +
      "\n"
      "check_result,2027-05-02,,,SEN,2026,1.10,\"Checked, inconsistencies identified\",,\n");
  ASSERT_EQ(rows.size(), 3U);
  const auto& approach = std::get<RecordCooperativeApproach>(rows[0].command);
  EXPECT_EQ(approach.approach.view(), "CA0007");
  EXPECT_EQ(approach.parties.size(), 2U);
  EXPECT_FALSE(approach.demonstration);
  const auto& review = std::get<RecordReviewStatus>(rows[1].command);
  EXPECT_EQ(review.status, ReviewStatus::no_inconsistencies);
  EXPECT_EQ(review.report, (Document{"ERT-1", kHash}));
  EXPECT_EQ(rows[1].date, Date(2027, 5, 2));
  EXPECT_EQ(command_id_of(rows[1]), "carp-review-CA0007-SEN-2027-05-02");
  const auto& check = std::get<RecordCheckResult>(rows[2].command);
  EXPECT_EQ(check.result, CheckMark::inconsistent);
  EXPECT_EQ(std::pair(check.major, check.minor), std::pair(1U, 10U));
  EXPECT_EQ(rows[2].row, 4U);
  EXPECT_EQ(command_id_of(rows[2]), "carp-check-SEN-2026-1.10-2027-05-02");
}

TEST(ReadCarp, EveryOfficialMarkingIsKnownInBothSpellings) {
  for (std::size_t i = 0; i < EnumNames<ReviewStatus>::names.size(); ++i) {
    const auto status = static_cast<ReviewStatus>(i);
    std::string words(reporting::official_words(status));
    std::string british = words;
    if (const auto at = british.find("finalized"); at != std::string::npos) british[at + 6] = 's';
    for (const std::string& said : {words, british, std::string(name_of(status))}) {
      const auto rows = good(
          "kind;date;Cooperative approach ID;party;status\n"
          "Review status;2027-05-02;CA0007;SEN;\"" +
          said + "\"\n");
      ASSERT_EQ(rows.size(), 1U) << said;
      EXPECT_EQ(std::get<RecordReviewStatus>(rows[0].command).status, status) << said;
    }
  }
  for (std::size_t i = 0; i < EnumNames<CheckMark>::names.size(); ++i) {
    const auto mark = static_cast<CheckMark>(i);
    const auto rows =
        good("kind;date;party;year;version;result\ncheck result;2027-05-02;SEN;2026;1.0;" +
             std::string(reporting::official_words(mark)) + "\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(std::get<RecordCheckResult>(rows[0].command).result, mark);
  }
  const auto rows = good(
      "kind;date;cooperative approach;party;status\n"
      "review_status;2027-05-02;CA0007;SEN;Review finalized and inconsistencies identified that "
      "are "
      "both significant and persistent\n");
  EXPECT_EQ(std::get<RecordReviewStatus>(rows[0].command).status,
            ReviewStatus::both_significant_and_persistent);
}

TEST(ReadCarp, JsonSaysTheSame) {
  const auto rows = good(R"([{"kind":"check_result","date":"2027-05-02","party":"SEN",
    "reported_year":2026,"version":"1.0","marking":"consistent"},
    {"kind":"cooperative_approach","date":"2022-01-03","cooperative_approach":"CA0007",
     "parties":["CHE","SEN"]}])");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(std::get<RecordCheckResult>(rows[0].command).result, CheckMark::consistent);
  EXPECT_EQ(std::get<RecordCooperativeApproach>(rows[1].command).parties.size(), 2U);
}

TEST(ReadCarp, WhatIsWrongIsSaidWithPlaceAndRemedy) {
  const std::string head =
      "kind,date,cooperative approach,party,reported year,version,marking,reference,sha256\n";
  EXPECT_THAT(
      problems(head + "review_status,2027-05-02,CA7,SEN,,,pending,,\n"),
      HasSubstr("carp:2: cooperative approach: \"CA7\" cannot be taken for it; write CA0004"));
  EXPECT_THAT(problems(head + "check_result,soon,,Senegal,26,0,fine,X,\n"),
              AllOf(HasSubstr("carp:2: date: \"soon\""), HasSubstr("carp:2: party: "),
                    HasSubstr("carp:2: reported year: "), HasSubstr("carp:2: version: "),
                    HasSubstr("carp:2: marking: \"fine\" cannot be taken for it; write Checked, no "
                              "inconsistencies identified; Checked, inconsistencies identified; "
                              "Null, information for check not available"),
                    HasSubstr("carp:2: sha256: ")));
  EXPECT_THAT(problems(head + "check_result,2027-05-02,,SEN,2026,,consistent,,\n", Language::fr),
              HasSubstr("carp:2 : version : il n'est pas donné ; écrivez 1.0"));
  EXPECT_THAT(problems(head + "levy,2027-05-02,,SEN,2026,1.0,consistent,,\n"),
              HasSubstr("write cooperative_approach; check_result; review_status"));
  EXPECT_THAT(problems("kind,date,colour\n"), HasSubstr("\"colour\" is no column of it"));
  EXPECT_THAT(problems(head), HasSubstr("it has no rows"));
  EXPECT_THAT(problems(""), HasSubstr("it has no rows"));
  EXPECT_THAT(problems("[1]"), HasSubstr("carp:1: this is no row"));
  EXPECT_THAT(problems("{}"), HasSubstr("it is no list"));
  EXPECT_THAT(problems("[{\"kind\":"), HasSubstr("it is no JSON"));
  EXPECT_THAT(problems(head + "a,b,c,d,e,f,g,h,i,j\n"), HasSubstr("more fields than the head"));
}

}  // namespace
}  // namespace openitmo::files
