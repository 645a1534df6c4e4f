#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/monitoring/read.h"

namespace openitmo::files {
namespace {

using mrv::AnalysisTarget;
using testing::HasSubstr;

mrv::MonitoringData declared() {
  mrv::MonitoringData data;
  data.laboratory.analyses = {
      {.analyte = "cod", .target = {.kind = AnalysisTarget::Kind::parameter, .symbol = "COD_RO"}},
      {.analyte = "ch4",
       .target = {.kind = AnalysisTarget::Kind::monthly_table, .symbol = "gas", .column = 1}}};
  return data;
}

const std::string kHeader =
    "sample,analyte,date taken,date analysed,laboratory,accreditation,method,detection limit,"
    "result,unit,uncertainty\n";

std::string problems_of(const std::string& rows) {
  mrv::MonitoringData data = declared();
  const ReadResult result = read_laboratory({.path = "lab.csv", .bytes = kHeader + rows}, data);
  EXPECT_EQ(result.has_value(), data.files.size() == 1);
  if (result) return "";
  EXPECT_TRUE(data.laboratory.results.empty()) << "a file is taken whole or not at all";
  return result.error().to_text(Language::en);
}

TEST(ReadLaboratory, ConvertsUnitsAndKnowsWhatIsBelowDetection) {
  mrv::MonitoringData data = declared();
  const ReadResult result = read_laboratory(
      {.path = "lab.csv",
       .bytes = kHeader + "R1,COD,2024-02-01,2024-02-05,Lab,A-1,ISO 6060,30,12000,mg/l,900\n"
                          "R2,cod,2024-02-01,2024-02-05,Lab,,ISO 6060,30,<30,mg/l,\n"
                          "R3,COD,2024-02-01,2024-02-05,Lab,A-1,ISO 6060,0.03,0.02,g/l,\n"
                          "G1,CH4,2024-02-01,2024-02-01,Lab,A-1,GC,,49.5,% vol,0.5\n"},
      data);
  ASSERT_TRUE(result) << result.error().to_text(Language::en);
  const auto& results = data.laboratory.results;
  ASSERT_EQ(results.size(), 4U);
  EXPECT_DOUBLE_EQ(results[0].value, 0.012);
  EXPECT_DOUBLE_EQ(results[0].half_width, 0.0009);
  EXPECT_FALSE(results[0].is_below_detection);
  EXPECT_TRUE(results[1].is_below_detection);
  EXPECT_DOUBLE_EQ(results[1].value, 0.00003);
  EXPECT_EQ(results[1].accreditation, "");
  EXPECT_TRUE(results[2].is_below_detection);
  EXPECT_DOUBLE_EQ(results[2].value, 0.00003);
  EXPECT_EQ(results[3].analysis, 1U);
  EXPECT_DOUBLE_EQ(results[3].value, 0.495);
  EXPECT_EQ(results[3].place.row, 5U);
}

TEST(ReadLaboratory, RefusesByFileAndRow) {
  const std::string good = "R1,COD,2024-02-01,2024-02-05,Lab,A-1,ISO,30,12000,mg/l,900\n";
  EXPECT_EQ(problems_of(good), "");
  EXPECT_THAT(
      problems_of(good + good),
      HasSubstr("lab.csv:3: sample: this analysis of sample \"R1\" stands already in row 2"));
  EXPECT_THAT(problems_of("R1,BOD,2024-02-01,2024-02-05,Lab,A-1,ISO,30,12000,mg/l,900\n"),
              HasSubstr("declares no analysis of \"BOD\""));
  EXPECT_THAT(problems_of("R1,COD,2024-02-06,2024-02-05,Lab,A-1,ISO,30,12000,mg/l,900\n"),
              HasSubstr("analysed before it was taken"));
  EXPECT_THAT(problems_of("R1,COD,2024-02-01,2024-02-05,Lab,A-1,ISO,30,12000,%,900\n"),
              HasSubstr("\"%\" cannot be converted to \"t/m3\""));
  EXPECT_THAT(problems_of("R1,COD,2024-02-01,2024-02-05,Lab,A-1,ISO,30,<x,mg/l,900\n"),
              HasSubstr("lab.csv:2: result"));
  EXPECT_THAT(problems_of("R1,COD,2024-02-01,2024-02-05,Lab,A-1,ISO,30,-5,mg/l,900\n"),
              HasSubstr("negative"));
  EXPECT_THAT(problems_of("R1,COD,2024-02-01,,Lab,A-1,ISO,30,5,mg/l,900\n"), HasSubstr("empty"));
}

TEST(ReadLaboratory, ASampleOfAnEarlierFileStandsTwice) {
  mrv::MonitoringData data = declared();
  const std::string row = "R1,COD,2024-02-01,2024-02-05,Lab,A-1,ISO,30,12000,mg/l,900\n";
  ASSERT_TRUE(read_laboratory({.path = "a.csv", .bytes = kHeader + row}, data));
  const ReadResult again = read_laboratory({.path = "b.csv", .bytes = kHeader + row}, data);
  ASSERT_FALSE(again);
  EXPECT_THAT(again.error().to_text(Language::en), HasSubstr("in row 2 of a.csv"));
  EXPECT_EQ(data.laboratory.results.size(), 1U);
}

}  // namespace
}  // namespace openitmo::files
