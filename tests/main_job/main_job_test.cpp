#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(MainJob, TheDemonstrationRunsWithoutARefusal) {
  EXPECT_EQ(demo_run().code, 0) << demo_run().output;
  EXPECT_THAT(demo_run().output,
              AllOf(HasSubstr("DEMONSTRATION, fictitious data"), Not(HasSubstr("refused"))));
  for (const char* file : {"SEN01.itmo", "CHE01.itmo", "report.en.html", "report.fr.html",
                           "balances.csv", "aef/SEN_2024_1.0.xlsx", "aef/CHE_2024_1.0.csv",
                           "aef/CHE_2024_1.1.xlsx", "evidence.sha256", "keys/SEN01.vkey"})
    EXPECT_TRUE(std::filesystem::exists(demo_folder() / file)) << file;
}

TEST(MainJob, ThePlantedMismatchIsFoundAndMended) {
  const std::string& output = demo_run().output;
  const auto first = output.find("First versions (1.0): Checked, inconsistencies identified");
  const auto last = output.find("Last versions: Checked, no inconsistencies identified");
  ASSERT_NE(first, std::string::npos);
  ASSERT_NE(last, std::string::npos);
  EXPECT_THAT(output.substr(first, last - first), HasSubstr("reports no acquisition of them"));
}

TEST(MainJob, TheFirstYearOfATropicalDryComponentIsADeficit) {
  EXPECT_THAT(read_file(demo_folder() / "results/MR-1-niaye-nord.json"), HasSubstr("tropical_dry"));
  EXPECT_THAT(demo_run().output, ::testing::ContainsRegex("niaye-nord +2022 +-1"));
}

TEST(MainJob, TheTerminalNamesEveryFileAndTheLateRecord) {
  EXPECT_THAT(demo_run().output,
              AllOf(HasSubstr("/report.en.html"), HasSubstr("/report.fr.html"),
                    HasSubstr("/balances.csv"), HasSubstr("(recorded on 2025-05-20)")));
}

TEST(MainJob, TwoRunsGiveTheSameBytes) {
  const auto again = copy_of_demo("again");
  const auto finished = itmo("run programmes/senegal-waste -o " + again.string());
  ASSERT_EQ(finished.code, 0) << finished.output;
  for (const char* file : {"balances.csv", "aef/SEN_2025_1.0.csv", "aef/SEN_2025_1.0.xlsx",
                           "report.fr.html", "results/MR-2-cap-est.json", "evidence.sha256"})
    EXPECT_EQ(read_file(demo_folder() / file), read_file(again / file)) << file;
}

// verify recomputes every figure and compares byte for byte.
TEST(MainJob, AProcessorWithoutFusedMultiplyAddGivesTheSameBytes) {
  const auto verified = itmo_without_fma("verify " + demo_folder().string());
  EXPECT_EQ(verified.code, 0) << verified.output;
  EXPECT_THAT(verified.output, HasSubstr("Everything was recomputed and agrees"));
}

TEST(MainJob, FrenchThroughout) {
  const auto french =
      itmo("run programmes/senegal-waste --lang fr -o " + copy_of_demo("fr").string());
  EXPECT_EQ(french.code, 0) << french.output;
  EXPECT_THAT(french.output,
              AllOf(HasSubstr("DÉMONSTRATION, données fictives"), HasSubstr("millésime"),
                    HasSubstr("bilans d'émissions"), Not(HasSubstr("Carrying out")),
                    Not(HasSubstr("corresponding")), Not(HasSubstr("vintage"))));
}

TEST(MainJob, SocSonIsReproduced) {
  const auto finished = itmo("run programmes/soc-son -o " + copy_of_demo("soc").string());
  EXPECT_EQ(finished.code, 0) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("reproduced within 0.5 t CO2 eq in every year"));
  const std::string report = read_file(copy_of_soc_son("declared-report") / "report.en.html");
  EXPECT_THAT(report, AllOf(HasSubstr("follow from declared amounts; nothing was measured"),
                            HasSubstr("stand for years 1 to 7 of the project"),
                            Not(HasSubstr("<dt>Measured</dt>"))));
}

TEST(MainJob, TraceTellsTheLifeOfAUnitBothWays) {
  const auto finished = itmo("trace CA9999-SEN01-SEN-100-2023 " + demo_folder().string());
  EXPECT_EQ(finished.code, 0);
  EXPECT_THAT(
      finished.output,
      AllOf(HasSubstr("units_issued"), HasSubstr("units_transferred"), HasSubstr("units_acquired"),
            HasSubstr("units_used"), HasSubstr("verification_concluded"),
            HasSubstr("itmos_authorized"), HasSubstr("SEN_2024_1.0 Table 3"),
            HasSubstr("CHE_2025_1.0 Table 3"), HasSubstr("BE_CH4,SWDS,y"), HasSubstr(".xlsx")));
}

TEST(MainJob, TraceNamesTheDeficitTheUserAndTheLateRecord) {
  const auto finished = itmo("trace CA9999-SEN01-SEN-100-2023 " + demo_folder().string());
  EXPECT_THAT(finished.output,
              AllOf(HasSubstr("DEMONSTRATION, fictitious data"),
                    HasSubstr("CHE01: used by CHE towards its NDC for 2024"),
                    ::testing::ContainsRegex("[1-9][0-9]*\\.[0-9]+ t of deficit brought forward"),
                    HasSubstr("(recorded on 2025-05-20)"), HasSubstr("RQ-1 by ENT-SEN-02")));
}

TEST(MainJob, TraceInFrench) {
  const auto finished = itmo("trace CA9999-SEN01-SEN-100-2023 --lang fr " + demo_folder().string());
  EXPECT_EQ(finished.code, 0);
  EXPECT_THAT(finished.output,
              AllOf(HasSubstr("utilisée par CHE pour sa CDN pour 2024"),
                    HasSubstr("délivrance d'unités"), HasSubstr("valeur par défaut"),
                    Not(HasSubstr("units_issued")), Not(HasSubstr("confidence")),
                    Not(HasSubstr("held on")), Not(HasSubstr("DEMONSTRATION, fict"))));
}

TEST(MainJob, TraceSaysWhatIsWrongWithAnIdentifier) {
  EXPECT_EQ(itmo("trace CA9999-SEN01-SEN-999999-2023 " + demo_folder().string()).code, 1);
  const auto wrong = itmo("trace CA9999-SEN01 " + demo_folder().string());
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.output, HasSubstr("is no ITMO identifier"));
}

TEST(MainJob, ProofsAreWrittenAndCheckedWithoutTheDatabase) {
  const std::string demo = demo_folder().string();
  const std::string file = copy_of_demo("proofs-test").string() + "/entry.proof";
  ASSERT_EQ(itmo(fmt::format("prove {}/SEN01.itmo --entry 5 -o {}", demo, file)).code, 0);
  const std::string check = fmt::format("check-proof {} --key {}/keys/SEN01.vkey", file, demo);
  const auto proven = itmo(check);
  EXPECT_EQ(proven.code, 0) << proven.output;
  EXPECT_THAT(proven.output, HasSubstr("proven: entry 5 stands in the journal"));

  std::string altered = read_file(file);
  altered[altered.size() / 2] ^= 1;
  write_file(file, altered);
  EXPECT_EQ(itmo(check).code, 1);

  ASSERT_EQ(itmo(fmt::format("prove {}/SEN01.itmo --from 5 -o {}", demo, file)).code, 0);
  EXPECT_THAT(itmo(check).output, HasSubstr("only grew from 5 to"));
  EXPECT_EQ(itmo(fmt::format("prove {}/SEN01.itmo --entry 9999", demo)).code, 2);
}

TEST(MainJob, AMissingProgrammeFolderIsNamed) {
  const auto finished = itmo("run programmes/nowhere");
  EXPECT_EQ(finished.code, 2);
  EXPECT_THAT(finished.output, HasSubstr("programmes/nowhere"));
}

TEST(MainJob, SomebodyElsesFolderIsNotOverwritten) {
  const auto folder = copy_of_demo("theirs");
  std::filesystem::remove(folder / ".openitmo-output");
  const auto finished = itmo("run programmes/senegal-waste -o " + folder.string());
  EXPECT_EQ(finished.code, 2) << finished.output;
  EXPECT_TRUE(std::filesystem::exists(folder / "SEN01.itmo"));
}

TEST(MainJob, AFullDiskLeavesNothingHalf) {
  const auto target = copy_of_demo("full").parent_path() / "full-target";
  // Files may grow to 100 blocks of 512 bytes only: the disk is full while the journal is written.
  const auto finished =
      shell(fmt::format("trap '' XFSZ; ulimit -f 100; {} run programmes/senegal-waste -o {}",
                        OPENITMO_BINARY, target.string()));
  EXPECT_EQ(finished.code, 2) << finished.output;
  EXPECT_FALSE(std::filesystem::exists(target));
}

// The soc-son programme as an author has it before anything is published.
TEST(MainJob, WithoutPublishedFiguresTheReductionsAreListed) {
  const auto folder = copy_of_soc_son("without-figures");
  const auto component = folder / "evidence/components/soc-son.toml";
  const std::string text = read_file(component);
  write_file(component, text.substr(0, text.find("[published]")));
  const auto finished = itmo(fmt::format("run {0}/evidence -o {0}/again", folder.string()));
  EXPECT_EQ(finished.code, 0) << finished.output;
  EXPECT_THAT(finished.output, AllOf(HasSubstr("soc-son    2022  "), HasSubstr("soc-son    2028  "),
                                     Not(HasSubstr("ublished")), Not(HasSubstr("difference"))));
}

}  // namespace
}  // namespace openitmo::testing
