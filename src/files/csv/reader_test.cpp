#include "files/csv/reader.h"

#include <gmock/gmock.h>
#include <random>

#include "quantity/csv_row.h"

namespace openitmo::files {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Outcome {
  Rows rows;
  std::vector<std::uint32_t> lines;
  std::string error;
  bool operator==(const Outcome&) const = default;
};

Outcome read(std::string_view text, char separator = ',') {
  CsvReader reader(text, separator);
  Outcome outcome;
  while (reader.next()) {
    outcome.rows.emplace_back(reader.fields().begin(), reader.fields().end());
    outcome.lines.push_back(reader.row());
  }
  outcome.error = reader.error().en;
  return outcome;
}

TEST(CsvReader, SplitsPlainRows) {
  EXPECT_EQ(read("a,b\n1,\n").rows, (Rows{{"a", "b"}, {"1", ""}}));
  EXPECT_EQ(read("a;b,c\r\n1;2", ';').rows, (Rows{{"a", "b,c"}, {"1", "2"}}));
  EXPECT_EQ(read("a\tb\n\n", '\t').rows, (Rows{{"a", "b"}, {""}}));
  EXPECT_EQ(read("a,").rows, (Rows{{"a", ""}}));
  EXPECT_EQ(read("").rows, Rows{});
}

TEST(CsvReader, TakesQuotesOff) {
  EXPECT_EQ(read("\"a,b\",\"say \"\"x\"\"\",\"\"\n").rows, (Rows{{"a,b", "say \"x\"", ""}}));
  EXPECT_EQ(read("\"\"\"\"\"\",\"a\"\"\"").rows, (Rows{{"\"\"", "a\""}}));
  EXPECT_EQ(read("5\" pipe,x\n").rows, (Rows{{"5\" pipe", "x"}}));
}

TEST(CsvReader, CountsLinesInsideQuotes) {
  const Outcome outcome = read("a,\"two\nlines\"\nb,c\n");
  EXPECT_EQ(outcome.rows, (Rows{{"a", "two\nlines"}, {"b", "c"}}));
  EXPECT_EQ(outcome.lines, (std::vector<std::uint32_t>{1, 3}));
}

TEST(CsvReader, SaysWhatCannotBeSplit) {
  EXPECT_EQ(read("a\n\"open,b\n").error, "a quote is opened and never closed");
  EXPECT_EQ(read("a\n\"x\"y,b\n").error, "text follows a closing quote");
  EXPECT_EQ(read(std::string(40'000, 'x')).error, "a field has more than 32,767 bytes");
  EXPECT_EQ(read(std::string(20'000, ',')).error, "the row has more than 16,384 fields");
}

TEST(CsvReader, ReadsBackWhatIsAppended) {
  std::mt19937 random(20'240'305);
  constexpr std::string_view kCharacters = "ab,;\"\n\r\t é";
  for (int round = 0; round < 2'000; ++round) {
    Rows rows(1 + random() % 4);
    std::string text;
    for (auto& row : rows) {
      row.resize(2 + random() % 3);
      std::vector<std::string_view> views;
      for (std::string& field : row) {
        for (std::size_t i = random() % 5; i > 0; --i) {
          field += kCharacters[random() % kCharacters.size()];
        }
      }
      views.assign(row.begin(), row.end());
      append_csv_row(text, views, ';');
    }
    ASSERT_EQ(read(text, ';').rows, rows) << text;
  }
}

TEST(CsvReader, AnyTruncationEndsInRowsOrAnError) {
  const std::string whole = "a,\"b\"\"\r\n\",c\r\n\"d\",e,\"f,\"\n1,2,3";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const Outcome outcome = read(std::string_view(whole).substr(0, size));
    EXPECT_LE(outcome.rows.size(), 3U) << size;
  }
}

}  // namespace
}  // namespace openitmo::files
