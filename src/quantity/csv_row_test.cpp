#include "quantity/csv_row.h"

#include <gtest/gtest.h>
#include <vector>

namespace openitmo {
namespace {

std::string row(const std::vector<std::string>& fields, char separator = ',') {
  std::string text;
  append_csv_row(text, fields, separator);
  return text;
}

TEST(CsvRow, QuotesWhatNeedsQuotes) {
  EXPECT_EQ(row({"a", "", "1.5"}), "a,,1.5\r\n");
  EXPECT_EQ(row({"", "b"}), ",b\r\n");
  EXPECT_EQ(row({"a,b", "c\"d", "e\nf", "\r"}), "\"a,b\",\"c\"\"d\",\"e\nf\",\"\r\"\r\n");
}

TEST(CsvRow, OnlyItsOwnSeparatorNeedsQuotes) {
  EXPECT_EQ(row({"1,5", "a;b"}, ';'), "1,5;\"a;b\"\r\n");
  EXPECT_EQ(row({"1,5", "a;b"}), "\"1,5\",a;b\r\n");
}

}  // namespace
}  // namespace openitmo
