#include "mrv/meter_months.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/testing_spanish.h"

namespace openitmo::mrv {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Instant at(int year, unsigned month, unsigned day) {
  return Instant(std::chrono::sys_seconds(Date(year, month, day).days()));
}

// A five-digit electricity meter in kWh that can count 1,000 kWh a day.
Meter meter(std::vector<MeterReading> readings) {
  Meter meter{.id = "E-1",
              .target = {.table = "electricity"},
              .unit = "kWh",
              .per_unit = 0.001,
              .rollover = 100'000,
              .highest_per_day = 1'000,
              .readings = std::move(readings)};
  for (std::size_t i = 0; i < meter.readings.size(); ++i)
    meter.readings[i].place = {.file = 0, .row = static_cast<std::uint32_t>(i + 2)};
  return meter;
}

std::vector<Rule> rules_of(const MeterSeries& series) {
  std::vector<Rule> rules;
  for (const MeterNote& note : series.notes) {
    testing_spanish::expect_spanish({note.finding});
    rules.push_back(note.finding.rule);
  }
  return rules;
}

TEST(MeterMonths, ReadOnTheFirstGivesDifferences) {
  const MeterSeries series = monthly_amounts(
      meter({{at(2024, 1, 1), 100}, {at(2024, 2, 1), 3100}, {at(2024, 3, 1), 3600}}));
  ASSERT_THAT(series.months, SizeIs(2));
  EXPECT_DOUBLE_EQ(series.months.at({2024, 1}).amount, 3.0);
  EXPECT_DOUBLE_EQ(series.months.at({2024, 2}).amount, 0.5);
  EXPECT_THAT(series.notes, IsEmpty());
  ASSERT_THAT(series.months.at({2024, 2}).rows, SizeIs(2));
  EXPECT_EQ(series.months.at({2024, 2}).rows[0].row, 3U);
}

TEST(MeterMonths, AMonthThatEndsBetweenReadingsIsSharedByDays) {
  // 30 days from 22 January: 10 of them in January, then 20 in February; 9 more to 1 March.
  const MeterSeries series = monthly_amounts(meter({{at(2024, 1, 1), 0},
                                                    {at(2024, 1, 22), 2100},
                                                    {at(2024, 2, 21), 5100},
                                                    {at(2024, 3, 1), 6000}}));
  EXPECT_NEAR(series.months.at({2024, 1}).amount, 2.1 + 1.0, 1e-12);
  EXPECT_NEAR(series.months.at({2024, 2}).amount, 2.0 + 0.9, 1e-12);
  ASSERT_THAT(rules_of(series), ElementsAre(Rule::meter_interpolated));
  EXPECT_THAT(series.notes[0].finding.message.en, HasSubstr("end of 1 months"));
  EXPECT_THAT(series.notes[0].finding.message.en, HasSubstr("30 days apart"));
}

TEST(MeterMonths, MonthsThatReadingsDoNotCoverWhollyAreLeftOut) {
  const MeterSeries series =
      monthly_amounts(meter({{at(2024, 1, 2), 0}, {at(2024, 2, 1), 3000}, {at(2024, 3, 1), 6000}}));
  ASSERT_THAT(series.months, SizeIs(1));
  EXPECT_TRUE(series.months.contains({2024, 2}));
}

TEST(MeterMonths, ARolloverIsFoundAndListed) {
  const MeterSeries series =
      monthly_amounts(meter({{at(2024, 1, 1), 99'000}, {at(2024, 2, 1), 1'500}}));
  EXPECT_NEAR(series.months.at({2024, 1}).amount, 2.5, 1e-12);
  ASSERT_THAT(rules_of(series), ElementsAre(Rule::meter_rolled_over));
  EXPECT_EQ(series.notes[0].finding.severity, Severity::warning);
  EXPECT_EQ(series.notes[0].finding.place->row, 3U);
}

TEST(MeterMonths, AReadingThatGoesBackWithoutRolloverIsAnError) {
  // Past the rollover it would have counted 99,500 kWh in 31 days.
  const MeterSeries series =
      monthly_amounts(meter({{at(2024, 1, 1), 2'000}, {at(2024, 2, 1), 1'500}}));
  ASSERT_THAT(rules_of(series), ElementsAre(Rule::meter_goes_back));
  EXPECT_EQ(series.notes[0].finding.severity, Severity::error);
  EXPECT_THAT(series.notes[0].finding.message.fr, HasSubstr("recule de 2000 à 1500 kWh"));
}

TEST(MeterMonths, AJumpIsCountedAsReadAndSaysWhatItAdds) {
  const MeterSeries series =
      monthly_amounts(meter({{at(2024, 1, 1), 0}, {at(2024, 2, 1), 41'000}}));
  EXPECT_NEAR(series.months.at({2024, 1}).amount, 41, 1e-12);
  ASSERT_THAT(rules_of(series), ElementsAre(Rule::meter_jumped));
  EXPECT_NEAR(series.notes[0].amounts.at({2024, 1}), 10, 1e-12);
}

TEST(MeterMonths, AReplacedRegisterGoesOnFromItsOwnFirstReading) {
  const MeterSeries series = monthly_amounts(meter({{at(2024, 1, 1), 50'000},
                                                    {at(2024, 1, 11), 51'000, MeterEvent::removed},
                                                    {at(2024, 1, 11), 7, MeterEvent::installed},
                                                    {at(2024, 2, 1), 2'007}}));
  EXPECT_NEAR(series.months.at({2024, 1}).amount, 3, 1e-12);
  EXPECT_THAT(rules_of(series), ElementsAre(Rule::meter_replaced));
}

TEST(MeterMonths, TimeWithoutARegisterCountsAtTheHighestForConsumptionOnly) {
  Meter gap = meter({{at(2024, 1, 1), 0},
                     {at(2024, 1, 11), 1'000, MeterEvent::removed},
                     {at(2024, 1, 13), 0, MeterEvent::installed},
                     {at(2024, 2, 1), 1'900}});
  const MeterSeries series = monthly_amounts(gap);
  EXPECT_NEAR(series.months.at({2024, 1}).amount, 1 + 2 + 1.9, 1e-12);
  EXPECT_THAT(rules_of(series), ElementsAre(Rule::meter_replaced, Rule::gap_in_meter));
  gap.target = {.table = "electricity_delivered"};
  EXPECT_NEAR(monthly_amounts(gap).months.at({2024, 1}).amount, 1 + 1.9, 1e-12);
}

TEST(MeterMonths, AHalfReplacementIsAnError) {
  EXPECT_THAT(rules_of(monthly_amounts(
                  meter({{at(2024, 1, 1), 0}, {at(2024, 1, 11), 0, MeterEvent::installed}}))),
              ElementsAre(Rule::meter_replacement_incomplete));
  EXPECT_THAT(rules_of(monthly_amounts(
                  meter({{at(2024, 1, 1), 0, MeterEvent::removed}, {at(2024, 1, 11), 5}}))),
              ElementsAre(Rule::meter_replacement_incomplete));
}

TEST(MeterMonths, WhatTheRegisterCannotShowAndTwoReadingsOfOneMomentAreErrors) {
  EXPECT_THAT(rules_of(monthly_amounts(meter({{at(2024, 1, 1), 0}, {at(2024, 2, 1), 100'000}}))),
              ElementsAre(Rule::meter_beyond_register, Rule::meter_jumped));
  EXPECT_THAT(rules_of(monthly_amounts(meter({{at(2024, 1, 1), 0}, {at(2024, 1, 1), 5}}))),
              ElementsAre(Rule::meter_read_twice));
}

TEST(MeterMonths, ReadTooSeldomTheRegisterMayHaveGoneRoundUnseen) {
  const MeterSeries series =
      monthly_amounts(meter({{at(2024, 1, 1), 0}, {at(2024, 6, 1), 20'000}}));
  EXPECT_THAT(rules_of(series), ElementsAre(Rule::meter_read_too_seldom, Rule::meter_interpolated));
}

TEST(MeterMonths, TheOrderOfTheRowsDoesNotMatter) {
  const MeterSeries series = monthly_amounts(
      meter({{at(2024, 3, 1), 3600}, {at(2024, 1, 1), 100}, {at(2024, 2, 1), 3100}}));
  EXPECT_DOUBLE_EQ(series.months.at({2024, 1}).amount, 3.0);
  EXPECT_DOUBLE_EQ(series.months.at({2024, 2}).amount, 0.5);
}

}  // namespace
}  // namespace openitmo::mrv
