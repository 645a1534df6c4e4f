#pragma once

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "mrv/methodologies/tool08.h"
#include "mrv/stream/reduction.h"

// A month of a gas plant for the tests of this folder.
namespace openitmo::mrv::stream::testing_plant {

inline constexpr std::int64_t kJanuary = 1'704'067'200;  // 2024-01-01T00:00:00Z
inline constexpr std::int64_t kMinutes = 31 * 24 * 60;
inline const StreamMonth kMonth{
    .month = {2024, 1}, .begin_s = kJanuary, .end_s = kJanuary + kMinutes * 60};
inline const double kMissing = std::nan("");

inline Plan plan_with(std::vector<Channel> channels) {
  Plan plan;
  plan.flow_is_normalised = true;
  plan.flare = FlarePlan{};
  for (const Channel channel : channels) {
    plan.has[channel] = true;
    plan.limits[channel].stuck_minutes = kNoLimit;
  }
  return plan;
}
inline Plan open_flare() {
  return plan_with({Channel::flare_flow, Channel::methane_fraction, Channel::flame});
}
inline Plan enclosed_flare() {
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
                    .place = {.row = static_cast<std::uint32_t>(minute + 2)},
                    .day = Date(2024, 1, 1).plus_days(static_cast<int>(minute / 1440))};
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
inline bool as_it_is(std::int64_t, Reading&) { return true; }

inline const double kMinuteKg = 600.0 / 60 * 0.5 * tool08::kNormalDensityMethane;
inline const double kMonthTonnes = kMinuteKg * kMinutes / 1000;

inline double destroyed(const Month& month) {
  return month.gas.F_CH4_sent_flare_t.value() * month.gas.eta_flare.value();
}

inline Month with_reading(Plan plan, Channel channel, std::int64_t first, std::int64_t last,
                          double value) {
  return month_of(plan, [=](std::int64_t minute, Reading& reading) {
    if (minute >= first && minute <= last) reading.values[channel] = value;
    return true;
  });
}

}  // namespace openitmo::mrv::stream::testing_plant
