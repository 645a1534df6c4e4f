#include "files/monitoring/values.h"

#include <gtest/gtest.h>
#include <string>

namespace openitmo::files {
namespace {

// "24560" for a number, or what is wrong; a file of its own for each.
std::string number_of(std::string_view text, char mark = 0) {
  const auto number = parse_number_text(text, mark);
  if (!number) return std::string(explanation_of(number.error()).en);
  return std::to_string(number->digits) + "/10^" + std::to_string(number->decimals);
}

TEST(NumberText, TakesPointCommaAndSpaces) {
  EXPECT_EQ(number_of("24560"), "24560/10^0");
  EXPECT_EQ(number_of("-12.345"), "-12345/10^3");
  EXPECT_EQ(number_of("12,345"), "12345/10^3");
  EXPECT_EQ(number_of("24 560,5"), "245605/10^1");
  EXPECT_EQ(number_of("24\u00a0560"), "24560/10^0");
  EXPECT_EQ(number_of("1\u202f024\u202f560"), "1024560/10^0");
  EXPECT_EQ(number_of("1'024"), "1024/10^0");
  EXPECT_EQ(number_of("+3"), "3/10^0");
}

TEST(NumberText, RefusesWhatCouldMeanTwoThings) {
  for (const char* text : {"", "-", "abc", "1e3", "12 kg", "45%", "1.", "0x10", "--1"}) {
    EXPECT_EQ(number_of(text), "is not a number") << text;
  }
  EXPECT_EQ(number_of("1.234,5"), "has two different marks between its digits");
  EXPECT_EQ(number_of("1,234,567"), "has two different marks between its digits");
  EXPECT_EQ(number_of(".5"), "has two different marks between its digits");
  EXPECT_EQ(number_of("24 56"), "has spaces that do not split groups of three digits");
  EXPECT_EQ(number_of("2456 000"), "has spaces that do not split groups of three digits");
  EXPECT_EQ(number_of("1,234 5"), "has spaces that do not split groups of three digits");
  EXPECT_EQ(number_of("24,560", '.'), "has another decimal mark than the rest of the file");
  EXPECT_EQ(number_of("0.1234567891"), "has more than 9 decimals or 15 digits");
  EXPECT_EQ(number_of("1234567890123456"), "has more than 9 decimals or 15 digits");
}

TEST(NumberText, TheFirstMarkHoldsForTheFile) {
  char mark = 0;
  EXPECT_TRUE(parse_number_text("7", mark));
  EXPECT_EQ(mark, 0);
  EXPECT_TRUE(parse_number_text("12,5", mark));
  EXPECT_EQ(mark, ',');
  EXPECT_FALSE(parse_number_text("12.5", mark));
}

TEST(Decimal, ScalesExactlyOrNotAtAll) {
  EXPECT_EQ((Decimal{12'345, 3}.scaled(3)), 12'345);
  EXPECT_EQ((Decimal{125, 1}.scaled(3)), 12'500);
  EXPECT_EQ((Decimal{1'200, 2}.scaled(0)), 12);
  EXPECT_EQ((Decimal{125, 1}.scaled(0)), std::nullopt);
  EXPECT_EQ((Decimal{999'999'999'999'999, 0}.scaled(9)), std::nullopt);
}

TEST(DecimalOf, TakesOffASpreadsheetsArithmetic) {
  EXPECT_EQ(decimal_of(0.1 + 0.2)->scaled(1), 3);
  EXPECT_EQ(decimal_of(12.34 * 3)->scaled(2), 3702);
  EXPECT_EQ(decimal_of(1e10), std::nullopt);
}

std::string moment_of(std::string_view text) {
  const auto moment = parse_moment(text);
  return moment ? moment->to_string() : "none";
}

TEST(Moment, TakesIsoAndDayFirst) {
  EXPECT_EQ(moment_of("2024-03-05"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(moment_of("2024-03-05T14:07:09Z"), "2024-03-05T14:07:09Z");
  EXPECT_EQ(moment_of("2024-03-05 14:07"), "2024-03-05T14:07:00Z");
  EXPECT_EQ(moment_of("05/03/2024"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(moment_of("5.3.2024 8:05"), "2024-03-05T08:05:00Z");
  EXPECT_EQ(moment_of("05-03-2024 14h07"), "2024-03-05T14:07:00Z");
}

TEST(Moment, RefusesWhatDoesNotExist) {
  for (const char* text :
       {"", "2023-02-29", "2024-13-01", "29/02/2023", "03/25/2024", "2024-03-05 24:00",
        "2024-03-05 14:60", "2024-03-05T", "2024-03-05x", "05/03/24", "1989-12-31", "2100-01-01",
        "05/03.2024", "2024-3-5", "45356", "5", "2024-03-05 14:07:09+01:00"}) {
    EXPECT_EQ(moment_of(text), "none") << text;
  }
}

std::string month_of(std::string_view text) {
  const auto month = parse_month(text);
  return month ? std::to_string(month->year.value()) + "-" + std::to_string(month->month) : "none";
}

TEST(MonthText, TakesNumbersAndNames) {
  for (const char* text : {"2024-02", "02/2024", "2/2024", "2024/02", "février 2024", "Feb 2024",
                           "FÉVR. 2024", "2024-02-29", "01/02/2024"}) {
    EXPECT_EQ(month_of(text), "2024-2") << text;
  }
  for (const char* text :
       {"", "2024-13", "13/2024", "jui 2024", "2023-02-29", "mar", "x 2024", "2024", "02/24"}) {
    EXPECT_EQ(month_of(text), "none") << text;
  }
}

TEST(Trimmed, TakesSpacesOff) {
  EXPECT_EQ(trimmed(" \t a b \u00a0 "), "a b");
  EXPECT_EQ(trimmed("\u00a0"), "");
}

}  // namespace
}  // namespace openitmo::files
