#include "mrv/grid_factor.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/measured_column.h"
#include "mrv/testing_methodology.h"

namespace openitmo::mrv {
namespace {

using testing::Contains;
using testing::UnorderedElementsAre;
using testing_methodology::only_month;
using testing_methodology::rules_of;

PowerPlantYear plant(std::string name, PlantFuel fuel, double generation_mwh, int commissioned,
                     int year = 2025) {
  return {.year = CalendarYear(year),
          .plant = std::move(name),
          .fuel = fuel,
          .generation_mwh = generation_mwh,
          .commissioned = CalendarYear(commissioned),
          .is_low_cost = fuel == PlantFuel::none};
}
PowerPlantYear burning(std::string name, PlantFuel fuel, double generation_mwh, int commissioned,
                       double fuel_t) {
  PowerPlantYear made = plant(std::move(name), fuel, generation_mwh, commissioned);
  made.fuel_t = fuel_t;
  return made;
}

// The plants of vector T07-001; heavy oil is older than ten years.
std::vector<PowerPlantYear> grid() {
  std::vector<PowerPlantYear> plants{burning("HFO", PlantFuel::heavy_oil, 1'200'000, 2001, 252'000),
                                     burning("Coal", PlantFuel::coal, 800'000, 2018, 330'000),
                                     burning("Gas", PlantFuel::natural_gas, 900'000, 2022, 165'000),
                                     plant("Solar", PlantFuel::none, 400'000, 2024)};
  for (std::uint32_t row = 0; row < plants.size(); ++row) plants[row].place = {.row = row + 2};
  return plants;
}
const std::vector<ParameterOverride> kFuels{
    {"grid.NCV.heavy_oil", "40.4", "vector", Confidence::high},
    {"grid.NCV.coal", "25.8", "vector", Confidence::high},
    {"grid.EF.coal", "0.0946", "vector", Confidence::high},
    {"grid.NCV.natural_gas", "48.0", "vector", Confidence::high}};

std::expected<Quantification, Problems> quantified(const std::vector<PowerPlantYear>& plants,
                                                   const std::string& margins,
                                                   std::vector<ParameterOverride> own = kFuels,
                                                   const SamplingRequest* sampling = nullptr) {
  ComponentPlan plan = testing_methodology::plan("AMS-I.D", "18.0");
  plan.options = {{"margins", margins}};
  plan.overrides = std::move(own);
  MonitoringData data;
  data.files = {{.path = "grid.csv", .sha256 = {}}};
  data.monthly["electricity_delivered"] = {
      {.year = CalendarYear(2026), .month = 1, .values = {1000}}};
  data.power_plants = plants;
  return quantify(plan, data, only_month(2026, 1), sampling);
}

// Figures of vector T07-001.
TEST(GridFactor, PlantsGiveTheMarginsOfThePublicVector) {
  const auto ER = [](const std::string& margins) {
    return quantified(grid(), margins).value().years[0].terms.ER();
  };
  EXPECT_NEAR(ER("first_period"), 639.7017931034483, 1e-9);
  EXPECT_NEAR(ER("wind_or_solar"), 665.3906896551725, 1e-9);
  EXPECT_NEAR(ER("later_period"), 614.0128965517241, 1e-9);
}

TEST(GridFactor, TheDerivationEndsAtTheRowsOfThePlants) {
  const auto result = quantified(grid(), "first_period");
  testing_methodology::expect_as_described(result.value());
  const auto& nodes = result->years[0].derivation.nodes;
  const auto of = [&](std::string_view symbol, std::string_view plant) {
    return std::ranges::find_if(nodes, [&](const DerivationNode& node) {
      return node.symbol == symbol && node.of == plant;
    });
  };
  const auto fuel = of("FC_m,y", "Coal");
  ASSERT_NE(fuel, nodes.end());
  EXPECT_EQ(fuel->value, 330'000);
  EXPECT_EQ(fuel->leaf->kind, LeafKind::measured);
  EXPECT_EQ(fuel->leaf->evidence.ranges().front().first, 3U);
  EXPECT_EQ(measured_column(*fuel).value().en, "fuel consumption");
  EXPECT_EQ(measured_column(*of("EG_m,y", "Coal")).value().fr, "production");
  EXPECT_NEAR(of("EF_grid,OM", "")->value, 0.6910795862068966, 1e-12);
  EXPECT_NEAR(of("EF_grid,BM", "")->value, 0.588324, 1e-12);
  EXPECT_EQ(of("EG_m,y", "Solar")->value, 400'000) << "in the build margin only";
}

// 3.6 GJ a MWh: 0.0755·3.6/0.4.
TEST(GridFactor, AnEfficiencyStandsForTheMassOfFuel) {
  std::vector<PowerPlantYear> plants{plant("HFO", PlantFuel::heavy_oil, 1000, 2020)};
  plants[0].efficiency = 0.4;
  EXPECT_NEAR(quantified(plants, "first_period", {}).value().years[0].terms.ER(), 679.5, 1e-9);
}

TEST(GridFactor, AnLdcMayTakeTheAverageOfAllPlants) {
  const double emissions_t = 0.6910795862068966 * 2'900'000;
  EXPECT_NEAR(quantified(grid(), "ldc_operating_margin").value().years[0].terms.ER(),
              emissions_t / 3'300'000 * 1000, 1e-9);
}

TEST(GridFactor, AnOwnValueIsTakenBeforeThePlants) {
  std::vector<ParameterOverride> own = kFuels;
  own.push_back({"EF_OM", "0.7", "regulator", Confidence::high});
  EXPECT_NEAR(quantified(grid(), "first_period", own).value().years[0].terms.ER(),
              500 * (0.7 + 0.588324), 1e-9);
  own.push_back({"EF_BM", "0.6", "regulator", Confidence::high});
  EXPECT_THAT(rules_of(quantified(grid(), "first_period", own)), Contains(Rule::rows_not_read));
}

TEST(GridFactor, TheSimpleMarginHoldsBelowHalfOfLowCostPower) {
  std::vector<PowerPlantYear> plants = grid();
  plants.push_back(plant("Dam", PlantFuel::none, 2'499'999, 1990));
  EXPECT_THAT(rules_of(quantified(plants, "first_period")), testing::IsEmpty());
  plants.back().generation_mwh = 2'500'000;
  EXPECT_THAT(rules_of(quantified(plants, "first_period")),
              Contains(Rule::low_cost_share_too_high));
  EXPECT_THAT(rules_of(quantified(plants, "ldc_operating_margin")), testing::IsEmpty())
      << "the average counts them";
}

TEST(GridFactor, FewerThanThreeYearsAreToldOf) {
  const auto told = [](const std::vector<PowerPlantYear>& plants) {
    const auto result = quantified(plants, "first_period");
    return std::ranges::find(result.value().warnings, Rule::operating_margin_years,
                             &Finding::rule) != result->warnings.end();
  };
  std::vector<PowerPlantYear> plants = grid();
  EXPECT_TRUE(told(plants));
  for (const int year : {2023, 2024})
    for (PowerPlantYear of_year : grid()) {
      of_year.year = CalendarYear(year);
      plants.push_back(of_year);
    }
  EXPECT_FALSE(told(plants));
}

// TOOL05: what the project uses and displaces has the combined margin.
TEST(GridFactor, FactorsOfElectricityComeFromThePlants) {
  ComponentPlan plan = testing_methodology::plan("AMS-III.AJ", "7.0");
  plan.overrides = kFuels;
  plan.overrides.push_back({"TDL.project", "0", "example", Confidence::low});
  MonitoringData data;
  data.monthly["recycled"] = {
      {.year = CalendarYear(2026), .month = 1, .subject = "PET", .values = {600}}};
  data.electricity.push_back({CalendarYear(2026), 1, 700, {}});
  data.power_plants = grid();
  const auto result = quantify(plan, data, only_month(2026, 1));
  testing_methodology::expect_as_described(result.value());
  const double CM = 0.6397017931034483;
  EXPECT_NEAR(result->years[0].terms.at("PE_EC"), 700 * CM, 1e-9);
  EXPECT_NEAR(result->years[0].terms.at("BE"), 600 * 0.75 * (1.11 * CM + 15 * 0.0543), 1e-9);
  plan.overrides.push_back({"grid.w_OM", "0.25", "later period", Confidence::high});
  EXPECT_NEAR(quantify(plan, data, only_month(2026, 1)).value().years[0].terms.at("PE_EC"),
              700 * 0.6140128965517241, 1e-9);
}

// Draws ask for the figures in the order of the estimate.
TEST(GridFactor, DrawsLieAroundTheEstimate) {
  const SamplingRequest sampling{
      .options = {.seed = 7, .draws_min = 4000, .draws_max = 4000, .tolerance = 0},
      .index_draws = 1000,
      .for_each = on_this_thread()};
  // The lower limits of the fuels lie at the end of their ranges: here only what is measured
  // varies.
  std::vector<ParameterOverride> certain = kFuels;
  certain.push_back({"grid.EF.heavy_oil", "0.0755", "vector", Confidence::high});
  certain.push_back({"grid.EF.natural_gas", "0.0543", "vector", Confidence::high});
  for (ParameterOverride& fuel : certain) fuel.uncertainty = "";
  const auto result = quantified(grid(), "first_period", certain, &sampling);
  const SampleSummary& total = result.value().sampled->total;
  EXPECT_NEAR(total.mean / 639.7, 1, 0.01);
  EXPECT_GT(total.sd, 0);
}

std::vector<std::string> build_margin(const std::vector<PowerPlantYear>& plants) {
  std::vector<std::string> names;
  for (const std::size_t row : grid_sets(plants, ParameterSet()).build)
    names.push_back(plants[row].plant);
  return names;
}

TEST(BuildMargin, IsTheFiveLatestOrAFifthOfTheGeneration) {
  std::vector<PowerPlantYear> plants;
  for (int i = 0; i < 8; ++i)
    plants.push_back(plant("P" + std::to_string(i), PlantFuel::none, 100, 2025 - i));
  EXPECT_THAT(build_margin(plants), UnorderedElementsAre("P0", "P1", "P2", "P3", "P4"));
  plants[7].generation_mwh = 100'000;  // a fifth needs all of them
  plants[6].generation_mwh = 1'000;
  EXPECT_EQ(build_margin(plants).size(), 8U);
  plants[2].year = CalendarYear(2024);  // of another year
  EXPECT_EQ(build_margin(plants).size(), 7U);
}

TEST(BuildMargin, PlantsOfOneYearCountTogether) {
  std::vector<PowerPlantYear> plants;
  for (int i = 0; i < 8; ++i)
    plants.push_back(plant("P" + std::to_string(i), PlantFuel::none, 100, i < 4 ? 2025 : 2020));
  EXPECT_EQ(build_margin(plants).size(), 8U) << "the fifth is any of the other four";
}

TEST(BuildMargin, RegisteredActivitiesStandInForPlantsOlderThanTenYears) {
  std::vector<PowerPlantYear> plants{
      plant("new", PlantFuel::none, 100, 2020), plant("old", PlantFuel::none, 700, 2000),
      plant("older", PlantFuel::none, 200, 1990), plant("registered", PlantFuel::none, 300, 2019)};
  plants[3].is_registered = true;
  EXPECT_THAT(build_margin(plants), UnorderedElementsAre("new", "registered"));
  plants[3].generation_mwh = 50;  // 150 of 1000: the old ones again, the latest first
  EXPECT_THAT(build_margin(plants), UnorderedElementsAre("new", "registered", "old"));
  plants[0].generation_mwh = 300;
  plants[1].generation_mwh = 500;
  EXPECT_THAT(build_margin(plants), UnorderedElementsAre("new")) << "makes 20 % without others";
  plants[1].commissioned = CalendarYear(2015);
  plants[2].commissioned = CalendarYear(2015);
  EXPECT_THAT(build_margin(plants), UnorderedElementsAre("new", "old", "older"))
      << "ten years are not more than ten";
}

// A margin of no plants would be 0/0.
TEST(BuildMargin, IsOfRegisteredActivitiesWhereThereAreNoOthers) {
  std::vector<PowerPlantYear> plants{plant("new", PlantFuel::none, 100, 2024),
                                     plant("old", PlantFuel::none, 300, 2000)};
  for (PowerPlantYear& of_grid : plants) of_grid.is_registered = true;
  EXPECT_THAT(build_margin(plants), UnorderedElementsAre("new"));
  plants[0].generation_mwh = 50;  // of 350: less than 20 %
  EXPECT_THAT(build_margin(plants), UnorderedElementsAre("new", "old"));
}

}  // namespace
}  // namespace openitmo::mrv
