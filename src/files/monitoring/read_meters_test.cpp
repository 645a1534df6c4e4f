#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/monitoring/read.h"

namespace openitmo::files {
namespace {

using mrv::MeterEvent;
using testing::HasSubstr;
using testing::SizeIs;

mrv::MonitoringData declared() {
  mrv::MonitoringData data;
  data.meters = {
      {.id = "E-1", .target = {.table = "electricity"}, .rollover = 1e6, .highest_per_day = 500},
      {.id = "H-1",
       .target = {.table = "gas", .column = 5},
       .rollover = 1e5,
       .highest_per_day = 24}};
  return data;
}

std::string problems_of(const std::string& text) {
  mrv::MonitoringData data = declared();
  const ReadResult result = read_meters({.path = "m.csv", .bytes = text}, data);
  EXPECT_EQ(result.has_value(), data.files.size() == 1);
  if (result) return "";
  EXPECT_TRUE(data.meters[0].readings.empty()) << "a file is taken whole or not at all";
  return result.error().to_text(Language::en);
}

TEST(ReadMeters, TakesReadingsWithUnitsEventsAndPlaces) {
  mrv::MonitoringData data = declared();
  const ReadResult result = read_meters({.path = "compteurs.csv",
                                         .bytes = "compteur;date de relevé;index (kWh);événement\n"
                                                  "E-1;01/01/2024;999 500,5;\n"
                                                  "E-1;15/01/2024 08:30;20;déposé\n"
                                                  "E-1;15/01/2024 08:30;0;posé\n"},
                                        data);
  ASSERT_TRUE(result) << result.error().to_text(Language::en);
  ASSERT_THAT(data.meters[0].readings, SizeIs(3));
  EXPECT_EQ(data.meters[0].per_unit, 0.001);
  EXPECT_EQ(data.meters[0].unit, "kWh");
  EXPECT_EQ(data.meters[0].readings[0].shown, 999500.5);
  EXPECT_EQ(data.meters[0].readings[1].event, MeterEvent::removed);
  EXPECT_EQ(data.meters[0].readings[2].event, MeterEvent::installed);
  EXPECT_EQ(data.meters[0].readings[2].place.row, 4U);
  EXPECT_EQ(data.meters[0].readings[1].time.to_string(), "2024-01-15T08:30:00Z");
}

TEST(ReadMeters, CountsWater) {
  const auto read = [](const std::string& unit, const std::string& table) {
    mrv::MonitoringData data;
    data.meters = {
        {.id = "W-1", .target = {.table = table}, .rollover = 1e6, .highest_per_day = 50}};
    const std::string text = "meter,date,reading (" + unit + ")\nW-1,2024-01-01,7\n";
    const bool is_read = read_meters({.path = "w.csv", .bytes = text}, data).has_value();
    return is_read ? data.meters[0].per_unit : 0;
  };
  EXPECT_EQ(read("m3", "run_off"), 1);
  EXPECT_EQ(read("litres", "run_off"), 0.001);
  EXPECT_EQ(read("kWh", "run_off"), 0);
  EXPECT_EQ(read("Nm3", "run_off"), 0) << "water is no gas";
  EXPECT_EQ(read("m3", "gas"), 0);
}

TEST(ReadMeters, AYearAFile) {
  mrv::MonitoringData data = declared();
  ASSERT_TRUE(read_meters(
      {.path = "a.csv", .bytes = "meter,date,reading (kWh)\nE-1,2024-01-01,1\n"}, data));
  ASSERT_TRUE(read_meters(
      {.path = "b.csv", .bytes = "meter,date,reading (kWh)\nE-1,2025-01-01,9\n"}, data));
  EXPECT_THAT(data.meters[0].readings, SizeIs(2));
  EXPECT_EQ(data.meters[0].per_unit, 0.001);
  EXPECT_EQ(data.meters[0].readings[1].place.file, 1U);
  EXPECT_FALSE(read_meters(
      {.path = "c.csv", .bytes = "meter,date,reading (MWh)\nE-1,2026-01-01,9\n"}, data));
}

TEST(ReadMeters, RefusesByFileAndRow) {
  EXPECT_THAT(problems_of("meter,date,reading (kWh)\nE-2,2024-01-01,5\n"),
              HasSubstr("m.csv:2: meter: the component declares no meter \"E-2\""));
  EXPECT_THAT(problems_of("meter,date,reading (litres)\nE-1,2024-01-01,5\n"),
              HasSubstr("the unit litres does not fit meter \"E-1\", which counts MWh"));
  EXPECT_THAT(problems_of("meter,date,reading (kWh)\nH-1,2024-01-01,5\n"),
              HasSubstr("which counts h"));
  EXPECT_THAT(problems_of("meter,date,reading (kWh)\nE-1,2024-01-01,-5\n"), HasSubstr("negative"));
  EXPECT_THAT(problems_of("meter,date,reading (kWh),event\nE-1,2024-01-01,5,swapped\n"),
              HasSubstr("is no event of a meter"));
  EXPECT_THAT(
      problems_of("meter,date,reading (kWh)\nE-1,2024-01-01,5\nE-1,2024-01-01,6\n"),
      HasSubstr("m.csv:3: date: meter \"E-1\" has a reading of this moment already, in row 2"));
  EXPECT_THAT(problems_of("meter,date,reading\nE-1,2024-01-01,5\n"), HasSubstr("has no unit"));
  EXPECT_THAT(problems_of("meter,date,reading (furlong)\nE-1,2024-01-01,5\n"),
              HasSubstr("not accepted"));
  EXPECT_THAT(problems_of("meter,date,reading (kWh)\nE-1,2024-02-30,5\n"), HasSubstr("not a date"));
  EXPECT_THAT(problems_of("meter,date,reading (kWh)\n"), HasSubstr("no meter readings follow"));
}

}  // namespace
}  // namespace openitmo::files
