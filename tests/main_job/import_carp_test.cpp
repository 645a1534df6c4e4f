#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// `itmo import-carp` on the demonstration's journal of the host.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kHead =
    "kind,date,cooperative_approach,parties,party,reported_year,version,marking\n";
constexpr const char* kApproach = "cooperative_approach,2022-01-03,CA9999,SEN CHE,,,,\n";
constexpr const char* kResult =
    "check_result,2025-05-20,,,SEN,2024,1.0,\"Checked, inconsistencies identified\"\n";
constexpr const char* kStatus = "review_status,2025-06-01,CA9999,,SEN,,,Review pending\n";

class ImportCarp : public ::testing::Test {
 protected:
  ImportCarp()
      : folder_(copy_of_demo(fmt::format(
            "carp-{}", ::testing::UnitTest::GetInstance()->current_test_info()->name()))) {}

  Finished import(const std::string& text, const std::string& more = "") {
    write_file(folder_ / "carp.csv", text);
    return itmo(fmt::format("import-carp {0}/SEN01.itmo {0}/carp.csv --key {0}/keys/SEN01.key {1}",
                            folder_.string(), more));
  }

  std::filesystem::path folder_;
};

TEST_F(ImportCarp, RecordsEveryRowOnce) {
  const std::string text = std::string(kHead) + kApproach + kResult + kStatus;
  const auto rehearsed = import(text, "--dry-run");
  EXPECT_EQ(rehearsed.code, 0) << rehearsed.output;
  EXPECT_THAT(rehearsed.output, AllOf(HasSubstr("row 2: recorded before, entry"),
                                      HasSubstr("2 rows would be recorded")));
  const auto first = import(text);
  EXPECT_EQ(first.code, 0) << first.output;
  EXPECT_THAT(first.output,
              AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("carp-check-SEN-2024-1.0-2025-05-20"),
                    HasSubstr("carp-review-CA9999-SEN-2025-06-01")));
  const auto again = import(text);
  EXPECT_EQ(again.code, 0) << again.output;
  EXPECT_THAT(again.output,
              AllOf(HasSubstr("row 2: recorded before"), HasSubstr("row 3: recorded before"),
                    HasSubstr("row 4: recorded before"), Not(HasSubstr("carp-"))));
  EXPECT_EQ(itmo(fmt::format("verify {}/SEN01.itmo", folder_.string())).code, 0);
}

// All rows or none: the status alone would have been recorded.
TEST_F(ImportCarp, NothingIsHalfDone) {
  const std::string other = "check_result,2025-05-20,,,SEN,2024,3.0,consistent\n";
  const auto refused = import(std::string(kHead) + kStatus + other, "--lang fr");
  EXPECT_EQ(refused.code, 1) << refused.output;
  EXPECT_THAT(refused.output, AllOf(HasSubstr("carp.csv:3 : "), HasSubstr("SEN_2024_3.0"),
                                    HasSubstr("rien n'a été enregistré")));
  const auto wrong =
      import(std::string(kHead) + kStatus + "review_status,2025-06-01,CA9999,,,,,x\n");
  EXPECT_EQ(wrong.code, 2) << wrong.output;
  EXPECT_THAT(wrong.output, AllOf(HasSubstr("carp.csv:3: party: it is not given; write SEN"),
                                  HasSubstr("carp.csv:3: marking: \"x\"")));
  EXPECT_THAT(import(std::string(kHead) + kStatus, "--dry-run").output,
              HasSubstr("1 rows would be recorded"));
}

// Typed by hand before, it is the same act; another marking for the same day is refused.
TEST_F(ImportCarp, WhatWasTypedIsKnownAndContradictionsAreRefused) {
  const auto typed = itmo(fmt::format(
      "act record_check_result {0}/SEN01.itmo --key {0}/keys/SEN01.key --effective-date 2025-05-20 "
      "--party SEN --year 2024 --major 1 --minor 0 --result inconsistent",
      folder_.string()));
  ASSERT_EQ(typed.code, 0) << typed.output;
  EXPECT_THAT(import(std::string(kHead) + kResult).output,
              HasSubstr("row 2: recorded before, entry"));
  ASSERT_EQ(import(std::string(kHead) + kStatus).code, 0);
  const auto other =
      import(std::string(kHead) + "review_status,2025-06-01,CA9999,,SEN,,,no_inconsistencies\n");
  EXPECT_EQ(other.code, 1) << other.output;
}

}  // namespace
}  // namespace openitmo::testing
