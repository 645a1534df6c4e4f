#include "mrv/stream/reduction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/stream/testing_plant.h"

namespace openitmo::mrv::stream {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

using namespace testing_plant;

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
  EXPECT_EQ(month.find(Rule::reading_missing), nullptr) << "no column of the exhaust is needed";
  ASSERT_NE(month.find(Rule::campaigns_too_few), nullptr);
  EXPECT_NEAR(month.find(Rule::campaigns_too_few)->hours, 744, 1e-9);
  plan.flare->default_as_backup = true;
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.eta_flare, 0.8, 1e-12);
}

TEST(Reduction, CampaignsCountWhenSixMonthsLieBetweenThem) {
  Plan plan = enclosed_flare();
  plan.flare->efficiency = FlareEfficiency::by_campaigns;
  const auto eta = [&](Date first, Date second) {
    plan.flare->campaigns = {{first, 0.01}, {second, 0.03}};
    return *month_of(plan, as_it_is).gas.eta_flare;
  };
  EXPECT_EQ(eta(Date(2024, 2, 1), Date(2024, 2, 1)), 0) << "two on one day";
  EXPECT_EQ(eta(Date(2024, 2, 2), Date(2024, 8, 1)), 0) << "a day short of six months";
  EXPECT_NEAR(eta(Date(2024, 2, 1), Date(2024, 8, 1)), 0.93, 1e-12);
  EXPECT_NEAR(eta(Date(2024, 8, 1), Date(2024, 2, 1)), 0.93, 1e-12) << "in whatever order";
  EXPECT_EQ(eta(Date(2023, 2, 1), Date(2024, 2, 1)), 0) << "of another year";
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
  const Month backed = month_of(plan, without);
  EXPECT_NEAR(*backed.gas.eta_flare, (0.98 + 0.9) / 2, 1e-12);
  EXPECT_EQ(backed.find(Rule::reading_missing), nullptr) << "which would say: nothing destroyed";
  EXPECT_NEAR(backed.find(Rule::efficiency_by_default)->hours, 372, 1e-9);
}

TEST(Reduction, AnOverdueAnalyserOfTheExhaustMayHaveShownTooLittle) {
  Plan plan = enclosed_flare();
  plan.has[Channel::exhaust_methane] = true;
  plan.flare->efficiency = FlareEfficiency::by_minutes;
  plan.calibrations = {
      {Channel::exhaust_methane, Date(2022, 1, 1), Date(2023, 12, 31), 0.1, 0, "E-1"}};
  const Month month = month_of(plan, as_it_is);
  EXPECT_NEAR(*month.gas.eta_flare, 1 - 0.02 * 1.1, 1e-12);
  const StreamCorrection* overdue = month.find(Rule::calibration_overdue);
  ASSERT_NE(overdue, nullptr);
  EXPECT_NEAR(overdue->hours, 744, 1e-9);
  EXPECT_NEAR(overdue->methane_kg, -0.002 * kMonthTonnes * 1000, 1e-6);
  EXPECT_TRUE(counts_for_methane(plan, Channel::exhaust_methane));
  plan.flare->efficiency = FlareEfficiency::by_default;
  EXPECT_FALSE(counts_for_methane(plan, Channel::exhaust_methane));
}

// A meter that normalises does not need them, and neither is a certificate asked for.
TEST(Reduction, OverdueThermometersCostNothingWhereNoEquationReadsThem) {
  Plan plan = plan_with({Channel::flare_flow, Channel::methane_fraction, Channel::flame,
                         Channel::gas_temperature, Channel::gas_pressure});
  for (const Channel channel : {Channel::gas_temperature, Channel::gas_pressure})
    plan.calibrations.push_back({channel, Date(2022, 1, 1), Date(2022, 12, 31), 0.02, 0, "T-1"});
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.F_CH4_sent_flare_t, kMonthTonnes, 1e-9);
  EXPECT_FALSE(counts_for_methane(plan, Channel::gas_temperature));
  plan.flow_is_normalised = false;
  EXPECT_NEAR(*month_of(plan, as_it_is).gas.F_CH4_sent_flare_t,
              kMonthTonnes * 273.15 / 293.15 * 0.98 * 0.98, 1e-9);
  EXPECT_TRUE(counts_for_methane(plan, Channel::gas_pressure));
}

// Every rule that keeps destroyed methane low would keep what a digester leaks low.
TEST(Reduction, MethaneProducedIsNeitherCutNorDropped) {
  Plan plan = plan_with({Channel::flare_flow, Channel::engine_flow, Channel::methane_fraction,
                         Channel::flame, Channel::engine_running});
  plan.calibrations = {{Channel::engine_flow, Date(2022, 1, 1), Date(2022, 12, 31), 0.1, 0, "C"}};
  const auto produced = [&](auto change) { return *month_of(plan, change).gas.F_CH4_produced_t; };
  EXPECT_NEAR(produced(as_it_is), 2 * kMonthTonnes, 1e-9) << "overdue";
  const Month idle = month_of(plan, [](std::int64_t minute, Reading& reading) {
    reading.values[Channel::engine_running] = minute < 100 ? 0 : 1;
    if (minute < 50) reading.values[Channel::flame] = kMissing;
    return true;
  });
  EXPECT_NEAR(*idle.gas.F_CH4_produced_t, 2 * kMonthTonnes, 1e-9) << "stands still";
  EXPECT_NEAR(produced([](std::int64_t minute, Reading& reading) {
                if (minute < 200) reading.values[Channel::engine_flow] = kMissing;
                if (minute == 300) reading.values[Channel::methane_fraction] = 0.9;
                return minute < 1000 || (minute > 1100 && minute < kMinutes - 5);
              }),
              2 * kMonthTonnes, 1e-9)
      << "unread, refused and missing rows";
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

}  // namespace
}  // namespace openitmo::mrv::stream
