#include "files/html/report_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/html/html.h"
#include "files/html/monitoring_html.h"
#include "files/html/testing_run.h"
#include "mrv/monthly_table.h"

namespace openitmo::files {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ReportSpeech, TellsWhatAColumnIsInSpanish) {
  const ReportSpeech speech(ReportLanguage::es);
  for (const mrv::MonthlyTable& table : mrv::monthly_tables())
    for (const mrv::MonthlyColumn& column : table.columns) {
      const std::string meaning = speech.meaning(std::string(column.symbol), "");
      EXPECT_NE(meaning, "") << column.symbol;
      EXPECT_FALSE(meaning.ends_with(')')) << meaning;
    }
}

TEST(ReportSpeech, FindingsAndQuestionsOfAReportAreInItsLanguage) {
  const registry::Programme programme = testing_run::programme();
  registry::ProgrammeRun run = testing_run::run(programme);
  mrv::Finding found{.severity = mrv::Severity::warning,
                     .rule = mrv::Rule::duplicated_month,
                     .message = {{"seen", "vu", "visto"}},
                     .remedy = {{"mend", "corriger", "corregir"}}};
  run.results.front().quantification.warnings.push_back(found);
  MonitoringReport report{
      .programme = programme, .report = "MR1", .results = {}, .history = {}, .rehearsed = {}};
  for (const registry::ComponentResult& result : run.results) report.results.push_back(&result);
  report.rehearsed = registry::rehearse(programme, run.results, "MR1");
  const std::string page = monitoring_html(report, ReportLanguage::es);
  EXPECT_THAT(page, HasSubstr("advertencia: duplicated_month: visto corregir"));
  std::size_t count = 0;
  for (const registry::RehearsedReport& about : report.rehearsed)
    for (const mrv::Question& question : about.questions) {
      ++count;
      EXPECT_THAT(page, HasSubstr(escaped(question.question.es)));
      EXPECT_THAT(page, HasSubstr(escaped(question.place.es)));
      EXPECT_THAT(page, Not(HasSubstr(escaped(question.question.en))));
    }
  EXPECT_GT(count, 0U);
}

}  // namespace
}  // namespace openitmo::files
