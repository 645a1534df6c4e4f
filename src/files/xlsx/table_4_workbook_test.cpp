#include "files/xlsx/table_4_workbook.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/xlsx/reader.h"
#include "party/demonstration.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

// The first cell of each sheet.
std::vector<std::string> first_cells(bool demonstration) {
  reporting::Table4 table{
      .party = *PartyId::parse("SEN"), .date = Date(2026, 11, 23), .demonstration = demonstration};
  table.title = ReportText::name("Table 4 of SEN");
  table.assumptions.push_back(ReportText::name("an assumption"));
  const auto path = temporary_folder() / "table-4.xlsx";
  write_table_4_workbook(table, ReportLanguage::en, path);
  const auto source = read_source(path.parent_path(), path.filename().string());
  auto book = XlsxBook::open(*source);
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < book->sheets().size(); ++i) {
    auto rows = book->rows(i);
    if (rows.next()) cells.emplace_back(rows.cells().front().text);
  }
  return cells;
}

// Sheets are printed and copied apart from each other.
TEST(Table4Workbook, EverySheetSaysWhetherItsDataIsFictitious) {
  EXPECT_THAT(first_cells(true),
              ::testing::ElementsAre(kDemonstrationLine, kDemonstrationLine, kDemonstrationLine));
  EXPECT_THAT(first_cells(false),
              ::testing::ElementsAre("Table 4 of SEN", "Table 4 of SEN", "Table 4 of SEN"));
}

}  // namespace
}  // namespace openitmo::files
