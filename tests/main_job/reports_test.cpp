#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "temporary_folder.h"

// Documents of the demonstration's Parties, drawn as a ministry would.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Reports : public ::testing::Test {
 protected:
  Reports() : folder_(temporary_folder() / "reports") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  // With the statements of the programme folder that the run copied.
  Finished draw(const std::string& kind, const std::string& party, const std::string& file,
                const std::string& more = "") const {
    return itmo(fmt::format(
        "draw-report {} {}/{}01.itmo --party {} --statements {}/evidence --date 2026-11-23 -o {} "
        "{}",
        kind, demo_folder().string(), party, party, demo_folder().string(), at(file), more));
  }
  std::filesystem::path folder_;
};

TEST_F(Reports, OfBothPartiesAreCompleteInThreeLanguages) {
  for (const char* party : {"SEN", "CHE"})
    for (const char* kind : {"initial", "updated-initial", "regular", "authorization-letter"})
      for (const char* language : {"en", "fr", "es"}) {
        const auto drawn = draw(kind, party, "report.html", fmt::format("--language {}", language));
        EXPECT_EQ(drawn.code, 0) << party << " " << kind << " " << language << drawn.output;
        const std::string page = read_file(at("report.html"));
        EXPECT_THAT(page, AllOf(HasSubstr(fmt::format("<html lang=\"{}\">", language)),
                                HasSubstr("DÉMONSTRATION, données fictives"),
                                Not(HasSubstr("class=\"missing\"")), Not(HasSubstr("http"))));
      }
}

TEST_F(Reports, WithoutStatementsTheReportIsADraft) {
  const auto drawn = itmo(fmt::format("draw-report initial {}/SEN01.itmo --party SEN -o {}",
                                      demo_folder().string(), at("draft.html")));
  EXPECT_EQ(drawn.code, 1);
  EXPECT_THAT(drawn.output, AllOf(HasSubstr("18(h)(i)"), HasSubstr("DRAFT: ")));
  EXPECT_THAT(read_file(at("draft.html")), HasSubstr("DRAFT, INCOMPLETE"));
}

// A report as it was known at an entry stays what it was (rulebook R-078).
TEST_F(Reports, ThatWasFrozenIsDrawnAgainByteForByte) {
  const auto demo = copy_of_demo("ThatWasFrozenIsDrawnAgainByteForByte");
  const auto frozen = [&](const std::string& file, const std::string& more) {
    const auto drawn = itmo(fmt::format(
        "draw-report initial {0}/SEN01.itmo --party SEN --statements {0}/evidence --date "
        "2026-11-23 -o {1} {2}",
        demo.string(), at(file), more));
    EXPECT_LE(drawn.code, 1) << drawn.output;
    return read_file(at(file));
  };
  const std::string before = frozen("a.html", "--at-entry 60");
  const std::string today = frozen("b.html", "");
  const auto act = itmo(
      fmt::format("act open_account {0}/SEN01.itmo --key {0}/keys/SEN01.key --account SEN-LATER "
                  "--party SEN",
                  demo.string()));
  ASSERT_EQ(act.code, 0) << act.output;
  EXPECT_EQ(frozen("c.html", "--at-entry 60"), before);
  EXPECT_NE(frozen("d.html", ""), today);
  EXPECT_NE(before, today);
}

// The approach is recorded later than entry 10; the statements are fictitious all the same.
TEST_F(Reports, EarlyStateOfTheDemonstrationIsMarkedToo) {
  draw("initial", "SEN", "early.html", "--at-entry 10");
  EXPECT_THAT(read_file(at("early.html")), HasSubstr("DÉMONSTRATION, données fictives"));
}

TEST_F(Reports, Table4CalculatesAgain) {
  for (const char* party : {"SEN", "CHE"}) {
    const auto drawn = draw("table-4", party, "table4.xlsx");
    EXPECT_EQ(drawn.code, 0) << drawn.output;
    const auto again =
        shell(OPENITMO_PYTHON " tests/main_job/check_formulas.py " + at("table4.xlsx"));
    EXPECT_EQ(again.code, 0) << again.output;
  }
  EXPECT_EQ(draw("table-4", "SEN", "table4.html").code, 2);
}

TEST_F(Reports, CertificateIsCheckedWithItsProofAlone) {
  const auto drawn = draw("certificate", "CHE", "use.html", "--entry 83");
  ASSERT_EQ(drawn.code, 0) << drawn.output;
  const std::string page = read_file(at("use.html"));
  const std::size_t start = page.find("CHE01-83-");
  ASSERT_NE(start, std::string::npos);
  const std::string code = page.substr(start, std::string("CHE01-83-0000-0000-0000-0000").size());
  const auto check = [&](const std::string& asked, const std::string& key) {
    return itmo(fmt::format("check-certificate {} {} --key {}/keys/{}.vkey", asked, at("use.proof"),
                            demo_folder().string(), key));
  };
  EXPECT_EQ(check(code, "CHE01").code, 0);
  EXPECT_THAT(check(code, "CHE01").output, HasSubstr("units_used"));
  EXPECT_EQ(check("CHE01-83-0000-0000-0000-0000", "CHE01").code, 1);
  EXPECT_EQ(check(code, "SEN01").code, 1);
  EXPECT_EQ(check("CHE01-83", "CHE01").code, 2);
  EXPECT_EQ(draw("certificate", "CHE", "no.html", "--entry 3").code, 2);
  EXPECT_EQ(draw("certificate", "CHE", "no.html").code, 2);
  EXPECT_FALSE(std::filesystem::exists(at("no.html")));
}

TEST_F(Reports, AnnualInformationIsThatOfTheSubmission) {
  const auto drawn = draw("annual", "SEN", "annual.html", "--to-year 2024");
  EXPECT_EQ(drawn.code, 0) << drawn.output;
  EXPECT_THAT(read_file(at("annual.html")), HasSubstr("first transfer"));
}

// Other programs make PDF and DOCX; where they are missing, that is said and nothing is left.
TEST_F(Reports, OtherCarriersNeedTheirProgram) {
  for (const char* ending : {"pdf", "docx"}) {
    const std::string file = fmt::format("letter.{}", ending);
    const auto drawn = draw("authorization-letter", "SEN", file);
    if (drawn.code == 0) {
      EXPECT_THAT(read_file(at(file)).substr(0, 4), ::testing::AnyOf("%PDF", "PK\x03\x04"));
    } else {
      EXPECT_EQ(drawn.code, 2);
      EXPECT_THAT(drawn.output, HasSubstr("apt-get install"));
      EXPECT_FALSE(std::filesystem::exists(at(file)));
    }
    EXPECT_FALSE(std::filesystem::exists(at(file + ".itmo-page.html")));
  }
  EXPECT_EQ(draw("initial", "SEN", "report.odt").code, 2);
}

TEST_F(Reports, SayWhatIsWrongWithWhatIsAskedFor) {
  EXPECT_THAT(draw("initial", "FRA", "x.html").output, HasSubstr("cannot be read"));
  EXPECT_THAT(draw("updated-initial", "SEN", "x.html", "--approach CA0001").output,
              HasSubstr("name one of CA9999"));
  EXPECT_THAT(draw("authorization-letter", "SEN", "x.html", "--authorization NO").output,
              HasSubstr("name one of SEN-AUTH-2022-1"));
  EXPECT_THAT(draw("regular", "SEN", "x.html", "--from-year 2025 --to-year 2024").output,
              HasSubstr("the first year is after the last one"));
  EXPECT_FALSE(std::filesystem::exists(at("x.html")));
}

}  // namespace
}  // namespace openitmo::testing
