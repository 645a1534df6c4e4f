#include "files/aef/check_folder.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reporting/aef_fixture.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using reporting::AefCell;
using reporting::AefCells;
using reporting::AefProfile;
using reporting::AefTable;
using reporting::CheckRule;
using reporting::Finding;
using ::testing::IsEmpty;
namespace fixture = reporting::fixture;

class CheckFolder : public ::testing::Test {
 protected:
  CheckFolder() : folder_(temporary_folder() / "check_folder") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void write(const std::string& name, const AefCells& cells) const {
    std::ofstream(folder_ / name, std::ios::binary)
        << aef_csv(rows_of(cells), AefProfile::xlsx_checker);
  }
  CheckedFolder check(CheckReach reach = CheckReach::across) const {
    auto checked = check_folder(folder_, {}, reach, [](std::size_t count, const auto& work) {
      for (std::size_t i = 0; i < count; ++i) work(i);
    });
    EXPECT_TRUE(checked) << checked.error().to_text(Language::en);
    return checked ? std::move(*checked) : CheckedFolder{};
  }

  std::filesystem::path folder_;
};

AefCells host() { return render(fixture::host(), AefProfile::xlsx_checker); }
AefCell& header(AefCells& cells, std::size_t field) {
  return cells.of(AefTable::submission)[0][field - 1];
}
AefCell& action(AefCells& cells, std::size_t field) {
  return cells.of(AefTable::actions)[0][field - 1];
}

std::vector<CheckRule> rules_of(const CheckedFolder& checked, std::size_t file) {
  std::vector<CheckRule> rules;
  for (const Finding& finding : checked.findings)
    if (finding.at.submission == file) rules.push_back(finding.rule);
  return rules;
}

TEST_F(CheckFolder, WrongCellsOfAReplacedVersionCountForNothing) {
  AefCells first = host();
  action(first, 18) = AefCell::of("Emission reduction");
  write("a.csv", first);
  AefCells second = host();
  header(second, 2) = AefCell::of("1.1");
  write("b.csv", second);
  const CheckedFolder checked = check();
  ASSERT_EQ(checked.files.size(), 2U);
  EXPECT_FALSE(checked.marks[0]);
  EXPECT_TRUE(checked.marks[1]);
  EXPECT_THAT(rules_of(checked, 0), IsEmpty());
  EXPECT_EQ(counts_by_file(checked)[0].inconsistencies, 0U);
}

TEST_F(CheckFolder, WrongCellsOfTheVersionThatStandsCount) {
  AefCells first = host();
  write("a.csv", first);
  header(first, 2) = AefCell::of("1.1");
  action(first, 18) = AefCell::of("Emission reduction");
  write("b.csv", first);
  const CheckedFolder checked = check();
  EXPECT_EQ(checked.marks[1], reporting::CheckMark::inconsistent);
  EXPECT_EQ(counts_by_file(checked)[1].inconsistencies, 1U);
}

TEST_F(CheckFolder, RowsOfAFileWithoutAKeyAreChecked) {
  AefCells cells = host();
  header(cells, 2) = AefCell();
  action(cells, 16) = AefCell::of(std::uint64_t{499});
  write("a.csv", cells);
  const CheckedFolder across = check();
  ASSERT_EQ(across.files.size(), 1U);
  EXPECT_FALSE(across.marks[0]);
  EXPECT_THAT(rules_of(across, 0), ::testing::Contains(CheckRule::quantity_differs_from_block));
  EXPECT_EQ(across.findings, check(CheckReach::each).findings);
}

// What cannot be read of Table 1 is said of its cell, and nothing is concluded from it.
TEST_F(CheckFolder, AYearOrDateThatCannotBeReadHasNoConsequences) {
  for (const std::size_t field : {3UL, 4UL}) {
    AefCells cells = host();
    header(cells, field) = AefCell::of("draft");
    write("a.csv", cells);
    const CheckedFolder checked = check(CheckReach::each);
    for (const Finding& finding : checked.findings)
      EXPECT_EQ(finding.at.table, AefTable::submission) << text_of(finding.rule).code;
    EXPECT_EQ(rules_of(checked, 0).size(), 1U) << "field " << field;
  }
}

}  // namespace
}  // namespace openitmo::files
