#include "files/problem.h"

#include <array>
#include <gmock/gmock.h>

namespace openitmo::files {
namespace {

TEST(Problem, SaysWhereWhatAndWhatWouldBeRight) {
  EXPECT_EQ(to_text(Problem{.path = "a.csv",
                            .row = 17,
                            .key = "Gross (kg)",
                            .what = "the value is negative",
                            .remedy = "write 0 or more"}),
            "a.csv:17: Gross (kg): the value is negative; write 0 or more");
  EXPECT_EQ(to_text(Problem{.path = "a.toml", .row = 3, .column = 5, .what = "x", .remedy = "y"}),
            "a.toml:3:5: x; y");
  EXPECT_EQ(to_text(Problem{.path = "a.csv", .what = "the file does not exist"}),
            "a.csv: the file does not exist");
}

TEST(Problems, ListsFiftyAndCountsTheRest) {
  Problems problems;
  for (std::uint32_t row = 1; row <= 53; ++row) problems.add({.path = "a.csv", .row = row});
  EXPECT_EQ(problems.count(), 53U);
  EXPECT_EQ(problems.listed().size(), 50U);
  EXPECT_THAT(problems.to_text(), testing::EndsWith("a.csv:50: \nand 3 more problems\n"));

  Problems both;
  both.add({.path = "b.csv"});
  both.add_all(problems);
  EXPECT_EQ(both.count(), 54U);
  EXPECT_EQ(both.listed().size(), 50U);
}

TEST(InQuotes, ShortensWithoutCuttingACharacter) {
  EXPECT_EQ(in_quotes("a\nb"), "\"a?b\"");
  const std::string shown = in_quotes(std::string(59, 'a') + "éé");
  EXPECT_EQ(shown, "\"" + std::string(59, 'a') + "...\"");
}

TEST(Nearest, FindsATypingErrorAndNothingElse) {
  constexpr std::array<std::string_view, 3> kKeys{"start_date", "end_date", "quantity_t_co2eq"};
  EXPECT_EQ(nearest("start_dat", kKeys), "start_date");
  EXPECT_EQ(nearest("quantity_t_co2", kKeys), "quantity_t_co2eq");
  EXPECT_EQ(nearest("zone", kKeys), "");
  constexpr std::array<std::string_view, 1> kShort{"to"};
  EXPECT_EQ(nearest("id", kShort), "");
  EXPECT_EQ(nearest("too", kShort), "to");
}

}  // namespace
}  // namespace openitmo::files
