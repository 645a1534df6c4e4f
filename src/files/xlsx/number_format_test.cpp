#include "files/xlsx/number_format.h"

#include <gtest/gtest.h>
#include <limits>

namespace openitmo::files {
namespace {

TEST(NumberFormat, TellsDatesFromNumbers) {
  for (const unsigned id : {14U, 22U, 30U, 46U, 57U}) EXPECT_TRUE(is_date_format(id, "")) << id;
  for (const unsigned id : {0U, 1U, 9U, 13U, 37U, 44U, 49U}) EXPECT_FALSE(is_date_format(id, ""));
  for (const char* code : {"dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "[h]:mm", "yyyy\\-mm\\-dd",
                           "h:mm AM/PM", "[Red]mm/yy", "General\" le \"d"}) {
    EXPECT_TRUE(is_date_format(164, code)) << code;
  }
  for (const char* code : {"General", "0.00", "#,##0\" days\"", "[Red]0.0", "0\\d", "0.0E+00", "@",
                           "_(* #,##0_)", "\"unclosed", "[unclosed", "0_d"}) {
    EXPECT_FALSE(is_date_format(164, code)) << code;
  }
}

TEST(NumberFormat, TellsPercent) {
  EXPECT_TRUE(is_percent_format(10, ""));
  EXPECT_TRUE(is_percent_format(164, "0.0 %"));
  EXPECT_FALSE(is_percent_format(2, ""));
}

std::string text_of(double serial, DateSystem system = DateSystem::from_1900) {
  const auto instant = instant_of_serial(serial, system);
  return instant ? instant->to_string() : "none";
}

TEST(Serials, MeanTheDaysThatSpreadsheetProgramsShow) {
  EXPECT_EQ(text_of(1), "1900-01-01T00:00:00Z");
  EXPECT_EQ(text_of(59), "1900-02-28T00:00:00Z");
  EXPECT_EQ(text_of(60), "none");  // 29 February 1900 never was
  EXPECT_EQ(text_of(61), "1900-03-01T00:00:00Z");
  EXPECT_EQ(text_of(45356.5), "2024-03-05T12:00:00Z");
  EXPECT_EQ(text_of(45356.999999), "2024-03-06T00:00:00Z");
  EXPECT_EQ(text_of(45356 - 1462, DateSystem::from_1904), "2024-03-05T00:00:00Z");
  EXPECT_EQ(text_of(-1), "none");
  EXPECT_EQ(text_of(3e6), "none");
  EXPECT_EQ(text_of(std::numeric_limits<double>::quiet_NaN()), "none");
}

TEST(Serials, GoThereAndBack) {
  for (int day = 0; day < 80'000; day += 7) {
    const Instant instant(Date(1900, 3, 1).plus_days(day).days() +
                          std::chrono::seconds(day % 86'400));
    ASSERT_EQ(instant_of_serial(serial_of_instant(instant), DateSystem::from_1900), instant);
  }
}

}  // namespace
}  // namespace openitmo::files
