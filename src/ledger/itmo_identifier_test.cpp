#include "ledger/itmo_identifier.h"

#include <gtest/gtest.h>

namespace openitmo::ledger {
namespace {

TEST(ItmoIdentifier, FiveComponentsThereAndBack) {
  const auto id = ItmoIdentifier::parse("CA0004-VUT01-VUT-1000-2024");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->serial, 1000u);
  EXPECT_EQ(id->series.vintage, Vintage(2024));
  EXPECT_EQ(id->series.registry.view(), "VUT01");
  EXPECT_EQ(id->to_string(), "CA0004-VUT01-VUT-1000-2024");
}

TEST(ItmoIdentifier, ThousandsSeparatorsAreReadAndDropped) {
  EXPECT_EQ(ItmoIdentifier::parse("CA0004-VUT01-VUT-1,000-2024")->to_string(),
            "CA0004-VUT01-VUT-1000-2024");
  EXPECT_EQ(ItmoIdentifier::parse("CA0004-VUT01-VUT-12,345,678-2024")->serial, 12'345'678u);
}

// Rulebook trap 12 and the checker's pattern.
TEST(ItmoIdentifier, OtherFormsAreRefused) {
  for (const char* wrong :
       {"NG-tCO2e-1-004-2026-1-930", "CA0004-VU-CH-356", "CA001-GHA01-GHA-1-2022",
        "CA0001-GHA01-GHA-0-2022", "CA0001-GH01-GHA-1-2022", "CA0001-GHA01-GHA-01-2022",
        "CA0001-GHA01-GHA-1,00-2022", "CA0001-GHA01-GHA-1000,000-2022",
        "CA0001-GHA01-GHA-,100-2022", "CA0001-GHA01-GHA-1,-2022", "CA0001-GHA01-GHA--2022",
        "CA0001-GHA01-GHA-1-22", "CA0001-GHA01-GHA-99999999999999999999-2022", "",
        "ca0001-GHA01-GHA-1-2022", "CA0001-GHA01-GHA-1-2022 "})
    EXPECT_FALSE(ItmoIdentifier::parse(wrong)) << wrong;
}

TEST(ItmoRange, QuantityIsLastLessFirstPlusOne) {
  const ItmoRange range{*ItmoIdentifier::parse("CA0001-SEN01-SEN-1001-2025"),
                        *ItmoIdentifier::parse("CA0001-SEN01-SEN-3500-2025")};
  EXPECT_TRUE(range.valid());
  EXPECT_EQ(range.quantity_t_co2eq().value(), 2500u);
  EXPECT_FALSE((ItmoRange{range.last_id, range.first_id}).valid());
}

}  // namespace
}  // namespace openitmo::ledger
