#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// `itmo record` of tables, and of files in which some acts are wrong or refused.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kHeader =
    "act,command_id,effective_date,account,vintage,quantity_t_co2eq,party,purpose,year\n";

std::string row(const std::string& id, const std::string& quantity,
                const std::string& purpose = "ndc") {
  return fmt::format("use,{},2026-05-04,CHE-STATE,2024,{},CHE,{},2024\n", id, quantity, purpose);
}

class Import : public ::testing::Test {
 protected:
  Import()
      : folder_(copy_of_demo(::testing::UnitTest::GetInstance()->current_test_info()->name())) {}

  Finished record(const std::string& text, const std::string& more = "",
                  const std::string& name = "acts.csv") {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return itmo(fmt::format("record {0}/CHE01.itmo {0}/{1} --key {0}/keys/CHE01.key {2}",
                            folder_.string(), name, more));
  }

  std::filesystem::path folder_;
};

TEST_F(Import, RecordsATable) {
  const auto recorded =
      record("\xEF\xBB\xBF" + std::string(kHeader) + row("a", "100") + "\r\n" + row("b", "\"50\""));
  EXPECT_EQ(recorded.code, 0) << recorded.output;
  EXPECT_THAT(recorded.output,
              AllOf(HasSubstr("line 2: entry 86, a"), HasSubstr("line 4: entry 87, b")));
}

TEST_F(Import, TakesTheActFromTheCommandLineAndSemicolons) {
  const auto recorded = record(
      "command_id;effective_date;account;vintage;quantity_t_co2eq;to_account\n"
      "m-1;2026-05-04;CHE-STATE;2024;10;CHE-BUYER\n",
      "--act move", "MOVES.CSV");
  EXPECT_EQ(recorded.code, 0) << recorded.output;
  EXPECT_THAT(recorded.output, HasSubstr("line 2: entry 86, m-1"));
}

TEST_F(Import, NamesLineAndColumnAndRecordsNothing) {
  const auto wrong =
      record(kHeader + row("a", "100") + row("b", "1 000") + row("c", "5", "fly") + "use,d\n");
  EXPECT_EQ(wrong.code, 2) << wrong.output;
  EXPECT_THAT(wrong.output,
              AllOf(HasSubstr("acts.csv:3:6: quantity_t_co2eq: a whole number is due"),
                    HasSubstr("acts.csv:4:8: purpose: write one of ndc, imp, op"),
                    HasSubstr("acts.csv:5: the row has 2 cells and the header 9"),
                    HasSubstr("nothing was recorded")));
  EXPECT_THAT(record(kHeader + row("z", "1")).output, HasSubstr("line 2: entry 86, z"));
}

TEST_F(Import, RefusesAHeaderThatDoesNotFit) {
  EXPECT_THAT(record("").output, HasSubstr("the table is empty"));
  EXPECT_THAT(record("command_id\nx\n").output, HasSubstr("a column \"act\" is missing"));
  const auto unknown = record("act,acount,act\nuse,X,use\n");
  EXPECT_EQ(unknown.code, 2) << unknown.output;
  EXPECT_THAT(unknown.output, AllOf(HasSubstr(":1:2: \"acount\" is no field of any act; did you "
                                              "mean account?"),
                                    HasSubstr(":1:3: act: this column stands twice")));
  EXPECT_THAT(record("entity\nX\n", "--act move").output, HasSubstr("is no field of move"));
  EXPECT_THAT(record(std::string("a\0b", 3)).output, HasSubstr("acts.csv:"));
  EXPECT_EQ(record(kHeader + row("a", "1") + "\"open").code, 2);
}

TEST_F(Import, KeepsGoingAndListsWhatItDidNotRecord) {
  const std::string rows = kHeader + row("a", "100") + row("b", "1000000") + row("c", "x") +
                           row("a", "200") + row("d", "7") + row("a", "100");
  const auto rehearsed = record(rows, "--keep-going --dry-run");
  EXPECT_EQ(rehearsed.code, 2) << rehearsed.output;
  EXPECT_THAT(rehearsed.output, HasSubstr("the other 3 would be recorded; this was a dry run"));
  const auto recorded = record(rows, "--keep-going");
  EXPECT_EQ(recorded.code, 1) << recorded.output;
  EXPECT_THAT(recorded.output,
              AllOf(HasSubstr("acts.csv:3: refused (502"), HasSubstr("acts.csv:4:6: "),
                    HasSubstr("acts.csv:5: refused (109"),
                    HasSubstr("command id a was used for another act, recorded as entry 86"),
                    HasSubstr("line 2: entry 86, a"), HasSubstr("line 6: entry 87, d"),
                    HasSubstr("line 7: entry 86, a"),
                    HasSubstr("1 wrong line; 2 of 5 acts refused; the other 3 were recorded")));
  const auto again = record(rows, "--keep-going --json");
  EXPECT_EQ(again.code, 1) << again.output;
  EXPECT_THAT(again.output, AllOf(HasSubstr(R"("line":2,"command_id":"a","entry":86)"),
                                  HasSubstr(R"("recorded_before":true)"),
                                  HasSubstr(R"("line":3,"command_id":"b","code":502)"),
                                  HasSubstr(R"("line":4,"column":6,"field":"quantity_t_co2eq")")));
}

TEST_F(Import, SumsUpManyActs) {
  std::string rows = kHeader;
  for (int i = 0; i < 30; ++i) rows += row(fmt::format("a{}", i), "1");
  EXPECT_THAT(record(rows).output,
              AllOf(HasSubstr("30 acts recorded as entries 86 to 115"), Not(HasSubstr("line 2"))));
  EXPECT_THAT(record(rows).output, HasSubstr("30 acts were recorded before"));
}

TEST_F(Import, RefusesAnActThatIsTooLargeForAnEntry) {
  const std::string reference(70'000, 'X');
  const auto refused =
      record(fmt::format(R"({{"act":"lift_hold","command_id":"{}","effective_date":"2026-05-04",)"
                         R"("hold":"H","end":"resolved"}})",
                         reference),
             "", "acts.ndjson");
  EXPECT_EQ(refused.code, 1) << refused.output;
}

TEST_F(Import, HashesDocumentsBesideTheTable) {
  std::ofstream(folder_ / "letter.pdf") << "a letter";
  const std::string header = "act,command_id,effective_date,hold,cause,ranges,document\n";
  const auto held = record(header +
                           "place_hold,h,2026-05-04,H-1,disputed,CA9999-SEN01-SEN-3800-2024/"
                           "CA9999-SEN01-SEN-3801-2024,DEMO-H=letter.pdf\n");
  EXPECT_EQ(held.code, 0) << held.output;
}

}  // namespace
}  // namespace openitmo::testing
