#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "temporary_folder.h"

// Submissions of the demonstration, as two Parties would send them, with errors planted one by one.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class CheckSubmissions : public ::testing::Test {
 protected:
  CheckSubmissions() : folder_(temporary_folder() / "check_submissions") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    for (const auto& entry : std::filesystem::directory_iterator(demo_folder() / "aef"))
      if (entry.path().extension() == ".csv")
        std::filesystem::copy(entry.path(), folder_ / entry.path().filename());
  }
  std::filesystem::path at(const std::string& name) const { return folder_ / name; }
  void replace(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = read_file(at(name));
    const auto found = text.find(from);
    ASSERT_NE(found, std::string::npos) << from;
    write_file(at(name), text.replace(found, from.size(), to));
  }
  Finished check(const std::string& more = "") const {
    return itmo(fmt::format("check-submissions {}{}", folder_.string(), more));
  }

  std::filesystem::path folder_;
};

TEST_F(CheckSubmissions, WhatTheRunWroteIsConsistentInBothCarriers) {
  const auto text = check();
  EXPECT_EQ(text.code, 0) << text.output;
  EXPECT_THAT(text.output,
              AllOf(HasSubstr("SEN_2024_1.0"), HasSubstr("replaced by a later version"),
                    HasSubstr("Checked, no inconsistencies identified"),
                    Not(HasSubstr("Checked, inconsistencies identified"))));
  const auto both = itmo(fmt::format("check-submissions {}/aef", demo_folder().string()));
  EXPECT_EQ(both.code, 0) << both.output;
  EXPECT_THAT(both.output, HasSubstr("the same submission as SEN_2024_1.0.csv"));
}

TEST_F(CheckSubmissions, UnitsThatNeverArrivedAreFoundBetweenThePair) {
  replace("CHE_2024_1.1.csv", "-SEN-2996-2023", "-SEN-2990-2023");
  const auto found = check();
  EXPECT_EQ(found.code, 1);
  EXPECT_THAT(
      found.output,
      AllOf(HasSubstr("TM01 inconsistency, SEN_2024_1.0.csv, Table 3, line 16"),
            HasSubstr("(6 t CO2 eq) to CHE, which reports no acquisition of them"),
            HasSubstr("S10 inconsistency, CHE_2024_1.1.csv, Table 3, line 16, Quantity (t CO2 eq)"),
            HasSubstr("CHE SEN"), HasSubstr("Checked, inconsistencies identified")));
  const auto alone = itmo(fmt::format("check-aef {} --lang fr", at("CHE_2024_1.1.csv").string()));
  EXPECT_THAT(alone.output,
              AllOf(HasSubstr("S10 incohérence, CHE_2024_1.1.csv, tableau 3, ligne 16"),
                    Not(HasSubstr("TM01"))));
}

TEST_F(CheckSubmissions, AMissingPartnerIsNotAnInconsistency) {
  for (const char* name : {"SEN_2024_1.0.csv", "SEN_2025_1.0.csv"})
    std::filesystem::remove(at(name));
  const auto found = check();
  EXPECT_EQ(found.code, 0) << found.output;
  EXPECT_THAT(found.output, HasSubstr("Null, information for check not available"));
}

TEST_F(CheckSubmissions, WhatCannotBeReadIsNamedAndTheOthersAreChecked) {
  write_file(at("notes.csv"), "a,b\r\n1,2\r\n");
  replace("SEN_2022_1.0.csv", "SEN,1.0,2022", "SEN,,2022");
  const auto found = check();
  EXPECT_EQ(found.code, 1);
  EXPECT_THAT(found.output,
              AllOf(HasSubstr("notes.csv: it has no table of the agreed electronic format"),
                    HasSubstr("not checked: Table 1 lacks Party, year or version"),
                    HasSubstr("F09 inconsistency, SEN_2022_1.0.csv, Table 1, line 6, Version"),
                    Not(HasSubstr("F01"))));
  EXPECT_EQ(itmo("check-submissions nowhere").code, 2);
}

TEST_F(CheckSubmissions, WritesPagesAWorkbookAndJson) {
  replace("CHE_2024_1.1.csv", "-SEN-2996-2023", "-SEN-2990-2023");
  const auto target = temporary_folder() / "check_submissions_report";
  EXPECT_EQ(check(fmt::format(" -o {}", target.string())).code, 1);
  EXPECT_THAT(read_file(target / "report.fr.html"),
              AllOf(HasSubstr("Contrôle de 9 soumissions de 2 Parties"), HasSubstr("TM01"),
                    HasSubstr("données fictives")));
  EXPECT_THAT(
      read_file(target / "findings.json"),
      AllOf(HasSubstr(R"("rule":"TM01","effect":"inconsistency","file":"SEN_2024_1.0.csv")"),
            HasSubstr(R"("one":"CHE","other":"SEN","inconsistencies":1)")));
  EXPECT_TRUE(read_file(target / "findings.xlsx").starts_with("PK"));
  EXPECT_EQ(check(" --json").output, read_file(target / "findings.json") + "\n");
}

}  // namespace
}  // namespace openitmo::testing
