#include "mrv/inventory/bridge.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "mrv/inventory/bridge_text.h"
#include "mrv/inventory/testing_inventory.h"

namespace openitmo::mrv::inventory {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing_inventory::country;
using testing_inventory::mass;
using testing_inventory::rows;
using testing_inventory::share;

constexpr std::size_t kFood = static_cast<std::size_t>(WasteType::food);

// A site that composts 1,000 t a year, 800 t of it food, from 2021 to 2023.
Activity composting(double treated_t = 1000, double food_t = 800) {
  Activity activity{.component = "site",
                    .role = SiteRole::diverts_waste,
                    .treatment = Pathway::composted,
                    .disposal_site = DisposalSite::unmanaged_deep,
                    .climate = ClimateZone::tropical_dry,
                    .parameters = {},
                    .ch4_potential = 28,
                    .years = {}};
  for (int year = 2021; year <= 2023; ++year) {
    ActivityYear& of = activity.years[year];
    of.treated_t = treated_t;
    of.diverted_t[kFood] = food_t;
    of.claimed = 60;
    of.disposal = 150;
    of.disposal_uncorrected = 150 / 0.8;
    of.treatment = 80;
    of.energy = -7;
  }
  return activity;
}

Activity wells(double methane_t) {
  Activity activity;
  activity.component = "gas";
  activity.role = SiteRole::meters_gas;
  activity.years[2022].methane_destroyed_t = methane_t;
  activity.years[2022].gas = methane_t * 28 * 0.9;
  activity.years[2022].claimed = activity.years[2022].gas;
  return activity;
}

// Asked anew in every year of the activity: masses of each way, a survey, recovery by site. One
// site takes in all, since a survey is one for all of them.
InventoryData seeing_rows() {
  InventoryData data = rows();
  const CompositionRow survey = data.composition.front();
  for (int year = 2021; year <= 2024; ++year) {
    data.treatment.push_back(mass(year, Pathway::unmanaged_deep, 120000));
    data.treatment.push_back(mass(year, Pathway::unmanaged_shallow, 0));
    data.treatment.push_back(mass(year, Pathway::composted, 10000));
    data.composition.push_back(survey);
    data.composition.back().year = CalendarYear(year);
    data.recovery.push_back(
        {.year = CalendarYear(year), .site = Pathway::unmanaged_deep, .methane_t = 100});
  }
  return data;
}
InventoryPlan seeing_plan() {
  InventoryPlan plan = country();
  plan.counts_recovery = true;
  return plan;
}

Bridge bridged(const InventoryPlan& plan, const InventoryData& data,
               const std::vector<Activity>& activities, const FirstTransferred& transferred) {
  auto result = bridge(plan, data, activities, transferred);
  if (!result) throw std::runtime_error(text_of(result.error().front(), data.files).en);
  return *std::move(result);
}

const BridgeRow& row_of(const Bridge& bridge, const std::string& component, int year) {
  for (const BridgeRow& row : bridge.rows)
    if (row.component == component && row.year.value() == year) return row;
  throw std::runtime_error("no such row");
}

double part_of(const BridgeRow& row, Reason reason) {
  for (const Part& part : row.parts)
    if (part.reason == reason) return part.t_co2eq;
  return 0;
}

double sum_of(const std::vector<Part>& parts) {
  double sum = 0;
  for (const Part& part : parts) sum += part.t_co2eq;
  return sum;
}

TEST(InventoryBridge, WithoutActivityNothingFalls) {
  const Bridge none = bridged(country(), rows(), {}, {});
  EXPECT_TRUE(none.rows.empty());
  EXPECT_EQ(none.total.loss, 0);
  Activity idle = composting(0, 0);
  for (auto& [year, of] : idle.years) of = ActivityYear{};
  for (const auto& [plan, data] :
       {std::pair(country(), rows()), std::pair(seeing_plan(), seeing_rows())}) {
    const Bridge bridge = bridged(plan, data, {idle, wells(0)}, {});
    for (const BridgeRow& row : bridge.rows) {
      EXPECT_EQ(row.fall(), 0);
      EXPECT_EQ(row.loss(), 0);
      EXPECT_TRUE(row.parts.empty());
    }
  }
}

// An inventory whose tables are all older than the activity does not move at all.
TEST(InventoryBridge, AnInventoryOfOldSharesSeesNothing) {
  const Bridge bridge =
      bridged(country(), rows(), {composting()}, {{{"site", 2023}, {.t_co2eq = 60}}});
  const BridgeRow& row = row_of(bridge, "site", 2023);
  EXPECT_EQ(row.fall_disposal, 0);
  EXPECT_EQ(row.fall_treatment, 0);
  EXPECT_EQ(row.loss(), 60);
  EXPECT_GT(part_of(row, Reason::disposal_not_seen), 0);
  EXPECT_LT(part_of(row, Reason::treatment_not_seen), 0);
  EXPECT_THAT(bridge_sentence(bridge).en, HasSubstr("is loss in this sector"));
}

// One that is asked anew every year shows what was diverted: first-order decay of these tonnes.
TEST(InventoryBridge, AnInventoryAskedEveryYearSeesEverything) {
  const Bridge bridge =
      bridged(seeing_plan(), seeing_rows(), {composting()}, {{{"site", 2023}, {.t_co2eq = 60}}});
  const BridgeRow& row = row_of(bridge, "site", 2023);
  for (const Reason reason :
       {Reason::sorting_not_seen, Reason::disposal_not_seen, Reason::treatment_not_seen})
    EXPECT_NEAR(part_of(row, reason), 0, 1e-6) << name_of(reason);
  // Eq 3.1 by hand: 800 t of food a year, two years decaying in 2023; sites oxidise nothing.
  const double deposited = 800 * 0.15 * 0.5 * 0.8;
  const double kept = std::exp(-0.085);
  const double decayed = deposited * (1 + kept) * (1 - kept);
  EXPECT_NEAR(row.fall_disposal, decayed * 0.5 * 16 / 12 * 28, 1e-6);
  EXPECT_NEAR(row.fall_treatment, -(1000 * 4 * 28 + 1000 * 0.24 * 265) / 1000, 1e-6);
  // Nothing decays in its own year.
  EXPECT_NEAR(row_of(bridge, "site", 2021).fall_disposal, 0, 1e-6);
}

// A share asked for in 2022 carries what was diverted then on into 2023, and nothing of 2021.
TEST(InventoryBridge, ASurveyedShareCarriesItsYear) {
  InventoryData data = rows();
  data.treatment.push_back(share(2022, Pathway::unmanaged_deep, 0.4));
  data.generation.back().generated_t = 400000;
  data.generation.back().population.reset();
  data.generation.back().rate_t_per_person.reset();
  const Bridge bridge = bridged(country(), data, {composting()}, {});
  EXPECT_EQ(row_of(bridge, "site", 2022).fall_disposal, 0);
  const double of_2022 = row_of(bridge, "site", 2023).fall_disposal;
  // Half of 1,000 t is food by the survey of 2015; 10 % paper.
  const double food = 500 * 0.15 * (1 - std::exp(-0.085));
  const double paper = 100 * 0.4 * (1 - std::exp(-0.045));
  EXPECT_NEAR(of_2022, (food + paper) * 0.5 * 0.8 * 0.5 * 16 / 12 * 28, 1e-6);
}

TEST(InventoryBridge, RecoveredMethaneCountsWhereItIsReported) {
  const auto row = [](const InventoryPlan& plan, const InventoryData& data, double t) {
    return row_of(bridged(plan, data, {wells(t)}, {{{"gas", 2022}, {.t_co2eq = 1000}}}), "gas",
                  2022);
  };
  EXPECT_EQ(row(country(), rows(), 40).fall(), 0);
  EXPECT_GT(part_of(row(country(), rows(), 40), Reason::recovery_not_counted), 0);
  EXPECT_NEAR(row(seeing_plan(), seeing_rows(), 40).fall_disposal, 40 * 28, 1e-6);
  // Only as much as the inventory reports: 100 t.
  EXPECT_NEAR(row(seeing_plan(), seeing_rows(), 150).fall_disposal, 100 * 28, 1e-6);
}

TEST(InventoryBridge, CompostingIsSeenAsFarAsItIsReported) {
  Activity other = composting(14000, 1000);
  other.component = "other";
  const Bridge bridge = bridged(seeing_plan(), seeing_rows(), {composting(6000, 800), other}, {});
  const double all =
      row_of(bridge, "site", 2022).fall_treatment + row_of(bridge, "other", 2022).fall_treatment;
  EXPECT_NEAR(all, -10000 * (4 * 28 + 0.24 * 265) / 1000, 1e-6);
}

TEST(InventoryBridge, WhatTheInventoryDoesNotSayIsUnknown) {
  InventoryData data = rows();
  data.generation.pop_back();
  const FirstTransferred transferred{{{"site", 2023}, {.t_co2eq = 60}},
                                     {{"site", 2024}, {.t_co2eq = 5}}};
  const Bridge bridge = bridged(country(), data, {composting()}, transferred);
  const BridgeRow& last = row_of(bridge, "site", 2024);
  ASSERT_TRUE(last.unknown.has_value());
  EXPECT_THAT(last.unknown->en, AllOf(HasSubstr("5.A.2"), HasSubstr("NE"), HasSubstr("2024")));
  EXPECT_FALSE(bridge.total.is_known);
  EXPECT_EQ(bridge.total.unknown_first_transferred, 5);
  EXPECT_THAT(bridge_sentence(bridge).en, HasSubstr("Of 5 t CO2 eq more"));
  EXPECT_EQ(bridge_rows(bridge, Language::en)[4].back(), "?");
  EXPECT_TRUE(bridged(country(), rows(), {composting()}, transferred).total.is_known);
}

TEST(InventoryBridge, YearsOutsideTheInventoryAreUnknown) {
  InventoryPlan plan = country();
  plan.last_year = CalendarYear(2022);
  const Bridge bridge = bridged(plan, rows(), {composting()}, {});
  EXPECT_FALSE(row_of(bridge, "site", 2022).unknown.has_value());
  EXPECT_THAT(row_of(bridge, "site", 2023).unknown->fr, HasSubstr("2020 à 2022"));
}

TEST(InventoryBridge, EnergyIsNoFallOfTheWasteSector) {
  Activity recycling;
  recycling.component = "recycling";
  recycling.years[2022].claimed = recycling.years[2022].energy = 500;
  const Bridge bridge =
      bridged(country(), rows(), {recycling}, {{{"recycling", 2022}, {.t_co2eq = 500}}});
  const BridgeRow& row = bridge.rows.front();
  EXPECT_EQ(row.fall(), 0);
  EXPECT_EQ(row.loss(), 500);
  EXPECT_EQ(part_of(row, Reason::energy), 500);
  EXPECT_THAT(remedy_texts(bridge.total).front().en, HasSubstr("1.A"));
}

TEST(InventoryBridge, RefusesWhatAnInventoryRefuses) {
  InventoryData data = rows();
  data.treatment[0].mass_t = 1;
  EXPECT_FALSE(bridge(country(), data, {composting()}, {}).has_value());
}

// Whatever the activity and the inventory: parts sum to losses, and rows to totals.
TEST(InventoryBridge, PartsSumToLossesAndRowsToTotals) {
  std::mt19937 random(2026);
  const auto amount = [&](double low, double high) {
    return std::uniform_real_distribution(low, high)(random);
  };
  for (int i = 0; i < 100; ++i) {
    Activity activity = composting(amount(1, 20000), amount(0, 5000));
    for (auto& [year, of] : activity.years) {
      of.claimed = amount(-500, 500);
      of.disposal = amount(0, 2000);
      of.disposal_uncorrected = of.disposal / amount(0.5, 1);
      of.treatment = amount(0, 500);
      of.energy = amount(-100, 100);
    }
    FirstTransferred transferred;
    for (int year = 2021; year <= 2024; ++year)
      transferred[{"site", year}].t_co2eq = static_cast<std::uint64_t>(amount(0, 1000));
    const bool sees = i % 2 == 0;
    const Bridge bridge = bridged(sees ? seeing_plan() : country(), sees ? seeing_rows() : rows(),
                                  {activity, wells(amount(0, 150))}, transferred);
    double loss = 0, fall = 0;
    for (const BridgeRow& row : bridge.rows) {
      EXPECT_NEAR(sum_of(row.parts), row.loss(), 1e-6);
      loss += row.loss();
      fall += row.fall();
    }
    EXPECT_NEAR(loss, bridge.total.loss, 1e-6);
    EXPECT_NEAR(fall, bridge.total.fall, 1e-6);
    EXPECT_NEAR(sum_of(bridge.total.parts), bridge.total.loss, 1e-6);
    EXPECT_NEAR(bridge.total.first_transferred - bridge.total.fall, bridge.total.loss, 1e-6);
  }
}

TEST(InventoryBridge, JsonHasFixedWords) {
  const Bridge bridge =
      bridged(country(), rows(), {composting()}, {{{"site", 2023}, {.t_co2eq = 60}}});
  const std::string json = bridge_json(bridge, "XAA", "T1", "");
  EXPECT_EQ(json, bridge_json(bridged(country(), rows(), {composting()},
                                      {{{"site", 2023}, {.t_co2eq = 60}}}),
                              "XAA", "T1", ""));
  EXPECT_THAT(json, AllOf(HasSubstr(R"("schema":"openitmo/inventory-bridge/1")"),
                          HasSubstr(R"("reason":"sorting_not_seen")"),
                          HasSubstr(R"("loss_t_co2eq":"60")")));
}

}  // namespace
}  // namespace openitmo::mrv::inventory
