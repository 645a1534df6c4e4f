#include "files/html/bridge_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openitmo::files {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace mrv::inventory;

// A row that is known and one that is not; a name that would be markup.
Bridge example() {
  Bridge bridge;
  BridgeRow known{.component = "site", .year = CalendarYear(2023), .first_transferred = 100};
  known.claimed = -1234;
  known.fall_disposal = 30;
  known.parts = {
      {Reason::energy, 50}, {Reason::recovery_not_counted, 1254}, {Reason::timing, -1234}};
  BridgeRow unknown{.component = "site", .year = CalendarYear(2024), .first_transferred = 7};
  unknown.unknown =
      Text({"the inventory covers {} to {}", "l'inventaire couvre {} à {}"}, 2020, 2023);
  bridge.rows = {known, unknown};
  bridge.total = {.claimed = 0,
                  .first_transferred = 107,
                  .fall = 30,
                  .loss = 70,
                  .unknown_first_transferred = 7,
                  .is_known = false,
                  .parts = known.parts};
  bridge.by_year[2023] = bridge.total;
  return bridge;
}

std::string page(Language language) {
  LoadedInventory inventory;
  inventory.title = Text::of("Waste", "Déchets");
  inventory.plan.party = "XAA";
  inventory.plan.version = "T1";
  inventory.sources = {{.figure = Text::name("rate"), .source = "a study", .confidence = "M"}};
  registry::Programme programme;
  programme.title = Text::of("Programme", "Programme");
  programme.demonstration = true;
  programme.components.emplace_back();
  programme.components.back().id = "site";
  programme.components.back().name = Text::of("<Site>", "<Site>");
  return bridge_html(inventory, programme, example(), language);
}

TEST(BridgeHtml, ShowsRowsPartsAndRemediesInBothLanguages) {
  EXPECT_THAT(
      page(Language::en),
      AllOf(HasSubstr("&lt;Site&gt;"), HasSubstr("Inventory bridge"), HasSubstr("falls by 30"),
            HasSubstr("Of 7 t CO2 eq more"), HasSubstr("the inventory covers 2020 to 2023"),
            HasSubstr("Report metered recovery by site"), HasSubstr("a study"),
            HasSubstr("one climate zone"), HasSubstr("DEMONSTRATION, fictitious data")));
  EXPECT_THAT(page(Language::fr), AllOf(HasSubstr("Passerelle"), HasSubstr("baisse de 30"),
                                        HasSubstr("Ce que l&#39;hôte peut faire")));
}

TEST(BridgeHtml, NegativeFiguresHaveAMinusSign) {
  const std::string text = page(Language::en);
  EXPECT_THAT(text, AllOf(HasSubstr(">−1\u00A0234<"), HasSubstr(">−1\u00A0234.0<")));
  EXPECT_THAT(text, Not(HasSubstr(">-1")));
}

TEST(BridgeHtml, IsSelfContained) {
  EXPECT_THAT(page(Language::en),
              AllOf(Not(HasSubstr("<script")), Not(HasSubstr("http://")), Not(HasSubstr("src="))));
}

}  // namespace
}  // namespace openitmo::files
