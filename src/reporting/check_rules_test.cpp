#include "reporting/check_rules.h"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <set>

#include "reporting/aef_fixture.h"
#include "reporting/submission_check.h"

namespace openitmo::reporting {
namespace {

TEST(CheckRules, EachHasItsOwnCodeAndAllItsWords) {
  std::set<std::string_view> codes;
  for (const CheckRuleText& rule : check_rules()) {
    EXPECT_EQ(&text_of(rule.rule), &rule);
    EXPECT_TRUE(codes.insert(rule.code).second) << rule.code;
    for (const std::string_view text :
         {rule.source, rule.what.en, rule.remedy.en, rule.what.fr, rule.remedy.fr})
      EXPECT_FALSE(text.empty()) << rule.code;
  }
  for (const std::string_view code :
       {"II01", "II02", "II03", "II04", "II05", "II06", "II07", "STC01", "STC02", "STC03", "STC04"})
    EXPECT_TRUE(codes.contains(code)) << code;
}

// The page is written by hand never: run with OPENITMO_WRITE_DOCS=1 to renew it.
TEST(CheckRules, ThePageIsNotStale) {
  const std::string path =
      std::string(OPENITMO_SOURCE_DIR) + "/docs/reference/consistency-checks.md";
  if (std::getenv("OPENITMO_WRITE_DOCS")) std::ofstream(path) << consistency_checks_page();
  std::ifstream file(path);
  const std::string stored{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(stored, consistency_checks_page())
      << "renew it: OPENITMO_WRITE_DOCS=1 reporting_test --gtest_filter=CheckRules.*";
}

TEST(CheckRules, OfficialMarks) {
  const auto finding = [](CheckRule rule) { return Finding{.rule = rule}; };
  EXPECT_EQ(mark_of({}), CheckMark::consistent);
  const std::vector warning{finding(CheckRule::submission_late)};
  EXPECT_EQ(mark_of(warning), CheckMark::consistent);
  const std::vector missing{finding(CheckRule::partner_not_available), warning[0]};
  EXPECT_EQ(mark_of(missing), CheckMark::not_available);
  const std::vector both{missing[0], finding(CheckRule::used_twice)};
  EXPECT_EQ(mark_of(both), CheckMark::inconsistent);
  EXPECT_EQ(official_words(CheckMark::consistent), "Checked, no inconsistencies identified");
  EXPECT_EQ(official_words(CheckMark::inconsistent), "Checked, inconsistencies identified");
  EXPECT_EQ(official_words(CheckMark::not_available), "Null, information for check not available");
}

// Shared case CA-130: an omitted mandatory field makes the submission inconsistent.
TEST(CheckRules, Ca130OmittedFieldIsInconsistent) {
  AefSubmission sen = fixture::host();
  EXPECT_EQ(mark_of(check_submission(sen, AefProfile::xlsx_checker)), CheckMark::consistent);
  sen.ndc_first_year = std::nullopt;
  EXPECT_EQ(mark_of(check_submission(sen, AefProfile::xlsx_checker)), CheckMark::inconsistent);
}

}  // namespace
}  // namespace openitmo::reporting
