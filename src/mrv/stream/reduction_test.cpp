#include "mrv/stream/reduction.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/methodologies/tool08.h"

namespace openitmo::mrv::stream {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

constexpr std::int64_t kJanuary = 1'704'067'200;  // 2024-01-01T00:00:00Z
constexpr std::int64_t kMinutes = 31 * 24 * 60;
const StreamMonth kMonth{
    .month = {2024, 1}, .begin_s = kJanuary, .end_s = kJanuary + kMinutes * 60};
const double kMissing = std::nan("");

Plan plan_with(std::vector<Channel> channels) {
  Plan plan;
  plan.flow_is_normalised = true;
  plan.flare = FlarePlan{};
  for (const Channel channel : channels) {
    plan.has[channel] = true;
    plan.limits[channel].stuck_minutes = kNoLimit;
  }
  return plan;
}
Plan open_flare() {
  return plan_with({Channel::flare_flow, Channel::methane_fraction, Channel::flame});
}
Plan enclosed_flare() {
  Plan plan = plan_with({Channel::flare_flow, Channel::methane_fraction, Channel::flame,
                         Channel::exhaust_temperature});
  plan.flare->kind = tool06::FlareKind::enclosed;
  plan.flare->specification = {500, 1200, 100, 1000};
  return plan;
}

struct Month {
  GasMonth gas;
  std::vector<StreamCorrection> corrections;
  const StreamCorrection* find(Rule rule) const {
    for (const StreamCorrection& correction : corrections)
      if (correction.rule == rule) return &correction;
    return nullptr;
  }
};

// 600 m3/h of 50 % methane, everything in order; `change` may change the row or drop it.
template <class Change>
Month month_of(const Plan& plan, Change change) {
  Reduction reduction(plan);
  for (std::int64_t minute = 0; minute < kMinutes; ++minute) {
    Reading reading{.slot = kJanuary / 60 + minute,
                    .place = {.row = static_cast<std::uint32_t>(minute + 2)}};
    for (const Channel channel : kChannels) reading.values[channel] = kMissing;
    const auto set = [&](Channel channel, double value) {
      if (plan.has[channel]) reading.values[channel] = value;
    };
    set(Channel::flare_flow, 600);
    set(Channel::engine_flow, 600);
    set(Channel::methane_fraction, 0.5);
    set(Channel::flame, 1);
    set(Channel::exhaust_temperature, 900);
    set(Channel::gas_temperature, 293.15);
    set(Channel::gas_pressure, 101'325);
    set(Channel::engine_running, 1);
    set(Channel::exhaust_methane, 0.02 * 300 * tool08::kNormalDensityMethane);
    if (!change(minute, reading)) continue;
    EXPECT_EQ(reduction.add(reading, kMonth), Reduction::Taken::counted);
  }
  Month month;
  auto months = reduction.take_months();
  EXPECT_EQ(months.size(), 1U);
  month.gas = months.at(0);
  month.corrections = reduction.take_corrections();
  return month;
}
bool as_it_is(std::int64_t, Reading&) { return true; }

const double kMinuteKg = 600.0 / 60 * 0.5 * tool08::kNormalDensityMethane;
const double kMonthTonnes = kMinuteKg * kMinutes / 1000;

double destroyed(const Month& month) {
  return month.gas.F_CH4_sent_flare_t.value() * month.gas.eta_flare.value();
}

TEST(Reduction, OpenFlareBurnsHalfWhileItsFlameIsSeen) {
  const Month month = month_of(open_flare(), as_it_is);
  EXPECT_NEAR(*month.gas.F_CH4_sent_flare_t, kMonthTonnes, 1e-9);
  EXPECT_NEAR(*month.gas.eta_flare, 0.5, 1e-12);
  EXPECT_TRUE(month.corrections.empty());
  EXPECT_EQ(month.gas.rows.row_count(), static_cast<std::uint64_t>(kMinutes));
}

TEST(Reduction, EnclosedFlareByDefaultAndByItsHeight) {
  Plan plan = enclosed_flare();
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.eta_flare, 0.9, 1e-12);
  plan.flare->kind = tool06::FlareKind::enclosed_low;
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.eta_flare, 0.8, 1e-12);
}

TEST(Reduction, AGateThatIsNotMetBurnsNothingInThatMinute) {
  const auto half = [](Channel channel, double value) {
    return month_of(enclosed_flare(), [=](std::int64_t minute, Reading& reading) {
      if (minute % 2 == 0) reading.values[channel] = value;
      return true;
    });
  };
  for (const Month& month : {half(Channel::flame, 0), half(Channel::exhaust_temperature, 499),
                             half(Channel::exhaust_temperature, 1201)}) {
    EXPECT_NEAR(*month.gas.eta_flare, 0.45, 1e-12);
    EXPECT_TRUE(month.corrections.empty()) << "the flare was out, which is no fault of a sensor";
  }
  EXPECT_NEAR(destroyed(half(Channel::flare_flow, 1001)), kMonthTonnes * 0.45, 1e-9);
}

TEST(Reduction, AMissingFlareReadingIsNeverFilledIn) {
  for (const Channel channel : {Channel::flame, Channel::exhaust_temperature, Channel::flare_flow,
                                Channel::methane_fraction}) {
    const Month month = month_of(enclosed_flare(), [=](std::int64_t minute, Reading& reading) {
      if (minute == 100) reading.values[channel] = kMissing;
      return true;
    });
    EXPECT_NEAR(destroyed(month), 0.9 * (kMonthTonnes - kMinuteKg / 1000), 1e-9);
    ASSERT_EQ(month.corrections.size(), 1U);
    EXPECT_EQ(month.corrections[0].rule, Rule::reading_missing);
    EXPECT_NEAR(month.corrections[0].methane_kg, -0.9 * kMinuteKg, 1e-9);
    EXPECT_THAT(month.corrections[0].rows.ranges(),
                ElementsAre(RowRange{.file = 0, .first = 102, .last = 102, .count = 1}));
  }
}

TEST(Reduction, CampaignsGiveTheMeanLessTheDeductionOfVersion4) {
  Plan plan = enclosed_flare();
  plan.flare->efficiency = FlareEfficiency::by_campaigns;
  plan.flare->campaigns = {{Date(2024, 2, 1), 0.01}, {Date(2024, 9, 1), 0.03}};
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.eta_flare, 1 - 0.02 - 0.05, 1e-12);
  plan.flare->kind = tool06::FlareKind::enclosed_low;
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.eta_flare, 1 - 0.02 - 0.05 - 0.10, 1e-12);
  plan.flare->campaigns.pop_back();  // one campaign a year is not enough
  const Month month = month_of(plan, as_it_is);
  EXPECT_EQ(*month.gas.eta_flare, 0);
  EXPECT_NE(month.find(Rule::reading_missing), nullptr);
  plan.flare->default_as_backup = true;
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.eta_flare, 0.8, 1e-12);
}

TEST(Reduction, MethaneInTheExhaustGivesTheEfficiencyOfEachMinute) {
  Plan plan = enclosed_flare();
  plan.has[Channel::exhaust_methane] = true;
  plan.flare->efficiency = FlareEfficiency::by_minutes;
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.eta_flare, 0.98, 1e-12);
  const auto without = [](std::int64_t minute, Reading& reading) {
    if (minute % 2 == 0) reading.values[Channel::exhaust_methane] = kMissing;
    return true;
  };
  EXPECT_NEAR(*month_of(plan, without).gas.eta_flare, 0.49, 1e-12);
  plan.flare->default_as_backup = true;
  EXPECT_NEAR(*month_of(plan, without).gas.eta_flare, (0.98 + 0.9) / 2, 1e-12);
}

TEST(Reduction, EngineCountsWhileItRuns) {
  const Plan plan =
      plan_with({Channel::engine_flow, Channel::methane_fraction, Channel::engine_running});
  const Month month = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute < 60) reading.values[Channel::engine_running] = 0;
    if (minute == 60) reading.values[Channel::engine_running] = kMissing;
    return true;
  });
  EXPECT_NEAR(*month.gas.h_EL, (kMinutes - 61) / 60.0, 1e-9);
  EXPECT_NEAR(*month.gas.F_CH4_EL_t, kMinuteKg * (kMinutes - 61) / 1000, 1e-9);
  EXPECT_FALSE(month.gas.F_CH4_sent_flare_t);
}

TEST(Reduction, AReadingThatTwoDevicesShareIsListedOnce) {
  Plan plan = plan_with({Channel::flare_flow, Channel::engine_flow, Channel::methane_fraction,
                         Channel::flame, Channel::engine_running});
  plan.calibrations = {
      {Channel::methane_fraction, Date(2022, 1, 1), Date(2022, 12, 31), 0.02, 0, "C-1"}};
  const Month month = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute == 100) reading.values[Channel::methane_fraction] = kMissing;
    return true;
  });
  const StreamCorrection* missing = month.find(Rule::reading_missing);
  ASSERT_NE(missing, nullptr);
  EXPECT_EQ(missing->hours, 1 / 60.0);
  EXPECT_EQ(missing->rows.row_count(), 1U);
  EXPECT_NEAR(missing->methane_kg, -1.5 * kMinuteKg, 1e-9);
  EXPECT_NEAR(month.find(Rule::calibration_overdue)->hours, 744 - 1 / 60.0, 1e-9);
}

TEST(Reduction, AGapIsListedByItsHours) {
  const Month month = month_of(open_flare(), [](std::int64_t minute, Reading&) {
    return minute < 1000 || (minute >= 1120 && minute < kMinutes - 30);
  });
  const StreamCorrection* gap = month.find(Rule::gap_in_stream);
  ASSERT_NE(gap, nullptr);
  EXPECT_NEAR(gap->hours, 2.5, 1e-12);
  EXPECT_NEAR(gap->methane_kg, -150 * kMinuteKg * 0.5, 1e-6);
  EXPECT_EQ(gap->rows.ranges().front().first, 1122U);
  EXPECT_NEAR(destroyed(month), 0.5 * kMinuteKg * (kMinutes - 150) / 1000, 1e-9);
}

TEST(Reduction, TheSameRowTwiceCountsOnceAndAnotherOneIsRefused) {
  Reduction reduction(open_flare());
  Reading reading{.slot = kJanuary / 60};
  for (const Channel channel : kChannels) reading.values[channel] = kMissing;
  reading.values[Channel::flare_flow] = 600;
  EXPECT_EQ(reduction.add(reading, kMonth), Reduction::Taken::counted);
  EXPECT_EQ(reduction.add(reading, kMonth), Reduction::Taken::repeated);
  reading.values[Channel::flame] = 1;
  EXPECT_EQ(reduction.add(reading, kMonth), Reduction::Taken::differs);
  --reading.slot;
  EXPECT_EQ(reduction.add(reading, kMonth), Reduction::Taken::out_of_order);
}

TEST(Reduction, FlowAtItsOwnTemperatureAndPressureIsNormalised) {
  Plan plan = plan_with({Channel::flare_flow, Channel::methane_fraction, Channel::flame,
                         Channel::gas_temperature, Channel::gas_pressure});
  plan.flow_is_normalised = false;
  const double at_20_c = *month_of(plan, as_it_is).gas.F_CH4_sent_flare_t;
  EXPECT_NEAR(at_20_c, kMonthTonnes * 273.15 / 293.15, 1e-9);
  plan.flow_basis = Basis::wet;
  plan.fraction_basis = Basis::wet;
  EXPECT_EQ(*month_of(plan, as_it_is).gas.F_CH4_sent_flare_t, at_20_c);
  plan.fraction_basis = Basis::dry;  // saturated at 20 °C: 2.3 % of the wet gas is water
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.F_CH4_sent_flare_t, at_20_c * (1 - 2333.4 / 101325),
              1e-4 * at_20_c);
}

TEST(Reduction, GasAbove60DegreesIsNoLongerTakenAsDry) {
  Plan plan = plan_with({Channel::flare_flow, Channel::methane_fraction, Channel::flame,
                         Channel::gas_temperature, Channel::gas_pressure});
  plan.is_dry_by_temperature = true;
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.F_CH4_sent_flare_t, kMonthTonnes, 1e-9);
  const Month hot = month_of(plan, [](std::int64_t, Reading& reading) {
    reading.values[Channel::gas_temperature] = 333.15;
    return true;
  });
  EXPECT_LT(*hot.gas.F_CH4_sent_flare_t, 0.85 * kMonthTonnes);
}

Month with_reading(Plan plan, Channel channel, std::int64_t first, std::int64_t last,
                   double value) {
  return month_of(plan, [=](std::int64_t minute, Reading& reading) {
    if (minute >= first && minute <= last) reading.values[channel] = value;
    return true;
  });
}

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

}  // namespace
}  // namespace openitmo::mrv::stream
