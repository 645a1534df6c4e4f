#include "files/carp/read_returned.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openitmo::files {
namespace {

using ledger::CheckMark;
using ::testing::HasSubstr;

constexpr const char* kWhole = R"("Result of the consistency check of this AEF submission":)";
constexpr const char* kRow = R"("Result of the consistency checks":)";

std::string action(const std::string& first, const std::string& mark) {
  return R"({"Action date":"2021-05-01","Action type":"First transfer",)"
         R"("First ID":"CA0001-XAA01-XAA-)" +
         first + R"(-2021","Last ID":"CA0001-XAA01-XAA-9-2021",)" + kRow + "\"" + mark + "\"}";
}

Read<ReturnedSubmission> read(const std::string& whole, const std::string& actions) {
  return read_returned(
      {"r.json", R"({"aef-t1-submission":{"Party":"XAA","Version":"1.2","Reported year":2021,)" +
                     std::string(kWhole) + "\"" + whole + R"("},"aef-t3-actions":[)" + actions +
                     "]}"});
}

std::string problems(const Read<ReturnedSubmission>& read) {
  return read ? std::string() : read.error().to_text(Language::en);
}

TEST(ReadReturned, TakesTheMarksThatMatter) {
  const auto returned =
      read("Checked, inconsistencies identified",
           action("1", "Checked, no inconsistencies identified") + "," +
               action("2", "Checked, inconsistencies identified") + "," + action("3", "") + "," +
               action("4", "Null, information for check not available"));
  ASSERT_TRUE(returned) << problems(returned);
  EXPECT_EQ(returned->party.view(), "XAA");
  EXPECT_EQ(returned->year, CalendarYear(2021));
  EXPECT_EQ(returned->version, (reporting::SubmissionVersion{1, 2}));
  EXPECT_EQ(returned->result, CheckMark::inconsistent);
  ASSERT_EQ(returned->actions.size(), 2U);
  EXPECT_EQ(returned->actions[0].units.first_id.serial, 2U);
  EXPECT_EQ(returned->actions[0].result, CheckMark::inconsistent);
  EXPECT_EQ(returned->actions[1].result, CheckMark::not_available);
}

TEST(ReadReturned, AMarkedRowIsRead) {
  EXPECT_THAT(problems(read("inconsistent", action("X", "inconsistent"))),
              HasSubstr("of a marked row cannot be read"));
  EXPECT_TRUE(read("inconsistent", action("X", "")));
}

TEST(ReadReturned, SaysWhatIsNotFilledAndWhatIsNoMark) {
  EXPECT_THAT(problems(read("{Information in this field is populated by the CARP}", "")),
              HasSubstr("has not said how the check ended"));
  EXPECT_THAT(problems(read("fine", "")), HasSubstr("\"fine\" is no result of a check; write "
                                                    "Checked, no inconsistencies identified"));
  EXPECT_THAT(problems(read("consistent", action("1", "odd"))), HasSubstr("\"odd\""));
  EXPECT_THAT(problems(read_returned({"r.json", R"({"aef-t1-submission":{"Version":"1.0"}})"})),
              HasSubstr("Party, reported year and version are not all there"));
}

}  // namespace
}  // namespace openitmo::files
