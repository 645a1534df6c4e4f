#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "temporary_folder.h"

// Annual information drawn from a journal, converted and compared, as a Party would.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class AefFiles : public ::testing::Test {
 protected:
  AefFiles() : folder_(temporary_folder() / "aef_files") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  static std::string sent(const std::string& name) {
    return (demo_folder() / "aef" / name).string();
  }
  Finished draw(const std::string& more) const {
    return itmo(fmt::format("draw-aef {}/SEN01.itmo --party SEN -o {} {}", demo_folder().string(),
                            folder_.string(), more));
  }

  std::filesystem::path folder_;
};

TEST_F(AefFiles, WhatWasSentIsDrawnAgainAsItWas) {
  const auto drawn = draw("--year 2024 --version-number 1.0 --format csv");
  EXPECT_EQ(drawn.code, 0) << drawn.output;
  EXPECT_THAT(drawn.output, HasSubstr("the same tables as sent (entry "));
  EXPECT_EQ(read_file(at("SEN_2024_1.0.csv")), read_file(sent("SEN_2024_1.0.csv")));
  const auto early = draw("--year 2024 --version-number 1.0 --format csv --at-entry 40");
  EXPECT_THAT(early.output,
              AllOf(HasSubstr("other tables than sent"), HasSubstr("as known at 40")));
}

TEST_F(AefFiles, TheNextVersionSaysHowToRecordItAndIsRecorded) {
  const auto run = copy_of_demo("draw_aef");
  const auto drawn =
      itmo(fmt::format("draw-aef {}/SEN01.itmo --party SEN --year 2024 --date 2026-06-01 -o {}",
                       run.string(), folder_.string()));
  EXPECT_THAT(drawn.output, AllOf(HasSubstr("SEN_2024_1.1.xlsx"), HasSubstr("When it is sent")));
  std::string act = drawn.output.substr(drawn.output.find("  itmo act ") + 7);
  act.replace(act.find("KEY"), 3, (run / "keys" / "SEN01.key").string());
  std::erase(act, '\n');
  EXPECT_EQ(itmo(act).code, 0);
}

TEST_F(AefFiles, ANilReportSaysSo) {
  const auto nil = draw("--year 2030 --lang fr");
  EXPECT_THAT(nil.output, AllOf(HasSubstr("Une déclaration néant"), HasSubstr("SEN_2030_1.0")));
}

TEST_F(AefFiles, WrongQuestionsNameWhatIsRight) {
  const std::string journal = (demo_folder() / "SEN01.itmo").string();
  const auto party = itmo(fmt::format("draw-aef {} --party FRA --year 2024", journal));
  EXPECT_EQ(party.code, 2);
  EXPECT_THAT(party.output, HasSubstr("FRA: SEN01 does not serve this Party; name one of SEN"));
  EXPECT_THAT(draw("--year 2024 --version-number draft").output, HasSubstr("write it as 1.0"));
  EXPECT_THAT(draw("--year 2024 --date 1.6.2026").output,
              HasSubstr("write one such as 2026-05-31"));
  EXPECT_THAT(draw("--year 2024 --profile cad_trust").output,
              HasSubstr("profile cad_trust has no workbook; name a file that ends in .csv"));
  EXPECT_EQ(draw("--year 1999").code, 2);
}

TEST_F(AefFiles, ConversionsThereAndBackLoseNothingUntold) {
  const auto there = itmo(fmt::format("convert-aef {} -o {} --profile cad_trust",
                                      sent("SEN_2024_1.0.xlsx"), at("a.json")));
  EXPECT_EQ(there.code, 0) << there.output;
  EXPECT_THAT(there.output, HasSubstr("Table 2 Authorizations!Q8: profile cad_trust does not"));
  EXPECT_THAT(read_file(at("a.json")), HasSubstr(R"("aefT3ActionsItmoFirstId":"CA9999-SEN01)"));
  itmo(fmt::format("convert-aef {} -o {} --profile xlsx_checker", at("a.json"), at("b.xlsx")));
  const auto lost = itmo(fmt::format("compare-aef {} {}", sent("SEN_2024_1.0.xlsx"), at("b.xlsx")));
  EXPECT_THAT(lost.output, AllOf(HasSubstr("~ Table 2 Authorizations!Q8, Authorized timeframe"),
                                 HasSubstr("1 rows differ")));
  itmo(fmt::format("convert-aef {} -o {}", sent("SEN_2024_1.0.xlsx"), at("c.csv")));
  EXPECT_EQ(read_file(at("c.csv")), read_file(sent("SEN_2024_1.0.csv")));
  EXPECT_EQ(itmo(fmt::format("convert-aef {} -o {}", at("c.csv"), at("c.doc"))).code, 2);
}

// Another profile would lose the row; the place is told in the language that was asked for.
TEST_F(AefFiles, ARowThatCannotBeReadIsNotConverted) {
  std::string text = read_file(sent("SEN_2024_1.0.csv"));
  const auto id = text.find("CA9999-SEN01-SEN-");
  ASSERT_NE(id, std::string::npos);
  write_file(at("wrong.csv"), text.replace(id, 6, "CA99"));
  const auto refused = itmo(fmt::format("convert-aef {} -o {} --profile cad_trust --lang fr",
                                        at("wrong.csv"), at("wrong.json")));
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.output,
              AllOf(HasSubstr("tableau 3, ligne"), Not(HasSubstr("Table 3, line"))));
  EXPECT_FALSE(std::filesystem::exists(at("wrong.json")));
}

TEST_F(AefFiles, VersionsAreComparedRowByRow) {
  const auto compared =
      itmo(fmt::format("compare-aef {} {}", sent("CHE_2024_1.0.xlsx"), sent("CHE_2024_1.1.csv")));
  EXPECT_EQ(compared.code, 1);
  EXPECT_THAT(compared.output, AllOf(HasSubstr("~ Table 1, line 6, Version: 1.0 -> 1.1"),
                                     HasSubstr("+ Table 3, line 16: 12/12/2024, Acquisition"),
                                     Not(HasSubstr("\n- "))));
  const auto same = itmo(fmt::format("compare-aef {0} {0} --json", sent("CHE_2024_1.0.csv")));
  EXPECT_EQ(same.code, 0);
  EXPECT_EQ(same.output, "{\"differences\":[]}\n");
}

}  // namespace
}  // namespace openitmo::testing
