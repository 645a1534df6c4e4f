#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "temporary_folder.h"

// `itmo overselling` on the demonstration's journal and outlook.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;

const std::string kOutlook = "programmes/senegal-waste/parties/SEN-outlook.toml";

Finished overselling(const std::string& more, const std::string& outlook = kOutlook,
                     const std::string& party = "SEN") {
  return itmo(fmt::format("overselling {} --party {} --outlook {} {}",
                          (demo_folder() / "SEN01.itmo").string(), party, outlook, more));
}

// The whole answer, byte for byte, on any number of threads.
TEST(OversellingCommand, GivesTheKnownFigures) {
  const auto json = overselling("--format json");
  EXPECT_EQ(json.code, 0) << json.output;
  EXPECT_EQ(json.output, read_file(fs::path(OPENITMO_SOURCE_DIR) / "tests" / "main_job" /
                                   "expected" / "senegal_overselling.json"));
  EXPECT_EQ(overselling("--format json --threads 3").output, json.output);
}

TEST(OversellingCommand, SaysInWordsWhatCanBeAuthorized) {
  EXPECT_THAT(overselling("").output,
              AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("averaging over 10 years"),
                    HasSubstr("can be authorized and the NDC is still met"),
                    HasSubstr("outstanding of SEN-AUTH-2022-1"), HasSubstr("entry 38")));
  EXPECT_THAT(overselling("--lang fr --confidence 50").output,
              AllOf(HasSubstr("peut encore être autorisé"), HasSubstr("second programme déchets"),
                    Not(HasSubstr("95 %  "))));
}

TEST(OversellingCommand, WritesAPage) {
  const fs::path page = temporary_folder() / "overselling.html";
  EXPECT_EQ(overselling(fmt::format("--format html -o {}", page.string())).code, 0);
  EXPECT_THAT(read_file(page), AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("id=\"curve-title\""),
                                     HasSubstr("What SEN can still authorize")));
}

TEST(OversellingCommand, SaysWhatIsWrong) {
  const auto text = overselling("-o x.txt");
  EXPECT_EQ(text.code, 2);
  EXPECT_THAT(text.output, HasSubstr("--format html"));
  const auto other = overselling("", kOutlook, "CHE");
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.output, HasSubstr("does not serve this Party"));
  const auto unknown = overselling("", kOutlook, "XYZ");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output, HasSubstr("does not serve this Party"));
  const fs::path empty = temporary_folder() / "outlook.toml";
  write_file(empty, "party = \"SEN\"\ndemonstration = true\n");
  const auto missing = overselling("", empty.string());
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.output, HasSubstr("2030 has neither an inventory nor a projection"));
}

}  // namespace
}  // namespace openitmo::testing
