#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/html/derivation_html.h"
#include "files/html/monitoring_html.h"
#include "files/html/report_figures.h"
#include "files/html/testing_run.h"
#include "files/xlsx/monitoring_workbook.h"
#include "files/xlsx/reader.h"
#include "temporary_folder.h"

// Where a programme deducts what is uncertain, reports show what is claimed: that is what the
// journal gets.
namespace openitmo::files {
namespace {

using ::testing::AllOf;
using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

struct Claiming {
  registry::Programme programme = testing_run::programme();
  registry::ProgrammeRun run;

  explicit Claiming(bool deducts) {
    if (deducts)
      for (registry::ProgrammeComponent& component : programme.components)
        component.plan.deduction = mrv::DeductionPolicy{.rule = mrv::DeductionRule::bands,
                                                        .source = "FCCC/SBSTA/2003/10/Add.2"};
    run = testing_run::run(programme);
  }

  MonitoringReport report() const {
    MonitoringReport made{
        .programme = programme, .report = "MR1", .results = {}, .history = {}, .rehearsed = {}};
    for (const registry::ComponentResult& result : run.results) {
      made.results.push_back(&result);
      made.history.push_back(&result);
    }
    return made;
  }
  double claimed() const {
    double sum = 0;
    for (const registry::ComponentResult& result : run.results)
      for (const mrv::YearResult& year : result.quantification.years) sum += year.claimed;
    return sum;
  }
};

const Claiming& deducting() {
  static const Claiming kMade(true);
  return kMade;
}
const Claiming& plain() {
  static const Claiming kMade(false);
  return kMade;
}

TEST(Claimed, TheMonitoringPageShowsDeductionAndTotalOfWhatIsClaimed) {
  const Speech speech(Language::en);
  ASSERT_LT(deducting().claimed(), plain().claimed());
  const std::string page = monitoring_html(deducting().report(), ReportLanguage::en);
  EXPECT_THAT(page, HasSubstr(speech.real(deducting().claimed(), 3)));
  for (const char* said : {"Deduction</th>", "Claimed</th>", "claimed = reductions - deduction",
                           "Expected and claimed, by year",
                           "Deducted by the band of approach 1 (FCCC/SBSTA/2003/10/Add.2)."})
    EXPECT_THAT(page, HasSubstr(said));
  const std::string other = monitoring_html(plain().report(), ReportLanguage::en);
  EXPECT_THAT(other, HasSubstr(speech.real(plain().claimed(), 3)));
  for (const char* said : {"Deduction", "Claimed"}) EXPECT_THAT(other, Not(HasSubstr(said)));
  EXPECT_THAT(other, HasSubstr("How far off the reductions may be"));
}

// The numbers of the last row of the first sheet, as stored beside their formulas.
std::vector<double> totals_of(const MonitoringReport& report) {
  const auto path = temporary_folder() / "claimed.xlsx";
  write_monitoring_workbook(report, ReportLanguage::en, path);
  const auto source = read_source(path.parent_path(), path.filename().string());
  auto book = XlsxBook::open(*source);
  auto rows = book->rows(0);
  std::vector<double> numbers;
  while (rows.next()) {
    numbers.clear();
    for (const Cell& cell : rows.cells())
      if (cell.kind == Cell::Kind::number) numbers.push_back(cell.number);
  }
  std::filesystem::remove(path);
  return numbers;
}

TEST(Claimed, TheWorkbookAddsUpWhatIsClaimed) {
  const std::vector<double> totals = totals_of(deducting().report());
  ASSERT_EQ(totals.size(), 3);  // reductions, deduction, claimed
  EXPECT_DOUBLE_EQ(totals[2], deducting().claimed());
  EXPECT_NEAR(totals[0] - totals[1], totals[2], 1e-9);
  EXPECT_THAT(totals_of(plain().report()), ElementsAre(DoubleEq(plain().claimed())));
}

TEST(Claimed, ExactFiguresOfTheRunReportAreThoseBehindItsKilograms) {
  for (const VintageResult& result : vintage_results(deducting().programme, deducting().run)) {
    if (!result.measured_kg_co2eq) continue;
    const auto kilograms = static_cast<double>(result.measured_kg_co2eq->value());
    EXPECT_NEAR(*result.exact_t_co2eq * 1000, kilograms, 1) << result.component;
  }
}

TEST(Claimed, TheDerivationSaysWhatIsTakenOff) {
  const mrv::Quantification& result = deducting().run.results.front().quantification;
  EXPECT_THAT(derivation_html(result, Language::fr, {.id = "d"}),
              AllOf(HasSubstr("UD_y"), HasSubstr("émissions revendiquées")));
}

}  // namespace
}  // namespace openitmo::files
