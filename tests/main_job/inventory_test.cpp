#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "temporary_folder.h"

// `itmo inventory` and `itmo explain` on the inventory that ships with the demonstration.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;

const std::string kFolder = "programmes/senegal-waste/inventory";

Finished inventory(const std::string& more, const std::string& folder = kFolder) {
  return itmo(fmt::format("inventory {} {}", folder, more));
}

fs::path copy_of_inventory(const std::string& name) {
  const fs::path copy = temporary_folder() / name;
  fs::copy(fs::path(OPENITMO_SOURCE_DIR) / kFolder, copy, fs::copy_options::recursive);
  return copy;
}

// The whole answer, byte for byte: what changes a figure changes this file.
TEST(InventoryCommand, GivesTheKnownFigures) {
  const auto csv = inventory("--csv");
  EXPECT_EQ(csv.code, 0) << csv.output;
  EXPECT_EQ(csv.output, read_file(fs::path(OPENITMO_SOURCE_DIR) / "tests" / "main_job" /
                                  "expected" / "senegal_inventory.csv"));
  EXPECT_EQ(itmo_without_fma(fmt::format("inventory {} --csv", kFolder)).output, csv.output);
}

TEST(InventoryCommand, ShowsOneYearLineByLine) {
  const auto shown = inventory("--year 2023");
  EXPECT_EQ(shown.code, 0) << shown.output;
  EXPECT_THAT(shown.output,
              AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("5.A.2"), HasSubstr("T2"),
                    HasSubstr("NO"), HasSubstr("Open burning"), Not(HasSubstr("2022"))));
  const auto french = inventory("--year 2023 --draws 1000 --lang fr");
  EXPECT_THAT(french.output, HasSubstr("lignes directrices du GIEC de 2006, tropical sec"));
  EXPECT_THAT(french.output, AllOf(HasSubstr("Décharges non gérées"), HasSubstr("tirages, 95 %"),
                                   HasSubstr("ne sont pas encore établis")));
}

TEST(InventoryCommand, DrawsReplayOnAnyNumberOfThreads) {
  const auto one = inventory("--year 2023 --draws 2000 --seed 7 --json --threads 1");
  EXPECT_EQ(one.code, 0);
  EXPECT_THAT(one.output, AllOf(HasSubstr(R"("seed":"7")"), HasSubstr(R"("p97_5_t_co2eq")")));
  EXPECT_EQ(inventory("--year 2023 --draws 2000 --seed 7 --json --threads 3").output, one.output);
}

TEST(InventoryCommand, FiguresAreExplainedDownToTheirRows) {
  const auto shown =
      itmo(fmt::format("explain {} W_x --year 2023 --of unmanaged_deep --period 2022", kFolder));
  EXPECT_EQ(shown.code, 0) << shown.output;
  EXPECT_THAT(shown.output, AllOf(HasSubstr("generation.csv:64"), HasSubstr("column population"),
                                  HasSubstr("treatment.csv:7"), HasSubstr("column share")));
  const auto unknown = itmo(fmt::format("explain {} nothing --year 2023", kFolder));
  EXPECT_EQ(unknown.code, 1);
  EXPECT_THAT(unknown.output, AllOf(HasSubstr("No figure is called nothing"),
                                    HasSubstr("5 solid waste"), HasSubstr("5.C.2 N2O")));
  EXPECT_THAT(itmo(fmt::format("explain {} '5.A.2 CH4' --year 2023 --format json", kFolder)).output,
              AllOf(HasSubstr("openitmo/explanation/1"), HasSubstr("IPCC V5 inventory")));
}

TEST(InventoryCommand, MissingIsUnknownAndNeverZero) {
  const fs::path copy = copy_of_inventory("unknown");
  const std::string rows = read_file(copy / "treatment.csv");
  write_file(copy / "treatment.csv",
             rows.substr(0, rows.find("2024,composted")) + rows.substr(rows.find("2022,other")));
  // Without a mass of 2024 the share of 1960 holds: a mass is of its own year.
  EXPECT_EQ(inventory("--year 2024", copy.string()).code, 0);
  const std::string generation = read_file(copy / "generation.csv");
  write_file(copy / "generation.csv", generation.substr(0, generation.find("2024,")));
  const auto shown = inventory("--year 2024", copy.string());
  EXPECT_EQ(shown.code, 0) << shown.output;
  EXPECT_THAT(shown.output, AllOf(HasSubstr("NE"), HasSubstr("5.A.2: nothing says"),
                                  HasSubstr("in 2024"), HasSubstr("add the year")));
}

TEST(InventoryCommand, SaysWhatItCannotDo) {
  EXPECT_THAT(inventory("--lang fr", "nowhere").output, HasSubstr("ce dossier n'existe pas"));
  EXPECT_EQ(inventory("", "nowhere").code, 2);
  const auto year = inventory("--year 1999");
  EXPECT_EQ(year.code, 2);
  EXPECT_THAT(year.output, HasSubstr("from 2010 to 2024"));
  EXPECT_EQ(inventory("--draws 9999999").code, 2);
  const fs::path copy = copy_of_inventory("wrong");
  write_file(copy / "treatment.csv", "year,pathway,share (%)\n1960,unmanaged_deep,120\n");
  const auto wrong = inventory("", copy.string());
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.output, HasSubstr("treatment.csv:2: impossible_quantity: Column share"));
}

}  // namespace
}  // namespace openitmo::testing
