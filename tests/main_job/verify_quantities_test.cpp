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

// Two minutes of gas under the clock of Dakar; what a run on a machine whose time zone data have
// another version wrote differs from ours in that name, and in the hash of the result.
std::filesystem::path run_of_gas_with_time_zone_data(const std::string& version) {
  const auto programme = copy_of_soc_son("gas-" + version) / "gas-programme";
  std::filesystem::create_directories(programme / "components");
  write_file(programme / "programme.toml", R"(title = { en = "Gas", fr = "Gaz" }
demonstration = false
components = ["components/wells.toml"]
[summary]
en = "A test."
fr = "Un essai."
)");
  write_file(programme / "components/wells.toml", R"(component = "wells"
name = { en = "Wells", fr = "Puits" }
town = "Dakar"
climate_zone = "tropical_dry"
methodology = "ACM0001"
methodology_version = "19.0"
gwp_set = "AR5"
crediting_first_day = 2024-10-01
crediting_last_day = 2024-10-31
[options]
baseline_case = "no_rule_no_system"
[monitoring]
electricity = ["electricity.csv"]
gas_stream = ["minutes.csv"]
[gas_stream]
time_zone = "Africa/Dakar"
interval_s = 60
flow_basis = "dry"
fraction_basis = "dry"
dry_by = "moisture"
[gas_stream.flare]
kind = "open"
)");
  write_file(programme / "electricity.csv", "month;consumption (kWh)\n2024-10;10\n");
  write_file(programme / "minutes.csv",
             "time,flow to flare (Nm3/h),CH4 (%),flame\n"
             "2024-10-01T00:00,600,50,1\n2024-10-01T00:01,601,50,1\n");
  const auto folder = programme.parent_path() / "run";
  const auto run = itmo("run " + programme.string() + " -o " + folder.string());
  EXPECT_EQ(run.code, 0) << run.output;
  shell("cd " + folder.string() +
        " && old=$(sha256sum < results/wells.json | cut -c1-64)"
        " && sed -i 's/\"time_zone_data\":\"[^\"]*\"/\"time_zone_data\":\"" +
        version +
        "\"/' results/wells.json"
        " && new=$(sha256sum < results/wells.json | cut -c1-64)"
        " && sed -i \"s/$old/$new/\" report.en.html report.fr.html");
  return folder;
}

TEST(VerifyQuantities, AcceptsTimeZoneDataOfAnotherVersionWithANote) {
  const auto folder = run_of_gas_with_time_zone_data("1999a");
  const auto english = verify(folder);
  EXPECT_EQ(english.code, 0) << english.output;
  EXPECT_THAT(english.output,
              HasSubstr("  results/wells.json: made with time zone data 1999a, recomputed with "));
  const auto french = itmo("verify --lang fr " + folder.string());
  EXPECT_EQ(french.code, 0) << french.output;
  EXPECT_THAT(french.output, HasSubstr("fuseaux horaires 1999a, recalculé avec "));
  alter(folder / "results/wells.json", "\"reductions_kg_co2eq\":", "\"reductions_kg_co2eq\":1");
  expect_named(folder, "results/wells.json");
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
