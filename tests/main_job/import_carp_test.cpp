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

// The platform fills its fields of Tables 1 and 3, and need not keep the order of rows.
class ReturnedSubmission : public ImportCarp {
 protected:
  ReturnedSubmission() {
    const auto drawn = itmo(fmt::format(
        "draw-aef {0}/SEN01.itmo --party SEN --year 2025 --version-number 1.0 --format json -o {0}",
        folder_.string()));
    EXPECT_EQ(drawn.code, 0) << drawn.output;
    sent_ = read_file(folder_ / "SEN_2025_1.0.json");
  }

  // The first row of Table 3 with this mark, as the last one.
  void mark_first_row(const std::string& mark) {
    const std::string table = "\"aef-t3-actions\":[";
    const std::size_t begin = sent_.find(table);
    ASSERT_NE(begin, std::string::npos);
    const std::size_t first = begin + table.size();
    const std::size_t next = sent_.find("},{", first) + 2;
    std::string row = sent_.substr(first, next - first - 1);
    row.insert(1, fmt::format(R"("Result of the consistency checks":"{}",)", mark));
    const std::size_t end = sent_.find(']', next);
    sent_.insert(end, "," + row);
    sent_.erase(first, next - first);
  }
  void mark_submission(const std::string& mark) {
    const std::string key = "\"Result of the consistency check of this AEF submission\":\"";
    const std::size_t begin = sent_.find(key);
    ASSERT_NE(begin, std::string::npos);
    const std::size_t value = begin + key.size();
    sent_.replace(value, sent_.find('"', value) - value, mark);
  }
  Finished import_returned(const std::string& more = "--date 2026-05-20") {
    write_file(folder_ / "returned.json", sent_);
    const auto workbook =
        itmo(fmt::format("convert-aef {0}/returned.json -o {0}/returned.xlsx", folder_.string()));
    EXPECT_EQ(workbook.code, 0) << workbook.output;
    return itmo(
        fmt::format("import-carp {0}/SEN01.itmo {0}/returned.xlsx --key {0}/keys/SEN01.key {1}",
                    folder_.string(), more));
  }

  std::string sent_;
};

TEST_F(ReturnedSubmission, SaysWhichRowsWereNotFoundConsistent) {
  mark_submission("Checked, inconsistencies identified");
  mark_first_row("Checked, inconsistencies identified");
  const auto recorded = import_returned();
  EXPECT_EQ(recorded.code, 0) << recorded.output;
  EXPECT_THAT(recorded.output, HasSubstr("carp-check-SEN-2025-1.0-2026-05-20"));
  const auto journal = itmo(fmt::format("export {}/SEN01.itmo", folder_.string()));
  EXPECT_THAT(journal.output, HasSubstr(R"("rows":[{"row":1,"result":"inconsistent"}])"));
  EXPECT_THAT(import_returned().output, HasSubstr("recorded before"));
  ASSERT_EQ(
      itmo(fmt::format("dashboard {0}/SEN01.itmo --party SEN -o {0}/page.html", folder_.string()))
          .code,
      0);
  EXPECT_THAT(read_file(folder_ / "page.html"),
              HasSubstr("rows of Table 3 not found consistent: 1"));
}

TEST_F(ReturnedSubmission, IsRefusedWhereThePlatformSaidNothingOrOfOtherRows) {
  const auto unfilled = import_returned();
  EXPECT_EQ(unfilled.code, 2) << unfilled.output;
  EXPECT_THAT(unfilled.output, HasSubstr("the platform has not said how the check ended"));
  mark_submission("consistent enough");
  EXPECT_THAT(import_returned("--date 2026-05-20 --lang fr").output,
              HasSubstr("\"consistent enough\" n'est pas l'issue d'un contrôle"));
  mark_submission("Checked, inconsistencies identified");
  mark_first_row("inconsistent");
  const auto undated = import_returned("");
  EXPECT_EQ(undated.code, 2);
  EXPECT_THAT(undated.output, HasSubstr("add --date with that day"));
  // The action of the marked row is not the one that was sent.
  const std::string date = "\"Action date\":\"";
  const std::size_t marked = sent_.find(date, sent_.find("\"inconsistent\""));
  ASSERT_NE(marked, std::string::npos);
  sent_.replace(marked + date.size(), 10, "2025-02-03");
  const auto other = import_returned();
  EXPECT_EQ(other.code, 2) << other.output;
  EXPECT_THAT(other.output,
              AllOf(HasSubstr("Table 3 Actions!"), HasSubstr("holds no such action")));
}

}  // namespace
}  // namespace openitmo::testing
