#include "mrv/stream/quality_rules.h"

#include <gtest/gtest.h>

#include "mrv/stream/testing_plant.h"

namespace openitmo::mrv::stream {
namespace {

using namespace testing_plant;

TEST(QualityRules, OutOfRange) {
  const Month month = with_reading(open_flare(), Channel::methane_fraction, 10, 19, 0.95);
  const StreamCorrection* correction = month.find(Rule::reading_out_of_range);
  ASSERT_NE(correction, nullptr);
  EXPECT_NEAR(correction->hours, 10 / 60.0, 1e-12);
  EXPECT_NEAR(correction->methane_kg, -10 * kMinuteKg * 0.5, 1e-9);
  EXPECT_NEAR(destroyed(month), 0.5 * kMinuteKg * (kMinutes - 10) / 1000, 1e-9);
}

TEST(QualityRules, RateOfChangeCostsTheSpikeAlone) {
  const Month month = with_reading(open_flare(), Channel::methane_fraction, 10, 10, 0.1);
  const StreamCorrection* correction = month.find(Rule::reading_jumped);
  ASSERT_NE(correction, nullptr);
  EXPECT_NEAR(correction->hours, 1 / 60.0, 1e-12);
  EXPECT_EQ(month.corrections.size(), 1U);
}

TEST(QualityRules, StuckSensor) {
  Plan plan = open_flare();
  plan.limits[Channel::flare_flow].stuck_minutes = 60;
  const Month month = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute < 1000 || minute > 1099)
      reading.values[Channel::flare_flow] = 600 + static_cast<double>(minute % 2);
    return true;
  });
  const StreamCorrection* stuck = month.find(Rule::sensor_stuck);
  ASSERT_NE(stuck, nullptr);
  EXPECT_NEAR(stuck->hours, 101 / 60.0, 1e-9) << "since it first showed the figure";
}

// 4 h of one figure, 40 h without a row, the same figure once more: nobody saw it stand still.
TEST(QualityRules, AnOutageShowsNoFigure) {
  Plan plan = open_flare();
  plan.limits[Channel::flare_flow].stuck_minutes = 360;
  const auto with_outage = [&](std::int64_t end, bool has_rows) {
    return month_of(plan, [=](std::int64_t minute, Reading& reading) {
      if (minute < 760 || minute > end + 10)
        reading.values[Channel::flare_flow] = 600 + static_cast<double>(minute % 2);
      const bool is_out = minute >= 1000 && minute < end;
      if (is_out) reading.values[Channel::flare_flow] = kMissing;
      return !is_out || has_rows;
    });
  };
  EXPECT_EQ(with_outage(3400, false).find(Rule::sensor_stuck), nullptr);
  EXPECT_EQ(with_outage(3400, true).find(Rule::sensor_stuck), nullptr);
  EXPECT_EQ(with_outage(1300, false).find(Rule::sensor_stuck), nullptr) << "within the limit";
}

// A row that drops out now and then does not hide that the sensor stands still.
TEST(QualityRules, SomeMissingRowsDoNotHideAStuckSensor) {
  Plan plan = open_flare();
  plan.limits[Channel::flare_flow].stuck_minutes = 60;
  const Month month = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute < 1000 || minute > 1199)
      reading.values[Channel::flare_flow] = 600 + static_cast<double>(minute % 2);
    return minute < 1000 || minute > 1199 || minute % 3 != 0;
  });
  const StreamCorrection* stuck = month.find(Rule::sensor_stuck);
  ASSERT_NE(stuck, nullptr);
  EXPECT_NEAR(stuck->hours, 135 / 60.0, 1e-9);
}

TEST(QualityRules, CalibrationOverdueCutsTheWholeInterval) {
  Plan plan = open_flare();
  const auto calibrated = [](Date done, Date until, double permissible, double found) {
    return Calibration{.channel = Channel::methane_fraction,
                       .done = done,
                       .valid_until = until,
                       .permissible_error = permissible,
                       .found_error = found,
                       .certificate = "C-" + done.to_string()};
  };
  plan.calibrations = {calibrated(Date(2023, 1, 10), Date(2024, 1, 10), 0.02, 0),
                       calibrated(Date(2024, 1, 21), Date(2025, 1, 20), 0.02, 0.05)};
  const Month month = month_of(plan, as_it_is);
  const StreamCorrection* overdue = month.find(Rule::calibration_overdue);
  ASSERT_NE(overdue, nullptr);
  EXPECT_NEAR(overdue->hours, 240, 1e-9);  // 11 to 20 January
  EXPECT_NEAR(overdue->methane_kg, -0.05 * 14400 * kMinuteKg * 0.5, 1e-6);
  EXPECT_NEAR(destroyed(month), 0.5 * (kMonthTonnes - 0.05 * 14400 * kMinuteKg / 1000), 1e-9);
}

TEST(QualityRules, CertificatesNameTheRowsTheyCover) {
  Plan plan = open_flare();
  plan.calibrations = {
      {Channel::methane_fraction, Date(2023, 1, 10), Date(2024, 1, 10), 0.02, 0, "C-1"}};
  Reduction reduction(plan);
  Reading reading{.slot = kJanuary / 60, .place = {.file = 0, .row = 2}};
  reading.day = Date(2024, 1, 1);
  reading.values[Channel::flare_flow] = 600;
  reading.values[Channel::methane_fraction] = 0.5;
  reading.values[Channel::flame] = 1;
  reduction.add(reading, kMonth);
  const std::vector<CertificateCover> covers = reduction.take_certificates();
  ASSERT_EQ(covers.size(), 1U);
  EXPECT_EQ(covers[0].certificate, "C-1");
  EXPECT_EQ(covers[0].rows.row_count(), 1U);
}

TEST(QualityRules, ADeclaredValueStandsInForTheGasButNeverForTheFlame) {
  Plan plan = open_flare();
  plan.limits[Channel::methane_fraction].substitute = 0.4;
  const Month month = with_reading(plan, Channel::methane_fraction, 10, 19, kMissing);
  const StreamCorrection* substituted = month.find(Rule::reading_substituted);
  ASSERT_NE(substituted, nullptr);
  EXPECT_NEAR(substituted->methane_kg, -10 * kMinuteKg * 0.5 * 0.2, 1e-9);
  EXPECT_FALSE(may_have_substitute(Channel::flame));
  EXPECT_FALSE(may_have_substitute(Channel::flare_flow));
  EXPECT_FALSE(may_have_substitute(Channel::exhaust_temperature));
}

TEST(QualityRules, ADeclaredValueStandsInForAWeekAtMost) {
  Plan plan = open_flare();
  plan.limits[Channel::methane_fraction].substitute = 0.4;
  constexpr std::int64_t kWeek = 7 * 24 * 60;
  const Month week = with_reading(plan, Channel::methane_fraction, 10, 9 + kWeek, kMissing);
  EXPECT_NEAR(week.find(Rule::reading_substituted)->hours, 168, 1e-9);
  const Month longer = with_reading(plan, Channel::methane_fraction, 10, 10 + kWeek, kMissing);
  EXPECT_EQ(longer.find(Rule::reading_substituted), nullptr);
  EXPECT_NEAR(longer.find(Rule::reading_missing)->hours, 168 + 1 / 60.0, 1e-9);
  const Month to_the_end = with_reading(plan, Channel::methane_fraction, 10, kMinutes, kMissing);
  EXPECT_EQ(to_the_end.find(Rule::reading_substituted), nullptr);
  // Missing rows do not part one long gap into two short ones.
  const Month parted = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute >= 10 && minute <= 10 + kWeek) reading.values[Channel::methane_fraction] = kMissing;
    return minute != 5000;
  });
  EXPECT_EQ(parted.find(Rule::reading_substituted), nullptr);
}

TEST(QualityRules, ADeclaredValueStandsInForOneOfFlowAndFraction) {
  Plan plan = plan_with({Channel::engine_flow, Channel::methane_fraction, Channel::engine_running});
  plan.limits[Channel::methane_fraction].substitute = 0.4;
  plan.limits[Channel::engine_flow].substitute = 300;
  const Month both = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute >= 10 && minute <= 19) reading.values[Channel::methane_fraction] = kMissing;
    if (minute >= 15 && minute <= 24) reading.values[Channel::engine_flow] = kMissing;
    return true;
  });
  double substituted_h = 0;
  for (const StreamCorrection& correction : both.corrections)
    if (correction.rule == Rule::reading_substituted) substituted_h += correction.hours;
  EXPECT_NEAR(substituted_h, 10 / 60.0, 1e-12);
  EXPECT_NEAR(*both.gas.F_CH4_EL_t, (kMinuteKg * (kMinutes - 15 + 5 * 0.8 + 5 * 0.5)) / 1000, 1e-9);
  const Month unsteady = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute >= 10 && minute <= 19) reading.values[Channel::methane_fraction] = kMissing;
    if (minute == 15) reading.values[Channel::engine_flow] = 900;
    return true;
  });
  EXPECT_EQ(unsteady.find(Rule::reading_substituted), nullptr) << "the flow left its mean";
}

}  // namespace
}  // namespace openitmo::mrv::stream
