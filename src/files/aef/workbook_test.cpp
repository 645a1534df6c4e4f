#include "files/aef/workbook.h"

#include <cmath>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <map>
#include <regex>

#include "files/xlsx/package.h"
#include "files/xlsx/reader.h"
#include "reporting/aef_fixture.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

namespace fixture = reporting::fixture;
using reporting::AefCell;
using reporting::AefProfile;
using reporting::AefTable;

Instant created() { return *Instant::parse("2027-04-01T00:00:00Z"); }

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// All cells of a workbook that hold something: sheet, row and column from 1 as in "C4".
struct ReadCell {
  Cell::Kind kind;
  std::string text;
  double number;
  Date date;
};
using ReadSheet = std::map<std::pair<std::uint32_t, std::uint32_t>, ReadCell>;

struct ReadWorkbook {
  std::vector<std::string> names;
  std::map<std::string, ReadSheet> sheets;
};

ReadWorkbook read_back(const std::string& bytes) {
  ReadWorkbook workbook;
  const Source source{"test.xlsx", bytes};
  auto book = XlsxBook::open(source);
  EXPECT_TRUE(book.has_value());
  for (std::size_t i = 0; i < book->sheets().size(); ++i) {
    const std::string name = book->sheets()[i].name;
    workbook.names.push_back(name);
    XlsxRows rows = book->rows(i);
    while (rows.next()) {
      std::uint32_t column = 0;
      for (const Cell& cell : rows.cells()) {
        ++column;
        if (cell.kind == Cell::Kind::empty) continue;
        workbook.sheets[name][{rows.row(), column}] = {cell.kind, std::string(cell.text),
                                                       cell.number, cell.instant.date()};
      }
    }
    EXPECT_EQ(rows.error().en, "");
  }
  return workbook;
}

class AefWorkbook : public testing::Test {
 protected:
  std::filesystem::path path(const std::string& name) const { return temporary_folder() / name; }
  ReadWorkbook written(const reporting::AefSubmission& submission) const {
    const auto file = path("openitmo_aef_workbook_test.xlsx");
    std::filesystem::remove(file);
    write_aef_workbook(submission, AefProfile::xlsx_checker, file, created());
    return read_back(bytes_of(file));
  }
};

void expect_cell(const ReadSheet& sheet, std::uint32_t row, std::uint32_t column,
                 const AefCell& cell) {
  const auto found = sheet.find({row, column});
  if (cell.kind == AefCell::Kind::empty) {
    EXPECT_EQ(found, sheet.end()) << row << ", " << column;
    return;
  }
  ASSERT_NE(found, sheet.end()) << row << ", " << column << " should be " << cell.shown();
  switch (cell.kind) {
    case AefCell::Kind::empty:
      break;
    case AefCell::Kind::text:
      EXPECT_EQ(found->second.kind, Cell::Kind::text);
      EXPECT_EQ(found->second.text, cell.text);
      break;
    case AefCell::Kind::number:
      EXPECT_EQ(found->second.kind, Cell::Kind::number);
      EXPECT_EQ(std::llround(found->second.number), static_cast<long long>(cell.number));
      break;
    case AefCell::Kind::date:
      EXPECT_EQ(found->second.kind, Cell::Kind::date);
      EXPECT_EQ(found->second.date, cell.date);
      break;
  }
}

TEST_F(AefWorkbook, HasTheSevenSheetsInOrder) {
  EXPECT_THAT(written(fixture::host()).names,
              testing::ElementsAre("Index", "Summary information", "Table 1 Submission",
                                   "Table 2 Authorizations", "Table 3 Actions", "Table 4 Holdings",
                                   "Table 5 Auth. entities"));
}

TEST_F(AefWorkbook, EveryCellReadsBackAsRendered) {
  for (const auto& submission : {fixture::host(), fixture::acquirer()}) {
    const ReadWorkbook workbook = written(submission);
    const auto cells = reporting::render(submission, AefProfile::xlsx_checker);
    for (std::size_t i = 0; i < reporting::kAefTableCount; ++i) {
      const auto table = static_cast<AefTable>(i);
      const auto& info = reporting::aef_table(table);
      const ReadSheet& sheet = workbook.sheets.at(std::string(info.sheet));
      for (const auto& field : reporting::aef_fields(table)) {
        const bool transposed = table == AefTable::submission;
        const auto column = reporting::aef_column(table, field.number) + 1;
        expect_cell(sheet, transposed ? info.header_row + field.number : info.header_row,
                    transposed ? 2 : column, AefCell::of(field.label));
        for (std::uint32_t row = 0; row < cells.of(table).size(); ++row)
          expect_cell(sheet, transposed ? 3U + field.number : info.header_row + row + 1,
                      transposed ? 3 : column, cells.of(table)[row][field.number - 1U]);
      }
    }
  }
}

// Where the known checker looks: fixed places, and the count of blanks in the header rows.
TEST_F(AefWorkbook, StandsWhereTheKnownCheckerLooks) {
  const ReadWorkbook workbook = written(fixture::host());
  const auto at = [&](const char* sheet, std::uint32_t row, std::uint32_t column) {
    const auto found = workbook.sheets.at(sheet).find({row, column});
    return found == workbook.sheets.at(sheet).end() ? std::string() : found->second.text;
  };
  EXPECT_EQ(at("Table 1 Submission", 4, 2), "Party");
  EXPECT_EQ(at("Table 1 Submission", 4, 3), "SEN");
  EXPECT_EQ(at("Table 1 Submission", 5, 3), "1.0");
  EXPECT_EQ(at("Table 1 Submission", 8, 3), "{Information in this field is populated by the CARP}");
  EXPECT_EQ(at("Table 1 Submission", 12, 3), "{Link to be produced by the CARP}");
  EXPECT_EQ(at("Table 2 Authorizations", 7, 2), "Authorization ID");
  EXPECT_EQ(at("Table 2 Authorizations", 7, 6), "");
  EXPECT_EQ(at("Table 2 Authorizations", 7, 7), "Authorized quantity");
  EXPECT_EQ(at("Table 3 Actions", 8, 2), "Action date");
  EXPECT_EQ(at("Table 3 Actions", 8, 11), "");
  EXPECT_EQ(at("Table 3 Actions", 8, 19), "Quantity (t\u00a0CO2\u00a0eq)");
  EXPECT_EQ(at("Table 3 Actions", 8, 34), "Additional explanatory information");
  EXPECT_EQ(at("Table 3 Actions", 9, 9), "CA9999-SEN01-SEN-1-2024");
  EXPECT_EQ(at("Table 4 Holdings", 7, 2), "Cooperative approach ID");
  EXPECT_EQ(at("Table 4 Holdings", 7, 20), "Vintage");
  EXPECT_EQ(at("Table 5 Auth. entities", 10, 2), "Date of the authorization");
  EXPECT_EQ(at("Table 5 Auth. entities", 11, 3), "Compost du Fleuve SA");
  for (const auto& [name, sheet] : workbook.sheets)
    for (const auto& [place, cell] : sheet) EXPECT_NE(place.second, 1U) << name << ": gutter";
}

TEST_F(AefWorkbook, FictitiousDataSaysSoOnEverySheet) {
  auto submission = fixture::host();
  for (const auto& [name, sheet] : written(submission).sheets)
    EXPECT_EQ(sheet.at({1, 2}).text, reporting::kDemonstrationLine) << name;
  submission.demonstration = false;
  for (const auto& [name, sheet] : written(submission).sheets)
    EXPECT_FALSE(sheet.contains({1, 2})) << name;
}

// A wide table prints at a size that can be read, with its headers on every page.
TEST_F(AefWorkbook, WideTablesPrintOnA3WithTheirHeaders) {
  written(fixture::host());
  const std::string bytes = bytes_of(path("openitmo_aef_workbook_test.xlsx"));
  Package package(bytes, {});
  const auto part = [&](const std::string& name) {
    PartStream stream(package, name);
    std::string xml;
    for (auto piece = stream.next(); !piece.empty(); piece = stream.next()) xml += piece;
    return xml;
  };
  const std::string actions = part("xl/worksheets/sheet5.xml");
  EXPECT_THAT(actions, testing::HasSubstr("paperSize=\"8\" fitToWidth=\"2\" fitToHeight=\"0\""));
  EXPECT_THAT(actions, testing::HasSubstr("fictives&amp;C&amp;8SEN_2026_1.0, &amp;A"));
  EXPECT_THAT(part("xl/worksheets/sheet6.xml"), testing::HasSubstr("paperSize=\"8\" fitToHeight"));
  // Metric, column P, begins the second page.
  double first_page = 0, second_page = 0;
  const std::regex column("<col min=\"(\\d+)\" max=\"\\d+\" width=\"([0-9.]+)\"");
  for (std::sregex_iterator at(actions.begin(), actions.end(), column), end; at != end; ++at) {
    const int number = std::stoi((*at)[1]);
    (number < 16 ? first_page : second_page) += std::stod((*at)[2]);
    if (number <= 2) second_page += std::stod((*at)[2]);
  }
  EXPECT_GE(first_page, second_page);
  EXPECT_LT(first_page, second_page + 9);
  const std::string names = part("xl/workbook.xml");
  EXPECT_THAT(names, testing::HasSubstr("'Table 3 Actions'!$A:$B,'Table 3 Actions'!$1:$8<"));
  EXPECT_THAT(names, testing::HasSubstr("'Table 4 Holdings'!$1:$7<"));
}

TEST_F(AefWorkbook, ANilReportHasHeadersAndNoRows) {
  const ReadWorkbook workbook = written(fixture::nil_report("SEN", 2025));
  EXPECT_FALSE(workbook.sheets.at("Table 3 Actions").contains({9, 2}));
  EXPECT_TRUE(workbook.sheets.at("Table 3 Actions").contains({8, 2}));
}

TEST_F(AefWorkbook, TheSameSubmissionGivesTheSameBytes) {
  write_aef_workbook(fixture::host(), AefProfile::xlsx_checker, path("a.xlsx"), created());
  write_aef_workbook(fixture::host(), AefProfile::xlsx_checker, path("b.xlsx"), created());
  EXPECT_EQ(bytes_of(path("a.xlsx")), bytes_of(path("b.xlsx")));
}

// Refused before a row is asked for.
TEST_F(AefWorkbook, RefusesMoreRowsThanASheetHoldsAndOffersCsv) {
  const reporting::AefRows many{
      .demonstration = false,
      .counts = {1, 0, 1'048'576, 0, 0},
      .visit = [](reporting::AefTable, const reporting::AefRows::Visit&) { FAIL() << "a row"; }};
  try {
    write_aef_workbook(many, "", path("many.xlsx"), created());
    FAIL() << "not refused";
  } catch (const FileError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("Table 3: Actions has 1048576 rows"));
    EXPECT_THAT(error.what(), testing::HasSubstr("write it as CSV"));
  }
  EXPECT_FALSE(std::filesystem::exists(path("many.xlsx")));
}

// From some size on workbooks are written row by row.
TEST_F(AefWorkbook, ALargeSubmissionIsReadBackWhole) {
  reporting::AefSubmission large = fixture::host();
  const reporting::ActionRow row = large.actions.front();
  large.actions.assign(20'000, row);
  for (std::uint64_t i = 0; i < large.actions.size(); ++i)
    large.actions[i].block.range =
        ledger::make_range(row.block.range.series(), i * 500 + 1, i * 500 + 500);
  const ReadWorkbook workbook = written(large);
  const auto& sheet = workbook.sheets.at("Table 3 Actions");
  EXPECT_TRUE(sheet.contains({8, 2}));
  const auto cells = render(large, AefProfile::xlsx_checker);
  const auto& last = cells.of(reporting::AefTable::actions).back();
  for (std::size_t i = 0; i < last.size(); ++i)
    expect_cell(sheet, 8 + 20'000,
                reporting::aef_column(reporting::AefTable::actions, static_cast<int>(i) + 1) + 1,
                last[i]);
}

TEST_F(AefWorkbook, RefusesAPlaceThatCannotBeWritten) {
  EXPECT_THROW(write_aef_workbook(fixture::host(), AefProfile::xlsx_checker,
                                  path("no_such_folder") / "a.xlsx", created()),
               FileError);
}

}  // namespace
}  // namespace openitmo::files
