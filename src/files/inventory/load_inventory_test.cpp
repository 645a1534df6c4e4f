#include "files/inventory/load_inventory.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using namespace mrv::inventory;

constexpr const char* kToml = R"(title = { en = "Waste", fr = "Déchets" }
demonstration = true
party = "XAA"
version = "BTR1"
first_year = 2020
last_year = 2022
guidelines = "ipcc_2019"
climate_zone = "tropical_wet"
gwp_set = "AR5"
composition = "surveys"
methane_recovery = "records"
incinerator = "batch_stoker"
not_occurring = ["digested"]

[tables]
generation = ["generation.csv"]
treatment = ["treatment.csv"]
composition = ["surveys.csv"]
recovery = ["recovery.csv"]

[[parameter]]
symbol = "DOC.food"
value = "0.18"
source = "national study"
confidence = "M"
)";

class InventoryFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    write(kInventoryFile, kToml);
    write("generation.csv",
          "year,population,rate kg per person and day,generated (t)\n"
          "2020,1000,0.5,\n2021,,,200.5\n");
    write("treatment.csv",
          "Année;Voie;Part (%);Masse (t);Incertitude (%)\n"
          "2020;unmanaged_deep;62,5;;\n2021;composted;;12,5;10\n");
    write("surveys.csv", "year,food (%),sand (%),metal (%)\n2015,60,39,1\n");
    write("recovery.csv", "year,site,methane (kg)\n2021,unmanaged_deep,1500\n");
  }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_.path() / name, std::ios::binary) << text;
  }
  std::string problems(Language language = Language::en) {
    const auto loaded = load_inventory(folder_.path());
    return loaded ? "" : loaded.error().to_text(language);
  }
  // With one piece of inventory.toml exchanged.
  std::string with(const std::string& old_text, const std::string& new_text) {
    std::string toml = kToml;
    toml.replace(toml.find(old_text), old_text.size(), new_text);
    write(kInventoryFile, toml);
    return problems();
  }

  TemporaryFolder folder_;
};

TEST_F(InventoryFolder, IsReadWithUnitsAndPlaces) {
  const auto loaded = load_inventory(folder_.path());
  ASSERT_TRUE(loaded.has_value()) << loaded.error().to_text(Language::en);
  const InventoryPlan& plan = loaded->plan;
  EXPECT_EQ(loaded->title.fr, "Déchets");
  EXPECT_EQ(plan.party, "XAA");
  EXPECT_EQ(plan.guidelines, Guidelines::ipcc_2019);
  EXPECT_EQ(plan.climate, mrv::ClimateZone::tropical_wet);
  EXPECT_EQ(plan.incinerator, Incinerator::batch_stoker);
  EXPECT_TRUE(plan.has_surveys && plan.counts_recovery);
  EXPECT_EQ(plan.not_occurring, std::set{Pathway::digested});
  ASSERT_EQ(plan.overrides.size(), 1U);
  const InventoryData& data = loaded->data;
  ASSERT_EQ(data.generation.size(), 2U);
  EXPECT_DOUBLE_EQ(*data.generation[0].rate_t_per_person, 0.1825);
  EXPECT_FALSE(data.generation[0].generated_t.has_value());
  EXPECT_EQ(*data.generation[1].generated_t, 200.5);
  ASSERT_EQ(data.treatment.size(), 2U);
  EXPECT_EQ(*data.treatment[0].share, 0.625);
  EXPECT_EQ(*data.treatment[1].mass_t, 12.5);
  EXPECT_EQ(*data.treatment[1].uncertainty, 0.1);
  EXPECT_EQ(data.treatment[1].place.row, 3U);
  EXPECT_EQ(data.files[data.treatment[1].place.file].path, "treatment.csv");
  EXPECT_EQ(data.composition[0].fractions[0], 0.6);
  EXPECT_EQ(data.composition[0].fractions[static_cast<std::size_t>(mrv::WasteType::inert)], 0.4);
  EXPECT_EQ(data.recovery[0].methane_t, 1.5);
}

TEST_F(InventoryFolder, WrongRowsAreNamedByFileRowAndColumn) {
  write("treatment.csv", "year,pathway,share (%)\n2020,unmanaged_dep,60\n1066,composted,-3\n");
  EXPECT_THAT(problems(),
              AllOf(HasSubstr("treatment.csv:2: pathway: \"unmanaged_dep\" is no pathway; did you "
                              "mean unmanaged_deep?"),
                    HasSubstr("treatment.csv:3: year: \"1066\" is not a year"),
                    HasSubstr("treatment.csv:3: share (%): the value is negative")));
  EXPECT_THAT(problems(Language::fr), HasSubstr("n'est pas une voie"));
}

TEST_F(InventoryFolder, ColumnsNeedTheirNamesAndUnits) {
  write("generation.csv", "population,generated (t)\n1,2\n");
  EXPECT_THAT(problems(), HasSubstr("the column \"Year\" is missing"));
  write("generation.csv", "year,generated\n2020,2\n");
  EXPECT_THAT(problems(), HasSubstr("generated\" has no unit"));
  write("generation.csv",
        "year,population,rate t per person and year,rate kg per person and day\n2020,1,1,1\n");
  EXPECT_THAT(problems(), HasSubstr("the rate stands twice"));
}

TEST_F(InventoryFolder, ChoicesAreWordsThatExist) {
  EXPECT_THAT(with("\"ipcc_2019\"", "\"ipcc_2018\""), HasSubstr("ipcc_2019"));
  EXPECT_THAT(with("[\"digested\"]", "[\"digestion\"]"),
              AllOf(HasSubstr("not_occurring"), HasSubstr("is no pathway")));
  EXPECT_THAT(with("last_year = 2022", "last_year = 2019"), HasSubstr("2019 is before 2020"));
  EXPECT_THAT(with("\"XAA\"", "\"Senegal\""), HasSubstr("party"));
  EXPECT_THAT(with("value = \"0.18\"", "value = \"0.5\""), HasSubstr("0.08"));
  EXPECT_THAT(with("version = \"BTR1\"", "versoin = \"BTR1\""), HasSubstr("versoin"));
}

TEST_F(InventoryFolder, EveryMistakeIsToldAtOnce) {
  write("surveys.csv", "year,food (%)\nlast,60\n");
  write("recovery.csv", "year,site,methane (kg)\n2021,lake,1\n");
  EXPECT_THAT(problems(), AllOf(HasSubstr("surveys.csv:2"), HasSubstr("recovery.csv:2")));
}

TEST_F(InventoryFolder, MissingFilesAreToldWithTheirKey) {
  EXPECT_THAT(with("\"surveys.csv\"", "\"survey.csv\""), HasSubstr("survey.csv"));
  std::filesystem::remove(folder_.path() / kInventoryFile);
  EXPECT_THAT(problems(), HasSubstr(kInventoryFile));
}

}  // namespace
}  // namespace openitmo::files
