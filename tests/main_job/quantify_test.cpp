#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// `itmo quantify` on the demonstration's programme folder.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string programme() { return (demo_folder() / "evidence").string(); }

Finished quantify(const std::string& more) {
  return itmo(fmt::format("quantify {} {}", programme(), more));
}

TEST(QuantifyCommand, ShowsEstimateIntervalAndContributors) {
  const auto shown = quantify("cap-est");
  EXPECT_EQ(shown.code, 0) << shown.output;
  EXPECT_THAT(shown.output,
              AllOf(HasSubstr("DEMONSTRATION, fictitious data"), HasSubstr("estimate (t)"),
                    HasSubstr("95 %, by IPCC approach 1 (t)"), HasSubstr("EF_CH4.composting"),
                    HasSubstr("MR-1"), HasSubstr("MR-2"), Not(HasSubstr("casamance-sud")),
                    Not(HasSubstr("draws"))));
  const auto french = quantify("cap-est --draws 2000 --lang fr");
  EXPECT_THAT(french.output,
              AllOf(HasSubstr("DÉMONSTRATION"), HasSubstr("tirages, 95 %"),
                    HasSubstr("chiffre incertain"), HasSubstr("depuis la graine 1")));
}

TEST(QuantifyCommand, ListsWhatTheRulesOfDataQualityNoted) {
  EXPECT_THAT(quantify("mbeubeuss-gas").output,
              HasSubstr("minutes_2024-10.csv.gz:10362: warning: sensor_stuck: 2024-10, methane "
                        "fraction: the same figure for longer than the limit for 10.333 h"));
  EXPECT_THAT(quantify("mbeubeuss-gas --lang fr").output,
              HasSubstr("avertissement : gap_in_stream : 2024-10, pas de ligne pendant 3 h : rien "
                        "de détruit ; -5,835 t éq. CO2."));
}

TEST(QuantifyCommand, GivesTheSameBytesOnAnyNumberOfThreadsAndAnyProcessor) {
  const auto one = quantify("cap-est --draws 3000 --seed 7 --json --threads 1");
  EXPECT_EQ(one.code, 0) << one.output;
  EXPECT_THAT(one.output, AllOf(HasSubstr(R"("seed":"7")"), HasSubstr(R"("table_3_2")"),
                                HasSubstr(R"("indices":[)")));
  EXPECT_EQ(quantify("cap-est --draws 3000 --seed 7 --json --threads 3").output, one.output);
  EXPECT_EQ(
      itmo_without_fma(fmt::format("quantify {} cap-est --draws 3000 --seed 7 --json", programme()))
          .output,
      one.output);
  EXPECT_NE(quantify("cap-est --draws 3000 --seed 8 --json").output, one.output);
}

TEST(QuantifyCommand, SaysWhatItCannotDo) {
  const auto unknown = quantify("nowhere");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output, AllOf(HasSubstr("nowhere: no component or monitoring report"),
                                    HasSubstr("casamance-sud")));
  const auto no_folder = itmo("quantify nowhere --lang fr");
  EXPECT_EQ(no_folder.code, 2);
  EXPECT_THAT(no_folder.output, HasSubstr("ce dossier n'existe pas"));
  EXPECT_EQ(quantify("--draws 10").code, 2);
  EXPECT_EQ(quantify("--draws many").code, 2);
}

TEST(QuantifyCommand, TakesARunAsItsSiblingsDo) {
  const auto run = itmo(fmt::format("quantify {} cap-est", demo_folder().string()));
  EXPECT_EQ(run.code, 0) << run.output;
  EXPECT_EQ(run.output, quantify("cap-est").output);
}

// A policy in programme.toml reaches every component and its derivation.
TEST(QuantifyCommand, DeductsByThePolicyOfTheProgramme) {
  const auto copy = copy_of_demo("deduction") / "evidence";
  write_file(copy / "programme.toml",
             read_file(copy / "programme.toml") +
                 "\n[conservative_deduction]\nrule = \"bands\"\n"
                 "source = \"FCCC/SBSTA/2003/10/Add.2\"\nconfidence = \"M\"\n");
  const auto shown = itmo(fmt::format("quantify {} cap-est", copy.string()));
  EXPECT_EQ(shown.code, 0) << shown.output;
  EXPECT_THAT(shown.output,
              AllOf(HasSubstr("deduction"), HasSubstr("claimed"),
                    HasSubstr("Deducted by the band of approach 1 (FCCC/SBSTA/2003/10/Add.2).")));
  EXPECT_THAT(itmo(fmt::format("quantify {} cap-est --json", copy.string())).output,
              AllOf(HasSubstr("ER_claimed,y"), HasSubstr("UD_y"), HasSubstr("claimed_t_co2eq")));
}

}  // namespace
}  // namespace openitmo::testing
