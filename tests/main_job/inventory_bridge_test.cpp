#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "itmo_process.h"
#include "temporary_folder.h"

// `itmo inventory-bridge` on the demonstration and its inventory.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

namespace fs = std::filesystem;

const std::string kInventory = "programmes/senegal-waste/inventory";

Finished bridge(const std::string& more, const std::string& inventory = kInventory) {
  return itmo(fmt::format("inventory-bridge {} {} {}", inventory, demo_folder().string(), more));
}

fs::path copy_of_inventory(const std::string& name) {
  const fs::path copy = temporary_folder() / name;
  fs::copy(fs::path(OPENITMO_SOURCE_DIR) / kInventory, copy, fs::copy_options::recursive);
  return copy;
}

void replace(const fs::path& file, const std::string& old_text, const std::string& by) {
  std::string text = read_file(file);
  const auto at = text.find(old_text);
  ASSERT_NE(at, std::string::npos) << old_text;
  write_file(file, text.replace(at, old_text.size(), by));
}

// The whole answer, byte for byte.
TEST(InventoryBridgeCommand, GivesTheKnownFigures) {
  const auto json = bridge("--format json");
  EXPECT_EQ(json.code, 0) << json.output;
  EXPECT_EQ(json.output, read_file(fs::path(OPENITMO_SOURCE_DIR) / "tests" / "main_job" /
                                   "expected" / "senegal_inventory_bridge.json"));
  EXPECT_EQ(
      itmo(fmt::format("inventory-bridge {} programmes/senegal-waste --format json", kInventory))
          .output,
      json.output);
}

TEST(InventoryBridgeCommand, SaysInWordsWhatIsLost) {
  const auto shown = bridge("");
  EXPECT_EQ(shown.code, 0) << shown.output;
  EXPECT_THAT(shown.output, AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("is loss in this sector"),
                                  HasSubstr("mbeubeuss-gas 2024: loss"),
                                  HasSubstr("the inventory counts no recovered methane"),
                                  HasSubstr("Report metered recovery by site")));
  EXPECT_THAT(bridge("--lang fr").output,
              AllOf(HasSubstr("une perte dans ce secteur"), HasSubstr("Pesez chaque année")));
}

// An inventory that reports the recovery of Mbeubeuss falls by it.
TEST(InventoryBridgeCommand, FallsWhereRecoveryIsReported) {
  const fs::path copy = copy_of_inventory("recovering");
  replace(copy / "inventory.toml", "\"not_counted\"", "\"records\"");
  replace(copy / "inventory.toml", "composition = [\"composition.csv\"]",
          "composition = [\"composition.csv\"]\nrecovery = [\"recovery.csv\"]");
  write_file(copy / "recovery.csv", "year,site,methane (t)\n2024,unmanaged_deep,570\n");
  const auto shown = bridge("--format json", copy.string());
  EXPECT_EQ(shown.code, 0) << shown.output;
  const std::regex falls(
      R"re("component":"mbeubeuss-gas","year":2024,[^}]*"fall_5a_t_co2eq":"[1-9])re");
  EXPECT_TRUE(std::regex_search(shown.output, falls)) << shown.output;
  EXPECT_FALSE(std::regex_search(bridge("--format json").output, falls));
  EXPECT_THAT(bridge("", copy.string()).output,
              ::testing::Not(HasSubstr("counts no recovered methane")));
}

TEST(InventoryBridgeCommand, WritesAPage) {
  const fs::path page = temporary_folder() / "bridge.html";
  EXPECT_EQ(bridge(fmt::format("--format html -o {}", page.string())).code, 0);
  EXPECT_THAT(read_file(page), AllOf(HasSubstr("<!DOCTYPE html>"), HasSubstr("Inventory bridge"),
                                     HasSubstr("Casamance Sud")));
}

TEST(InventoryBridgeCommand, AProgrammeWithoutRegistriesTransfersNothing) {
  const auto shown = itmo(fmt::format("inventory-bridge {} programmes/soc-son", kInventory));
  EXPECT_EQ(shown.code, 0) << shown.output;
  EXPECT_THAT(shown.output, HasSubstr("The host adds 0 t CO2 eq"));
}

TEST(InventoryBridgeCommand, SaysWhatItCannotDo) {
  EXPECT_EQ(bridge("", "nowhere").code, 2);
  EXPECT_EQ(itmo(fmt::format("inventory-bridge {} nowhere", kInventory)).code, 2);
  EXPECT_EQ(bridge("--format pdf").code, 2);
  const auto ignored = bridge(fmt::format("-o {}", (temporary_folder() / "bridge.txt").string()));
  EXPECT_EQ(ignored.code, 2);
  EXPECT_THAT(ignored.output, HasSubstr("add --format html or --format json"));
  const fs::path copy = copy_of_inventory("bridge-wrong");
  write_file(copy / "treatment.csv", "year,pathway,share (%)\n1960,unmanaged_deep,120\n");
  const auto wrong = bridge("", copy.string());
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.output, HasSubstr("treatment.csv:2: impossible_quantity"));
}

}  // namespace
}  // namespace openitmo::testing
