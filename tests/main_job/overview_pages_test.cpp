#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "temporary_folder.h"

// `itmo dashboard` and `itmo public-page` on the demonstration's journals.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;

std::string page_of(const std::string& command) {
  const fs::path page = temporary_folder() / "page.html";
  const auto written = itmo(fmt::format("{} -o {}", command, page.string()));
  EXPECT_EQ(written.code, 0) << written.output;
  return read_file(page);
}

std::string journal(const std::string& registry) {
  return (demo_folder() / (registry + ".itmo")).string();
}

TEST(DashboardCommand, ShowsWhatIsDueAndWhereTheUnitsAre) {
  const std::string page =
      page_of(fmt::format("dashboard {} --party SEN --date 2026-11-01", journal("SEN01")));
  EXPECT_THAT(page,
              AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("Senegal: Article 6.2 at a glance"),
                    HasSubstr("SEN-AUTH-2022-1"), HasSubstr("Annual information (AEF) of 2024"),
                    HasSubstr("least developed country"), Not(HasSubstr("<script"))));
  EXPECT_THAT(page_of(fmt::format("dashboard {} --party CHE --lang fr", journal("CHE01"))),
              AllOf(HasSubstr("Tableau de bord"), HasSubstr("Ce qui est dû")));
}

TEST(DashboardCommand, SaysWhatIsWrong) {
  const auto party = itmo(fmt::format("dashboard {} --party XYZ", journal("SEN01")));
  EXPECT_EQ(party.code, 2);
  EXPECT_THAT(party.output, HasSubstr("does not serve this Party"));
  const auto day = itmo(fmt::format("dashboard {} --party SEN --date tomorrow", journal("SEN01")));
  EXPECT_EQ(day.code, 2);
  EXPECT_THAT(day.output, HasSubstr("tomorrow"));
}

TEST(DashboardCommand, LooksAtThePeriodOfAYear) {
  const fs::path demo = copy_of_demo("periods");
  write_file(demo / "ndc2.txt", "fictitious");
  const auto recorded = itmo(fmt::format(
      "act record_ndc {0}/SEN01.itmo --key {0}/keys/SEN01.key --party SEN --ndc NDC2 --version 1 "
      "--kind single_year --first-year 2031 --last-year 2035 --target-year 2035 --method "
      "single_year_averaging --averaging-convention restated_uniform --basis fictitious "
      "--document SEN-NDC2={0}/ndc2.txt",
      demo.string()));
  ASSERT_EQ(recorded.code, 0) << recorded.output;
  const std::string dashboard =
      fmt::format("dashboard {}/SEN01.itmo --party SEN --date 2026-11-01", demo.string());
  EXPECT_THAT(page_of(dashboard + " --period-year 2033"),
              AllOf(HasSubstr("NDC2 2031 to 2035"), Not(HasSubstr("NDC1 2021 to 2030"))));
  EXPECT_THAT(page_of(dashboard + " --period-year 2030"),
              AllOf(HasSubstr("NDC1 2021 to 2030"), Not(HasSubstr("NDC2 2031 to 2035"))));
  const auto unknown = itmo(dashboard + " --period-year 2041");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output, AllOf(HasSubstr("SEN has no NDC whose period holds it"),
                                    HasSubstr("name a year of 2021-2030, 2031-2035")));
}

TEST(PublicPageCommand, ShowsBothRegistriesTogether) {
  const std::string page =
      page_of(fmt::format("public-page {} {}", journal("SEN01"), journal("CHE01")));
  EXPECT_THAT(page, AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("Who transferred to whom"),
                          HasSubstr("use towards its NDC"), HasSubstr("Switzerland"),
                          HasSubstr("SEN01: "), Not(HasSubstr("<script"))));
  EXPECT_THAT(page_of(fmt::format("public-page {} --lang fr", journal("SEN01"))),
              HasSubstr("Qui a transféré à qui"));
}

TEST(PublicPageCommand, NamesAJournalThatIsNotThere) {
  const auto missing = itmo("public-page nowhere.itmo");
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.output, HasSubstr("nowhere.itmo"));
  const auto twice = itmo(fmt::format("public-page {} {}", journal("SEN01"), journal("SEN01")));
  EXPECT_EQ(twice.code, 2);
  EXPECT_THAT(twice.output, HasSubstr("SEN01 is named twice"));
}

TEST(PublicPageCommand, RefusesAYearOfNoNdcPeriod) {
  const std::string both = fmt::format("public-page {} {}", journal("SEN01"), journal("CHE01"));
  const auto unknown = itmo(both + " --period-year 2035");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output,
              AllOf(HasSubstr("no Party of these journals has an NDC whose period holds it"),
                    HasSubstr("name a year of 2021-2030")));
  EXPECT_EQ(itmo(both + " --period-year 2030").code, 0);
}

}  // namespace
}  // namespace openitmo::testing
