#include "accounting/rule_replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounting/rule_replay_text.h"
#include "ledger_world/ledger_world.h"

namespace openitmo::accounting {
namespace {

using openitmo::testing::party_id;
using openitmo::testing::Units;
using openitmo::testing::World;
using ::testing::HasSubstr;

Rational kilograms(std::int64_t tonnes) { return {tonnes * 1000, 1}; }

// SEN averages over 2021-2030; 300 t of 2024 first transferred in 2025; inventories up to 2024.
World one_transfer() {
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2030));
  w.at(Date(2025, 6, 1));
  const Units units = w.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 500});
  w.must(w.first_transfer(units, 300, "CHE"));
  for (int year = 2021; year <= 2024; ++year) w.inventory("SEN", year, KilogramsCo2eq(30'000'000));
  return w;
}

RuleReplay replayed(const World& w, const RuleChoice& other) {
  auto replay = replay_rules(w.ledger(), party_id("SEN"), other);
  EXPECT_TRUE(replay);
  return replay.value_or(RuleReplay{});
}

const ReplayedYear& year_of(const RuleReplay& replay, int as_at, int year) {
  for (const ReplayedYear& one : replay.years)
    if (one.as_at == CalendarYear(as_at) && one.year == CalendarYear(year)) return one;
  throw std::out_of_range("year");
}

TEST(RuleReplay, NothingDiffersUnderTheRuleInUse) {
  const RuleReplay same = replayed(one_transfer(), {});
  EXPECT_EQ(same.in_use, same.other);
  EXPECT_EQ(same.differing(), 0U);
  EXPECT_FALSE(same.years.empty());
  EXPECT_THAT(replay_sentence(same).en, HasSubstr("None of 4 yearly adjustments"));
}

TEST(RuleReplay, ARunningAverageLeavesEarlierYearsAsTheyWere) {
  const RuleReplay running =
      replayed(one_transfer(), {.convention = AveragingConvention::running_as_at});
  EXPECT_EQ(running.differing(), 3U);
  EXPECT_EQ(year_of(running, 2025, 2021).adjustment_kg_co2eq, kilograms(75));
  EXPECT_EQ(year_of(running, 2025, 2021).other_adjustment_kg_co2eq, kilograms(0));
  EXPECT_EQ(year_of(running, 2025, 2021).other_balance_kg_co2eq, kilograms(30'000));
  EXPECT_FALSE(year_of(running, 2025, 2024).differs());
}

TEST(RuleReplay, TheYearOfTheActionCountsOnceItHasElapsed) {
  const RuleReplay by_event = replayed(one_transfer(), {.numerator = NumeratorAxis::by_event_year});
  EXPECT_EQ(year_of(by_event, 2025, 2024).other_adjustment_kg_co2eq, kilograms(0));
  const RuleReplay both = replayed(
      one_transfer(),
      {.numerator = NumeratorAxis::by_event_year, .elapsed_years = ElapsedYears::to_calendar_year});
  EXPECT_EQ(year_of(both, 2025, 2024).other_adjustment_kg_co2eq, kilograms(60));
  EXPECT_EQ(year_of(both, 2025, 2025).adjustment_kg_co2eq, std::nullopt);
  EXPECT_EQ(year_of(both, 2025, 2025).other_adjustment_kg_co2eq, kilograms(60));
}

TEST(RuleReplay, ATrajectoryBooksTheVintageAlone) {
  const RuleReplay trajectory =
      replayed(one_transfer(), {.method = AdjustmentMethod::single_year_trajectory});
  EXPECT_EQ(year_of(trajectory, 2025, 2024).other_adjustment_kg_co2eq, kilograms(300));
  EXPECT_EQ(year_of(trajectory, 2025, 2023).other_adjustment_kg_co2eq, kilograms(0));
}

// The history is that of each year-end, not today's figures.
TEST(RuleReplay, EachYearEndShowsWhatWasKnown) {
  World w = one_transfer();
  w.at(Date(2026, 6, 1));
  w.inventory("SEN", 2025, KilogramsCo2eq(30'000'000));
  const RuleReplay replay = replayed(w, {.convention = AveragingConvention::running_as_at});
  EXPECT_EQ(year_of(replay, 2025, 2021).adjustment_kg_co2eq, kilograms(75));
  EXPECT_EQ(year_of(replay, 2026, 2021).adjustment_kg_co2eq, kilograms(60));
}

TEST(RuleReplay, AMethodForAnotherKindOfNdcIsNotReplayed) {
  EXPECT_FALSE(replay_rules(one_transfer().ledger(), party_id("SEN"),
                            {.method = AdjustmentMethod::multi_year_trajectory}));
  EXPECT_FALSE(replay_rules(one_transfer().ledger(), party_id("CHE"), {}));
}

TEST(RuleReplay, IsShownAsTableAndJson) {
  const RuleReplay running =
      replayed(one_transfer(), {.convention = AveragingConvention::running_as_at});
  const auto rows = replay_rows(running, Language::fr);
  ASSERT_EQ(rows.size(), 7U);
  EXPECT_EQ(rows[1],
            (std::vector<std::string>{"2025", "2021", "ajustement", "75,000", "0,000", "−75,000"}));
  EXPECT_THAT(replay_json(running, ""),
              HasSubstr(R"("as_at":2025,"year":2021,"adjustment_kg_co2eq":"75000/1",)"
                        R"("other_adjustment_kg_co2eq":"0/1")"));
}

}  // namespace
}  // namespace openitmo::accounting
