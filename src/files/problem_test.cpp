#include "files/problem.h"

#include <array>
#include <gmock/gmock.h>

namespace openitmo::files {
namespace {

TEST(Problem, SaysWhereWhatAndWhatWouldBeRight) {
  const Problem problem{.path = "a.csv",
                        .row = 17,
                        .key = "Gross (kg)",
                        .what = Words("the value is negative", "la valeur est négative"),
                        .remedy = Words("write 0 or more", "écrivez 0 ou plus")};
  EXPECT_EQ(to_text(problem, Language::en),
            "a.csv:17: Gross (kg): the value is negative; write 0 or more");
  EXPECT_EQ(to_text(problem, Language::fr),
            "a.csv:17 : Gross (kg) : la valeur est négative ; écrivez 0 ou plus");
  EXPECT_EQ(to_text(Problem{.path = "a.toml",
                            .row = 3,
                            .column = 5,
                            .what = Text::name("x"),
                            .remedy = Text::name("y")},
                    Language::en),
            "a.toml:3:5: x; y");
  EXPECT_EQ(to_text(Problem{.path = "a.csv",
                            .what = Words("the file does not exist", "le fichier n'existe pas")},
                    Language::en),
            "a.csv: the file does not exist");
}

TEST(Problems, ListsFiftyAndCountsTheRest) {
  Problems problems;
  for (std::uint32_t row = 1; row <= 53; ++row) problems.add({.path = "a.csv", .row = row});
  EXPECT_EQ(problems.count(), 53U);
  EXPECT_EQ(problems.listed().size(), 50U);
  EXPECT_THAT(problems.to_text(Language::en),
              testing::EndsWith("a.csv:50: \nand 3 more problems\n"));

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
