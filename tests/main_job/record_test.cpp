#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// `itmo record` on the Swiss journal of the demonstration.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string use(const std::string& id, int quantity) {
  return fmt::format(
      R"({{"act":"use","command_id":"{}","effective_date":"2026-05-04","account":"CHE-STATE",)"
      R"("vintage":2024,"quantity_t_co2eq":{},"party":"CHE","purpose":"ndc","year":2024}})"
      "\n",
      id, quantity);
}

class Record : public ::testing::Test {
 protected:
  Record()
      : folder_(copy_of_demo(::testing::UnitTest::GetInstance()->current_test_info()->name())) {}

  Finished record(const std::string& lines, const std::string& more = "") {
    std::ofstream(folder_ / "acts.ndjson", std::ios::binary) << lines;
    return itmo(fmt::format("record {0}/CHE01.itmo {0}/acts.ndjson --key {0}/keys/CHE01.key {1}",
                            folder_.string(), more));
  }

  std::filesystem::path folder_;
};

TEST_F(Record, ShowsTheEffectThenRecordsAndAnswersAgain) {
  const std::string lines = use("u-1", 100) + "\n" + use("u-2", 50);
  const auto rehearsed = record(lines, "--dry-run");
  EXPECT_EQ(rehearsed.code, 0) << rehearsed.output;
  EXPECT_THAT(rehearsed.output, AllOf(HasSubstr("498.000"), HasSubstr("648.000"),
                                      HasSubstr("2 acts would be recorded")));
  const auto recorded = record(lines);
  EXPECT_EQ(recorded.code, 0) << recorded.output;
  EXPECT_THAT(recorded.output,
              AllOf(HasSubstr("line 1: entry 86, u-1"), HasSubstr("line 3: entry 87, u-2")));
  const auto again = record(lines);
  EXPECT_EQ(again.code, 0) << again.output;
  EXPECT_THAT(again.output, AllOf(HasSubstr("No corresponding adjustment changes"),
                                  HasSubstr("line 3: entry 87, u-2")));
}

TEST_F(Record, RefusesAllWhenOneIsRefused) {
  const auto refused = record(use("u-1", 100) + use("u-2", 1'000'000));
  EXPECT_EQ(refused.code, 1) << refused.output;
  EXPECT_THAT(refused.output, AllOf(HasSubstr("acts.ndjson:2: refused (502"),
                                    HasSubstr("1 of 2 acts refused; nothing was recorded")));
  EXPECT_THAT(record(use("u-3", 1)).output, HasSubstr("line 1: entry 86, u-3"));
}

TEST_F(Record, NamesTheLineThatIsNoAct) {
  const auto wrong = record(use("u-1", 1) + "{\"act\":\"retire\"}\n[]\n", "--lang fr");
  EXPECT_EQ(wrong.code, 2) << wrong.output;
  EXPECT_THAT(wrong.output, AllOf(HasSubstr("acts.ndjson:2 : "), HasSubstr("command_id"),
                                  HasSubstr("acts.ndjson:3 : la ligne n'est pas un objet JSON")));
  const auto unknown = record(R"({"act":"use","command_id":"a","effective_date":"2026-05-04",)"
                              R"("konto":"X"})");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output, HasSubstr("the key \"vintage\" is missing"));
}

TEST_F(Record, SaysThatTheOthersWereNotTried) {
  const std::string lines = use("u-1", 1) + "[]\n" + use("u-2", 1'000'000);
  EXPECT_THAT(record(lines).output, HasSubstr("1 wrong line; the 2 others were not tried "
                                              "(--keep-going tries them); nothing was recorded"));
  EXPECT_THAT(record(lines, "--lang fr").output,
              HasSubstr("1 ligne fautive ; les 2 autres n'ont pas été essayés"));
  EXPECT_THAT(record(lines, "--keep-going --dry-run").output,
              HasSubstr("1 wrong line; 1 of 2 acts refused; the other 1 would be recorded"));
}

TEST_F(Record, CallsAWorkbookAWorkbook) {
  for (const char* name : {"acts.csv", "acts.xlsx", "acts.ndjson"}) {
    const auto workbook = folder_ / name;
    write_file(workbook, read_file(folder_ / "aef/SEN_2024_1.0.xlsx"));
    const auto refused = itmo(fmt::format("record {0}/CHE01.itmo {1} --key {0}/keys/CHE01.key",
                                          folder_.string(), workbook.string()));
    EXPECT_EQ(refused.code, 2) << refused.output;
    EXPECT_THAT(refused.output,
                AllOf(HasSubstr("this is a workbook; acts are read from a table that ends in .csv"),
                      HasSubstr("save its sheet as CSV")));
    EXPECT_EQ(std::ranges::count(refused.output, '\n'), 1) << refused.output;
  }
}

TEST_F(Record, GuessesAMistypedAct) {
  const std::string line =
      R"({"act":"open_acount","command_id":"a","effective_date":"2026-05-04"})";
  EXPECT_THAT(record(line).output,
              HasSubstr("\"open_acount\" is no act; did you mean open_account?"));
  EXPECT_THAT(itmo("act open_acount --lang fr").output,
              HasSubstr("pas de sous-commande open_acount ; vouliez-vous dire open_account ?"));
}

}  // namespace
}  // namespace openitmo::testing
