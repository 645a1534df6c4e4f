#include "accounting/adjustment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <set>

#include "accounting/exact_sum.h"
#include "accounting/levies.h"
#include "accounting/non_ghg.h"
#include "accounting/trajectory.h"
#include "accounting/unit_set.h"

namespace openitmo::accounting {
namespace {

constexpr Period kDecade{CalendarYear(2021), CalendarYear(2030)};

YearQuantities quantities(std::initializer_list<std::pair<int, std::int64_t>> years) {
  YearQuantities result;
  for (const auto& [year, amount] : years) result[CalendarYear(year)] = amount;
  return result;
}

std::vector<Rational> amounts(const std::vector<YearRational>& years) {
  std::vector<Rational> result;
  for (const YearRational& year : years) result.push_back(year.amount);
  return result;
}

// Signed amounts of the ten years, as rapidcheck draws them.
YearQuantities drawn(const std::vector<std::uint32_t>& draws) {
  YearQuantities result;
  for (std::size_t i = 0; i < draws.size() && i < 10; ++i)
    result[CalendarYear(2021 + static_cast<int>(i))] = draws[i];
  return result;
}

Rational total(const std::vector<YearRational>& years) {
  Rational sum;
  for (const YearRational& year : years) sum = exact_sum(sum, year.amount);
  return sum;
}

TEST(Adjustment, AdditionsLessSubtractionsOfTheYear) {
  const Period period{CalendarYear(2021), CalendarYear(2023)};
  EXPECT_THAT(amounts(annual_adjustments(period, quantities({{2021, 5}, {2023, 2}, {2024, 99}}),
                                         quantities({{2023, 7}}))),
              ::testing::ElementsAre(Rational(5, 1), Rational(0, 1), Rational(-5, 1)));
}

TEST(Adjustment, AverageKeepsTheFraction) {
  const Average average =
      average_through(kDecade, CalendarYear(2023), quantities({{2021, 100}, {2025, 999}}), {});
  EXPECT_EQ(average.cumulative, 100);
  EXPECT_EQ(average.elapsed_years, 3);
  EXPECT_EQ(average.average, Rational(100, 3));
}

TEST(Adjustment, AverageOutsideThePeriodIsRefused) {
  EXPECT_THROW(average_through(kDecade, CalendarYear(2031), {}, {}), InvariantBroken);
  EXPECT_THROW(average_through(kDecade, CalendarYear(2020), {}, {}), InvariantBroken);
}

TEST(Adjustment, SumsThatDoNotFitAreRefused) {
  const auto most = quantities({{2021, INT64_MAX}, {2022, INT64_MAX}});
  EXPECT_THROW(average_through(kDecade, CalendarYear(2022), most, {}), InvariantBroken);
  EXPECT_THROW(exact_sum(whole(INT64_MAX), whole(1)), InvariantBroken);
}

TEST(Adjustment, UniformAveragesAddUpExactly) {
  EXPECT_TRUE(rc::check(
      [](const std::vector<std::uint32_t>& added, const std::vector<std::uint32_t>& used) {
        const int elapsed = *rc::gen::inRange(1, 11);
        const CalendarYear through(2020 + elapsed);
        const auto years = averaged_adjustments(
            kDecade, through, AveragingConvention::restated_uniform, drawn(added), drawn(used));
        const Average average = average_through(kDecade, through, drawn(added), drawn(used));
        RC_ASSERT(total(years) == whole(average.cumulative));
        RC_ASSERT(years.size() == static_cast<std::size_t>(elapsed));
      }));
}

TEST(Adjustment, BothConventionsMeetInTheLastElapsedYear) {
  EXPECT_TRUE(rc::check(
      [](const std::vector<std::uint32_t>& added, const std::vector<std::uint32_t>& used) {
        const CalendarYear through(2020 + *rc::gen::inRange(1, 11));
        const auto uniform = averaged_adjustments(
            kDecade, through, AveragingConvention::restated_uniform, drawn(added), drawn(used));
        const auto running = averaged_adjustments(
            kDecade, through, AveragingConvention::running_as_at, drawn(added), drawn(used));
        RC_ASSERT(uniform.back() == running.back());
      }));
}

TEST(Adjustment, DeviationsFromTheAverageCancel) {
  EXPECT_TRUE(rc::check([](const std::vector<std::uint32_t>& yearly) {
    const Representativeness shown = representativeness(kDecade, drawn(yearly));
    RC_ASSERT(total(shown.deviations) == Rational());
    for (const YearRational& year : shown.deviations)
      RC_ASSERT(year.amount <= shown.max_abs_deviation && -year.amount <= shown.max_abs_deviation);
  }));
}

TEST(NonGhg, SignsAreReversed) {
  EXPECT_EQ(adjusted_indicator(8000, whole(-1500)), whole(9500));
  EXPECT_EQ(adjusted_indicator(5000, Rational(30, 1)), whole(4970));
}

TEST(NonGhg, ConversionAddsUpHoweverARangeIsSplit) {
  EXPECT_TRUE(rc::check([] {
    const auto last = *rc::gen::inRange<std::uint64_t>(2, 100'000);
    const auto cut = *rc::gen::inRange<std::uint64_t>(1, last);
    const Rational factor(*rc::gen::inRange(1, 5000), *rc::gen::inRange(1, 5000));
    RC_ASSERT(converted_t_co2eq(1, cut, factor) + converted_t_co2eq(cut + 1, last, factor) ==
              converted_t_co2eq(1, last, factor));
  }));
  EXPECT_THROW(converted_t_co2eq(0, 5, Rational(1, 2)), InvariantBroken);
}

TEST(Trajectory, StraightLineKeepsFractions) {
  EXPECT_THAT(amounts(linear_trajectory(CalendarYear(2020), 100, CalendarYear(2023), 0)),
              ::testing::ElementsAre(whole(100), Rational(200, 3), Rational(100, 3), whole(0)));
  EXPECT_THROW(linear_trajectory(CalendarYear(2023), 1, CalendarYear(2023), 1), InvariantBroken);
}

TEST(Levies, RoundUpUnlessAgreedOtherwiseAndExemptOnlyFromAdaptation) {
  LevyTerms terms{.adaptation_share = Rational(1, 20), .omge_share = Rational(1, 50)};
  EXPECT_EQ(levies(TonnesCo2eq(999), terms).omge_t_co2eq, TonnesCo2eq(20));
  terms.rounding = Rounding::down;
  EXPECT_EQ(levies(TonnesCo2eq(999), terms).omge_t_co2eq, TonnesCo2eq(19));
  terms.host_is_ldc_or_sids = true;
  EXPECT_EQ(levies(TonnesCo2eq(1000), terms).adaptation_t_co2eq, TonnesCo2eq(0));
  EXPECT_EQ(levies(TonnesCo2eq(1000), terms).omge_t_co2eq, TonnesCo2eq(20));
}

TEST(Levies, SharesAboveTheWholeAreRefused) {
  const LevyTerms terms{.adaptation_share = Rational(3, 4), .omge_share = Rational(1, 2)};
  EXPECT_THROW(levies(TonnesCo2eq(10), terms), InvariantBroken);
}

TEST(UnitSet, AgreesWithASetOfSerials) {
  const ledger::ItmoSeries series{*CooperativeApproachId::parse("CA9999"),
                                  *RegistryId::parse("XXA01"), *PartyId::parse("XXA"),
                                  CalendarYear(2024)};
  EXPECT_TRUE(rc::check([&](const std::vector<std::pair<std::uint8_t, std::uint8_t>>& draws) {
    UnitSet units;
    std::set<std::uint64_t> serials;
    for (const auto& [first, length] : draws) {
      const std::uint64_t last = std::uint64_t(first) + 1 + std::uint64_t(length);
      std::uint64_t known = 0;
      for (std::uint64_t serial = std::uint64_t(first) + 1; serial <= last; ++serial)
        known += serials.insert(serial).second ? 0U : 1U;
      RC_ASSERT(units.add(ledger::make_range(series, std::uint64_t(first) + 1, last)) ==
                TonnesCo2eq(known));
      RC_ASSERT(units.size() == TonnesCo2eq(serials.size()));
    }
  }));
}

}  // namespace
}  // namespace openitmo::accounting
