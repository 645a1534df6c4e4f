#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// A run without journals: `itmo verify` makes its results again from the evidence.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Finished verify(const std::filesystem::path& folder) { return itmo("verify " + folder.string()); }

void expect_named(const std::filesystem::path& folder, const std::string& name) {
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 1) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("! " + name + ": "));
}

void alter(const std::filesystem::path& file, const std::string& text, const std::string& other) {
  std::string bytes = read_file(file);
  const auto at = bytes.find(text);
  ASSERT_NE(at, std::string::npos) << text << " is not in " << file;
  write_file(file, bytes.replace(at, text.size(), other));
}

TEST(VerifyQuantities, PassesOnAnUntouchedRunAndSaysThatItHasNoJournals) {
  const auto folder = copy_of_soc_son("soc-untouched");
  const auto english = verify(folder);
  EXPECT_EQ(english.code, 0) << english.output;
  EXPECT_THAT(english.output, AllOf(HasSubstr("This run holds no journals"),
                                    HasSubstr("1 quantities recomputed from monitoring data"),
                                    HasSubstr("Everything was recomputed and agrees"),
                                    Not(HasSubstr("entries replayed"))));
  const auto french = itmo("verify --lang fr " + folder.string());
  EXPECT_THAT(french.output, HasSubstr("Cette exécution n'a pas de journaux"));
}

TEST(VerifyQuantities, NamesAnAlteredResultAndItsList) {
  const auto folder = copy_of_soc_son("soc-result");
  alter(folder / "results/soc-son.json", "\"reductions_kg_co2eq\":", "\"reductions_kg_co2eq\":1");
  expect_named(folder, "results/soc-son.json");
  const auto list = copy_of_soc_son("soc-list");
  alter(list / "results/soc-son.manifest", "data/waste.csv", "data/paste.csv");
  expect_named(list, "results/soc-son.manifest");
}

TEST(VerifyQuantities, NamesAlteredEvidence) {
  const auto folder = copy_of_soc_son("soc-evidence");
  std::ofstream(folder / "evidence/data/waste.csv", std::ios::app) << "\n";
  expect_named(folder, "evidence/data/waste.csv");
}

// Evidence and its list altered together: the results do not follow from it.
TEST(VerifyQuantities, NamesResultsThatDoNotFollowFromTheEvidence) {
  const auto folder = copy_of_soc_son("soc-both");
  alter(folder / "evidence/components/soc-son.toml", "model = \"yearly\"", "model = \"monthly\"");
  shell("cd " + (folder / "evidence").string() +
        " && find . -type f | sed 's|^./||' | LC_ALL=C sort | xargs sha256sum > "
        "../evidence.sha256");
  expect_named(folder, "results/soc-son.json");
}

TEST(VerifyQuantities, NamesAnAlteredReportAMissingFileAndOneTooMany) {
  const auto folder = copy_of_soc_son("soc-report");
  alter(folder / "report.fr.html", "<body", "<body lang=\"en\"");
  expect_named(folder, "report.fr.html");
  const auto missing = copy_of_soc_son("soc-missing");
  std::filesystem::remove(missing / "results/soc-son.json");
  expect_named(missing, "results/soc-son.json");
  for (const std::string name : {"balances.csv", "results/other.json", "SEN01.itmo.txt"}) {
    const auto more =
        copy_of_soc_son("soc-more-" + std::filesystem::path(name).filename().string());
    std::ofstream(more / name) << "x";
    expect_named(more, name);
  }
}

TEST(VerifyQuantities, AFolderThatNoRunWroteIsRefused) {
  const auto folder = copy_of_soc_son("soc-none");
  std::filesystem::remove(folder / "evidence.sha256");
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 2) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("there is no journal here"));
}

// Without quantities nothing is compared but the evidence with its list.
TEST(VerifyQuantities, WithoutRecomputationClaimsLess) {
  const auto folder = copy_of_soc_son("soc-less");
  const auto finished = itmo("verify --without-recomputation " + folder.string());
  EXPECT_EQ(finished.code, 0) << finished.output;
  EXPECT_THAT(finished.output, AllOf(HasSubstr("Not compared: results/soc-son.json"),
                                     HasSubstr("report.en.html"), Not(HasSubstr("Everything"))));
}

}  // namespace
}  // namespace openitmo::testing
