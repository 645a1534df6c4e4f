#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/monitoring/read.h"

namespace openitmo::files {
namespace {

using mrv::PlantFuel;
using testing::HasSubstr;

const std::string kHeader =
    "year,plant,fuel,generation (MWh),fuel consumption (t),efficiency (%),commissioned,"
    "must run,registered\n";

TEST(ReadPowerPlants, ReadsBothLanguages) {
  mrv::MonitoringData data;
  ASSERT_TRUE(read_power_plants({.path = "grid.csv",
                                 .bytes = kHeader + "2025,Kahone,HFO,1200,252,,2001,,\n"
                                                    "2025,Gas,natural gas,900,,45,2022,yes,\n"
                                                    "2025,Sun,solar,400,,,2024,no,yes\n"},
                                data));
  ASSERT_TRUE(read_power_plants(
      {.path = "reseau.csv",
       .bytes = "année;centrale;combustible;production (kWh);consommation (kg);mise en service\n"
                "2024;Kahone;fioul lourd;1200500;252000;2001\n2024;Barrage;hydraulique;7;;1990\n"},
      data));
  const auto& plants = data.power_plants;
  ASSERT_EQ(plants.size(), 5U);
  EXPECT_EQ(plants[0].fuel, PlantFuel::heavy_oil);
  EXPECT_EQ(plants[0].fuel_t, 252);
  EXPECT_FALSE(plants[0].is_low_cost);
  EXPECT_EQ(plants[1].efficiency, 0.45);
  EXPECT_TRUE(plants[1].is_low_cost);
  EXPECT_FALSE(plants[2].is_low_cost) << "as the table says";
  EXPECT_TRUE(plants[2].is_registered);
  EXPECT_EQ(plants[3].generation_mwh, 1200.5);
  EXPECT_EQ(plants[3].fuel_t, 252);
  EXPECT_EQ(plants[3].place.file, 1U);
  EXPECT_EQ(plants[3].place.row, 2U);
  EXPECT_TRUE(plants[4].is_low_cost) << "water is";
}

std::string problems_of(const std::string& row) {
  mrv::MonitoringData data;
  const ReadResult result = read_power_plants({.path = "grid.csv", .bytes = kHeader + row}, data);
  EXPECT_FALSE(result) << row;
  EXPECT_TRUE(data.power_plants.empty()) << "a file is taken whole or not at all";
  return result ? "" : result.error().to_text(Language::en);
}

TEST(ReadPowerPlants, RefusesByRowAndColumn) {
  EXPECT_THAT(problems_of("2025,A,peat,10,1,,2001,,\n"), HasSubstr("\"peat\" is no known fuel"));
  EXPECT_THAT(problems_of("2025,A,coal,10,,,2001,,\n"),
              HasSubstr("neither the fuel consumption nor the efficiency"));
  EXPECT_THAT(problems_of("2025,A,coal,10,,120,2001,,\n"), HasSubstr("efficiency"));
  EXPECT_THAT(problems_of("2025,A,coal,10,,0,2001,,\n"), HasSubstr("efficiency"));
  EXPECT_THAT(problems_of("2025,A,solar,10,5,,2001,,\n"), HasSubstr("burns nothing"));
  EXPECT_THAT(problems_of("2025,A,coal,-10,5,,2001,,\n"), HasSubstr("grid.csv:2"));
  EXPECT_THAT(problems_of("2025,A,coal,10,5,,2026,,\n"), HasSubstr("started after the year"));
  EXPECT_THAT(problems_of("2025,A,coal,10,5,,2001,maybe,\n"), HasSubstr("grid.csv:2"));
  EXPECT_THAT(problems_of("2025,A,coal,10,5,,2001,,\n2025,A,coal,11,5,,2001,,\n"),
              HasSubstr("stands already in row 2"));
}

}  // namespace
}  // namespace openitmo::files
