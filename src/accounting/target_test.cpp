#include "accounting/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounting/accounts.h"
#include "ledger_world/ledger_world.h"

namespace openitmo::accounting {
namespace {

using openitmo::testing::document;
using openitmo::testing::party_id;
using openitmo::testing::World;

Rational kilograms(std::int64_t value) { return {value, 1}; }

DescribeNdc description(TargetFamily family) {
  DescribeNdc described;
  described.party = party_id("SEN");
  described.ndc = World::ndc("SEN", 2021, 2030).ndc;
  described.version = World::ndc("SEN", 2021, 2030).version;
  described.family = family;
  described.sectors = {"Waste"};
  described.gases = {"CH4"};
  described.document = document("NDC");
  return described;
}

DescribeNdc below_projection() {
  DescribeNdc described = description(TargetFamily::below_projection);
  described.reference_year = CalendarYear(2030);
  described.reference_level_kg_co2eq = KilogramsCo2eq(37'761'000'000);
  described.reduction_per_10000 = 700;
  described.conditional_reduction_per_10000 = 2950;
  return described;
}

PartyAccounts described(const RecordNdc& ndc, const DescribeNdc& description) {
  World w({"SEN", "CHE"});
  w.must(ndc);
  w.must(description);
  for (int year = 2021; year <= 2030; ++year)
    w.inventory("SEN", year, KilogramsCo2eq(30'000'000'000 + year * 1'000));
  return account(w.ledger(), party_id("SEN"));
}

// 37.761 Mt less 7 % and less 29.5 %: the figures of Senegal's target for 2030, in thousandths.
TEST(Target, AReductionBelowAProjectionGivesBothLevels) {
  const PartyAccounts sen = described(World::ndc("SEN", 2021, 2030), below_projection());
  EXPECT_EQ(sen.target.level_kg_co2eq, kilograms(35'117'730'000));
  EXPECT_TRUE(sen.target.is_derived);
  EXPECT_EQ(sen.target.conditional_level_kg_co2eq, kilograms(26'621'505'000));
  EXPECT_THAT(sen.assumptions, ::testing::Contains(::testing::Field(
                                   &Assumption::text, AssumptionText::level_derived)));
  const Achievement& achievement = sen.figures.achievement;
  EXPECT_EQ(achievement.level_kg_co2eq, kilograms(35'117'730'000));
  EXPECT_TRUE(achievement.achieved.value_or(false));
  EXPECT_EQ(achievement.conditional_margin_kg_co2eq,
            kilograms(26'621'505'000 - 30'000'000'000 - 2'030'000));
}

TEST(Target, ALevelRecordedWithTheNdcStands) {
  RecordNdc ndc = World::ndc("SEN", 2021, 2030);
  ndc.target_level_kg_co2eq = KilogramsCo2eq(35'000'000'000);
  const PartyAccounts sen = described(ndc, below_projection());
  EXPECT_EQ(sen.target.level_kg_co2eq, kilograms(35'000'000'000));
  EXPECT_FALSE(sen.target.is_derived);
}

RecordNdc multi_year_ndc() {
  RecordNdc ndc = World::ndc("SEN", 2021, 2030);
  ndc.kind = NdcKind::multi_year;
  ndc.method = AdjustmentMethod::multi_year_trajectory;
  return ndc;
}

DescribeNdc below_base_year() {
  DescribeNdc base = description(TargetFamily::below_base_year);
  base.reference_year = CalendarYear(1990);
  base.reference_level_kg_co2eq = KilogramsCo2eq(54'100'000'000);
  base.reduction_per_10000 = 3500;
  return base;
}

TEST(Target, AMultiYearReductionIsSummedOverThePeriod) {
  ledger::PartyState state;
  state.ndc_descriptions.push_back({.record = below_base_year(), .effective = {}, .entry = 1});
  EXPECT_EQ(target_of(state, multi_year_ndc(), {}).level_kg_co2eq, kilograms(351'650'000'000));
}

TEST(Target, ARecordedTrajectoryStandsBeforeADescription) {
  RecordNdc ndc = multi_year_ndc();
  for (int year = 2021; year <= 2030; ++year)
    ndc.trajectory.push_back({CalendarYear(year), KilogramsCo2eq(1'000)});
  const PartyAccounts che = described(ndc, below_base_year());
  EXPECT_FALSE(che.target.is_derived);
  EXPECT_EQ(che.figures.achievement.level_kg_co2eq, kilograms(10'000));
}

TEST(Target, ASingleYearTrajectoryEndsAtTheLevel) {
  RecordNdc ndc = World::ndc("SEN", 2021, 2030);
  ndc.method = AdjustmentMethod::single_year_trajectory;
  for (int year = 2021; year <= 2030; ++year)
    ndc.trajectory.push_back({CalendarYear(year), KilogramsCo2eq(year)});
  EXPECT_EQ(target_of(ledger::PartyState{}, ndc, {}).level_kg_co2eq, kilograms(2030));
}

TEST(Target, AnIntensityInUnitsThatDoNotFitIsUnknown) {
  DescribeNdc intensity = description(TargetFamily::intensity);
  intensity.indicator = "XOF";
  intensity.intensity_kg_co2eq = 600'000;
  ledger::PartyState state;
  state.ndc_descriptions.push_back({.record = intensity, .effective = {}, .entry = 1});
  state.metric_levels.push_back({.record = {.party = party_id("SEN"),
                                            .metric = "XOF",
                                            .year = CalendarYear(2030),
                                            .version = 1,
                                            .level = 20'000'000'000'000,
                                            .document = document("GDP")},
                                 .effective = {},
                                 .entry = 2});
  EXPECT_FALSE(target_of(state, World::ndc("SEN", 2021, 2030), {}).level_kg_co2eq);
}

TEST(Target, AnIntensityIsUnknownUntilTheIndicatorIs) {
  DescribeNdc intensity = description(TargetFamily::intensity);
  intensity.indicator = "MWh";
  intensity.intensity_kg_co2eq = 400;
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2030));
  w.must(intensity);
  EXPECT_FALSE(account(w.ledger(), party_id("SEN")).target.level_kg_co2eq);
  ledger::RecordMetricLevel level{.party = party_id("SEN"),
                                  .metric = "MWh",
                                  .year = CalendarYear(2030),
                                  .version = 1,
                                  .level = 9'000,
                                  .document = document("LEVEL")};
  w.record(level);
  EXPECT_EQ(account(w.ledger(), party_id("SEN")).target.level_kg_co2eq, kilograms(3'600'000));
  level.version = 2;
  level.level = 10'000;
  w.record(level);
  EXPECT_EQ(account(w.ledger(), party_id("SEN")).target.level_kg_co2eq, kilograms(4'000'000));
}

TEST(Target, AfterAPeakNoYearMayExceedIt) {
  DescribeNdc peak = description(TargetFamily::peaking);
  peak.reference_year = CalendarYear(2029);
  const PartyAccounts rising = described(World::ndc("SEN", 2021, 2030), peak);
  EXPECT_EQ(rising.figures.achievement.level_kg_co2eq, kilograms(30'002'029'000));
  EXPECT_EQ(rising.figures.achievement.balance_kg_co2eq, kilograms(30'002'030'000));
  EXPECT_FALSE(rising.figures.achievement.achieved.value_or(true));
  peak.reference_year = CalendarYear(2030);
  const PartyAccounts at_peak = described(World::ndc("SEN", 2021, 2030), peak);
  EXPECT_TRUE(at_peak.figures.achievement.achieved.value_or(false));
}

TEST(Target, PoliciesAndMeasuresHaveNoLevel) {
  const PartyAccounts sen =
      described(World::ndc("SEN", 2021, 2030), description(TargetFamily::policies_and_measures));
  EXPECT_FALSE(sen.target.level_kg_co2eq);
  EXPECT_EQ(sen.figures.achievement.unknown, Unknown::no_target);
}

}  // namespace
}  // namespace openitmo::accounting
