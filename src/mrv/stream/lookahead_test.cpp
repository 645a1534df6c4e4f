#include "mrv/stream/lookahead.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "mrv/stream/reduction.h"

namespace openitmo::mrv::stream {
namespace {

constexpr std::int64_t kJune = 1'717'200'000;  // 2024-06-01T00:00:00Z
constexpr std::int64_t kMinutes = 30 * 24 * 60;
const StreamMonth kMonth{.month = {2024, 6}, .begin_s = kJune, .end_s = kJune + kMinutes * 60};
const double kMissing = std::nan("");

// An engine at 600 Nm3/h that swings by 1, of 50 % methane that swings by 1 point.
Plan engine() {
  Plan plan;
  plan.flow_is_normalised = true;
  for (const Channel channel :
       {Channel::engine_flow, Channel::methane_fraction, Channel::engine_running})
    plan.has[channel] = true;
  plan.gap_filling = gap_filling_of(ParameterSet());
  return plan;
}

struct Month {
  double methane_t = 0;
  std::vector<StreamCorrection> corrections;
  const StreamCorrection* find(Rule rule) const {
    for (const StreamCorrection& correction : corrections)
      if (correction.rule == rule) return &correction;
    return nullptr;
  }
};

template <class Change>
Month month_of(const Plan& plan, Change change) {
  Reduction reduction(plan);
  for (std::int64_t minute = 0; minute < kMinutes; ++minute) {
    Reading reading{.slot = kJune / 60 + minute,
                    .place = {.row = static_cast<std::uint32_t>(minute + 2)}};
    for (const Channel channel : kChannels) reading.values[channel] = kMissing;
    reading.values[Channel::engine_flow] = minute % 2 == 0 ? 599 : 601;
    reading.values[Channel::methane_fraction] = minute % 4 < 2 ? 0.49 : 0.51;
    reading.values[Channel::engine_running] = 1;
    if (!change(minute, reading)) continue;
    EXPECT_EQ(reduction.add(reading, kMonth), Reduction::Taken::counted);
  }
  Month month{.methane_t = reduction.take_months().at(0).F_CH4_EL_t.value(),
              .corrections = reduction.take_corrections()};
  return month;
}

const double kWhole_t = month_of(engine(), [](std::int64_t, Reading&) { return true; }).methane_t;
constexpr std::int64_t kGap = 10'000;  // its first minute

Month with_gap(Channel channel, std::int64_t minutes, const Plan& plan = engine()) {
  return month_of(plan, [=](std::int64_t minute, Reading& reading) {
    if (minute >= kGap && minute < kGap + minutes) reading.values[channel] = kMissing;
    return true;
  });
}
double lost_minutes(const Month& month) { return (1 - month.methane_t / kWhole_t) * kMinutes; }

TEST(GapFilling, AShortGapGetsTheMeanOfBothSides) {
  const Month month = with_gap(Channel::methane_fraction, 300);
  EXPECT_NEAR(lost_minutes(month), 0, 1e-6);
  const StreamCorrection* filled = month.find(Rule::gap_filled);
  ASSERT_NE(filled, nullptr);
  EXPECT_NEAR(filled->hours, 5, 1e-9);
  EXPECT_EQ(month.corrections.size(), 1U);
}

TEST(GapFilling, ALongerOneGetsTheConservativeLimit) {
  // 1.96 standard deviations of 0.01 below 0.50.
  for (const std::int64_t hours : {7, 30}) {
    const Month month = with_gap(Channel::methane_fraction, hours * 60);
    EXPECT_NEAR(lost_minutes(month), static_cast<double>(hours) * 60 * 0.0196 / 0.5, 1e-2) << hours;
  }
  const Month flow = with_gap(Channel::engine_flow, 7 * 60);
  EXPECT_NEAR(lost_minutes(flow), 420 * 1.96 / 600, 1e-2);
}

TEST(GapFilling, AboveAWeekNothingStandsIn) {
  const Month month = with_gap(Channel::methane_fraction, 7 * 24 * 60 + 1);
  EXPECT_NEAR(lost_minutes(month), 7 * 24 * 60 + 1, 0.1);
  EXPECT_EQ(month.find(Rule::gap_filled), nullptr);
  EXPECT_NE(month.find(Rule::reading_missing), nullptr);
}

TEST(GapFilling, IsAnOptionOfThePlan) {
  Plan plan = engine();
  plan.gap_filling.reset();
  EXPECT_NEAR(lost_minutes(with_gap(Channel::methane_fraction, 60, plan)), 60, 1e-3);
}

TEST(GapFilling, NeedsTheOtherOfFlowAndFraction) {
  const auto month = month_of(engine(), [](std::int64_t minute, Reading& reading) {
    if (minute >= kGap && minute < kGap + 60) {
      reading.values[Channel::methane_fraction] = kMissing;
      if (minute == kGap + 30) reading.values[Channel::engine_flow] = 400;  // a third below
    }
    return true;
  });
  EXPECT_EQ(month.find(Rule::gap_filled), nullptr);
  const auto both = month_of(engine(), [](std::int64_t minute, Reading& reading) {
    if (minute >= kGap && minute < kGap + 60) {
      reading.values[Channel::methane_fraction] = kMissing;
      if (minute == kGap + 30) reading.values[Channel::engine_flow] = kMissing;
    }
    return true;
  });
  // Neither at the minute without both; the runs before and after it touch no accepted pair there.
  EXPECT_EQ(both.find(Rule::gap_filled) == nullptr, true);
}

TEST(GapFilling, NeedsRowsBesideTheGapAndReadingsOnBothSides) {
  const auto beside_a_hole = month_of(engine(), [](std::int64_t minute, Reading& reading) {
    if (minute >= kGap && minute < kGap + 60) reading.values[Channel::methane_fraction] = kMissing;
    return minute != kGap + 60;
  });
  EXPECT_EQ(beside_a_hole.find(Rule::gap_filled), nullptr);
  const auto poor_side = month_of(engine(), [](std::int64_t minute, Reading& reading) {
    const bool is_before = minute > kGap - 240 && minute < kGap && minute % 3 != 0;
    if (is_before || (minute >= kGap && minute < kGap + 60))
      reading.values[Channel::methane_fraction] = kMissing;
    return true;
  });
  EXPECT_GT(lost_minutes(poor_side), 59) << "a third of a side is not enough";
}

TEST(GapFilling, NothingIsBurntThatIsNotProven) {
  const auto month = month_of(engine(), [](std::int64_t minute, Reading& reading) {
    if (minute >= kGap && minute < kGap + 60) {
      reading.values[Channel::methane_fraction] = kMissing;
      reading.values[Channel::engine_running] = 0;
    }
    return true;
  });
  EXPECT_NEAR(lost_minutes(month), 60, 1e-3);
}

TEST(StuckSensor, CountsBackToTheFirstShowingOfTheFigureAndKeepsTheRest) {
  Plan plan = engine();
  plan.gap_filling.reset();
  const Month month = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute >= kGap && minute < kGap + 500) reading.values[Channel::methane_fraction] = 0.47;
    return true;
  });
  const StreamCorrection* stuck = month.find(Rule::sensor_stuck);
  ASSERT_NE(stuck, nullptr);
  EXPECT_NEAR(stuck->hours, 500 / 60.0, 1e-9);
  EXPECT_EQ(stuck->rows.ranges().front().first, kGap + 2);
  EXPECT_NEAR(lost_minutes(month), 500, 1e-3);
}

TEST(StuckSensor, UpToTheLimitNothingIsStuck) {
  Plan plan = engine();
  plan.gap_filling.reset();
  const Month month = month_of(plan, [](std::int64_t minute, Reading& reading) {
    if (minute >= kGap && minute < kGap + 360) reading.values[Channel::methane_fraction] = 0.47;
    return true;
  });
  EXPECT_TRUE(month.corrections.empty());
}

TEST(StuckSensor, IsFilledLikeAGap) {
  const Month month = month_of(engine(), [](std::int64_t minute, Reading& reading) {
    if (minute >= kGap && minute < kGap + 400) reading.values[Channel::methane_fraction] = 0.47;
    return true;
  });
  EXPECT_NE(month.find(Rule::gap_filled), nullptr);
  EXPECT_NEAR(lost_minutes(month), 400 * 0.0196 / 0.5, 1e-2);
}

TEST(SharedMeter, TheFlaresEfficiencyHoldsWhileBothAreProven) {
  Plan plan;
  plan.flow_is_normalised = true;
  plan.flare = FlarePlan{.shares_meter_with_engine = true};
  for (const Channel channel :
       {Channel::flare_flow, Channel::methane_fraction, Channel::flame, Channel::engine_running})
    plan.has[channel] = true;
  Reduction reduction(plan);
  for (std::int64_t minute = 0; minute < 100; ++minute) {
    Reading reading{.slot = kJune / 60 + minute,
                    .place = {.row = static_cast<std::uint32_t>(minute + 2)}};
    for (const Channel channel : kChannels) reading.values[channel] = kMissing;
    reading.values[Channel::flare_flow] = 600;
    reading.values[Channel::methane_fraction] = 0.5;
    reading.values[Channel::flame] = 1;
    reading.values[Channel::engine_running] = minute < 90 ? 1 : 0;
    reduction.add(reading, kMonth);
  }
  const GasMonth month = reduction.take_months().at(0);
  EXPECT_NEAR(*month.eta_flare, 0.45, 1e-12) << "an open flare, 90 of 100 minutes";
  const auto corrections = reduction.take_corrections();
  const auto idle =
      std::ranges::find(corrections, Rule::device_not_proven, &StreamCorrection::rule);
  ASSERT_NE(idle, corrections.end());
  EXPECT_NEAR(idle->hours, 10 / 60.0, 1e-12);
  EXPECT_LT(idle->methane_kg, 0);
}

TEST(GasState, VapourAboveThePressureIsListedAndBurnsNothing) {
  Plan plan = engine();
  plan.gap_filling.reset();
  plan.flow_is_normalised = false;
  plan.flow_basis = Basis::wet;
  plan.has[Channel::gas_temperature] = plan.has[Channel::gas_pressure] = true;
  plan.limits[Channel::gas_temperature].stuck_minutes = kNoLimit;
  const auto at = [](double hot_k) {
    return [=](std::int64_t minute, Reading& reading) {
      reading.values[Channel::gas_temperature] = minute >= kGap ? hot_k : 303.15;
      reading.values[Channel::gas_pressure] = 60'000;
      return true;
    };
  };
  plan.limits[Channel::gas_temperature].change_per_minute = kNoLimit;
  const Month month = month_of(plan, at(363.15));  // water boils at 60 kPa from 86 °C on
  const StreamCorrection* impossible = month.find(Rule::gas_state_impossible);
  ASSERT_NE(impossible, nullptr);
  EXPECT_NEAR(impossible->hours, static_cast<double>(kMinutes - kGap) / 60, 1e-9);
  EXPECT_LT(impossible->methane_kg, 0);
}

}  // namespace
}  // namespace openitmo::mrv::stream
