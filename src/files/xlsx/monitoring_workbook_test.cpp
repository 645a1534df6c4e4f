#include "files/xlsx/monitoring_workbook.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/html/testing_run.h"
#include "files/xlsx/reader.h"

namespace openitmo::files {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::EndsWith;
using ::testing::Not;

constexpr std::uint32_t kHeadRow = 4;

// The heads of the months of a component, which stand after its annual sheet.
std::vector<std::string> month_heads(ReportLanguage language) {
  static const registry::Programme programme = testing_run::programme();
  static const registry::ProgrammeRun run = testing_run::run(programme);
  const MonitoringReport report{.programme = programme,
                                .report = "MR1",
                                .results = {&run.results.front()},
                                .history = {&run.results.front()},
                                .rehearsed = {}};
  const auto path = std::filesystem::path(::testing::TempDir()) / "openitmo-months.xlsx";
  write_monitoring_workbook(report, language, path);
  const auto source = read_source(path.parent_path(), path.filename().string());
  auto book = XlsxBook::open(*source);
  auto rows = book->rows(2);
  std::vector<std::string> heads;
  while (rows.next() && heads.empty())
    if (rows.row() == kHeadRow)
      for (const Cell& cell : rows.cells()) heads.emplace_back(cell.text);
  std::filesystem::remove(path);
  return heads;
}

TEST(MonitoringWorkbook, MonthsHaveNameSymbolAndUnit) {
  const std::vector<std::string> heads = month_heads(ReportLanguage::en);
  EXPECT_THAT(heads, Contains("waste arriving, by month (W_in,i), t wet"));
  EXPECT_THAT(heads, Contains("electricity used, by month (EC_i), MWh"));
  EXPECT_THAT(heads, Contains("share of the waste type, food (p_j,x)"));
  EXPECT_THAT(heads, Each(Not(EndsWith(", 1"))));
}

TEST(MonitoringWorkbook, MonthsSpeakTheLanguageOfTheReport) {
  EXPECT_THAT(month_heads(ReportLanguage::fr),
              Contains("déchets entrants, par mois (W_in,i), t humides"));
  EXPECT_THAT(month_heads(ReportLanguage::es),
              Contains("residuos que entran, por mes (W_in,i), t húmedas"));
}

}  // namespace
}  // namespace openitmo::files
