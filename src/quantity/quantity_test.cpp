#include <gtest/gtest.h>

#include "quantity/date.h"
#include "quantity/decimal.h"
#include "quantity/gwp.h"
#include "quantity/rational.h"
#include "quantity/rounding.h"
#include "quantity/tonnes.h"

namespace openitmo {
namespace {

TEST(Tonnes, ArithmeticIsChecked) {
  EXPECT_EQ((TonnesCo2eq(7) - TonnesCo2eq(3)).value(), 4u);
  EXPECT_THROW(TonnesCo2eq(3) - TonnesCo2eq(7), InvariantBroken);
  EXPECT_THROW(TonnesCo2eq(~0ULL) + TonnesCo2eq(1), InvariantBroken);
  EXPECT_THROW(KilogramsCo2eq(INT64_MAX) + KilogramsCo2eq(1), InvariantBroken);
  EXPECT_EQ(KilogramsCo2eq(TonnesCo2eq(5)).value(), 5000);
}

TEST(Tonnes, GroupedForPeople) {
  EXPECT_EQ(grouped(-1234567), "-1\u00A0234\u00A0567");
  EXPECT_EQ(grouped(TonnesCo2eq(999)), "999");
}

TEST(Date, AcceptsOnlyRealIsoDays) {
  EXPECT_EQ(Date::parse("2024-02-29")->to_string(), "2024-02-29");
  for (const char* wrong : {"2023-02-29", "2024-2-09", "2024-13-01", "24-01-01", "2024-01-01 ", ""})
    EXPECT_FALSE(Date::parse(wrong)) << wrong;
}

TEST(Instant, RoundTripsToTheSecond) {
  EXPECT_EQ(Instant::parse("2024-12-31T23:59:59Z")->to_string(), "2024-12-31T23:59:59Z");
  for (const char* wrong : {"2024-12-31T24:00:00Z", "2024-12-31 23:59:59Z", "2024-12-31T23:59:59"})
    EXPECT_FALSE(Instant::parse(wrong)) << wrong;
}

TEST(Decimal, ExactAndWithoutRounding) {
  EXPECT_EQ(parse_scaled("27.7", 6), 27'700'000);
  EXPECT_EQ(parse_scaled("-0.001", 3), -1);
  EXPECT_EQ(format_scaled(27'700'000, 6), "27.7");
  EXPECT_EQ(format_scaled(-1, 3), "-0.001");
  EXPECT_EQ(format_scaled(1000, 3), "1");
  for (const char* wrong : {"1.2345", "1,2", "1e3", "", "-", "1.", ".5", "99999999999999999999"})
    EXPECT_FALSE(parse_scaled(wrong, 3)) << wrong;
}

TEST(Rational, ExactAndRoundedOnlyOnDisplay) {
  EXPECT_EQ(Rational(80, 6).to_decimal(6), "13.333333");
  EXPECT_EQ(Rational(-1, 2).to_decimal(0), "-1");
  EXPECT_EQ(Rational(600, 3), Rational(200, 1));
  EXPECT_LT(Rational(1, 3), Rational(34, 100));
  EXPECT_EQ(Rational(-88200, 10).to_decimal(0), "-8820");
}

TEST(Rounding, DownPerVintageNeverUp) {
  EXPECT_EQ(issuable(KilogramsCo2eq(1'234'900)).value(), 1234u);
  EXPECT_EQ(issuable(KilogramsCo2eq(-5'000)).value(), 0u);
  EXPECT_EQ(kilograms_rounded_down(-0.0001).value(), -1);
  EXPECT_THROW(kilograms_rounded_down(0.0 / 0.0), InvariantBroken);
  EXPECT_EQ(share_of(TonnesCo2eq(999), {2, 100}, Rounding::up).value(), 20u);
  EXPECT_EQ(share_of(TonnesCo2eq(999), {2, 100}, Rounding::down).value(), 19u);
}

TEST(Gwp, ParisSetIsAr5) {
  EXPECT_EQ(gwp_ar5().ch4_tenths, 280);
  EXPECT_EQ(find_gwp_set("AR6_nonfossil")->n2o_tenths, 2730);
  EXPECT_FALSE(find_gwp_set("GWP20"));
}

}  // namespace
}  // namespace openitmo
