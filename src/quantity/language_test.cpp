#include "quantity/language.h"

#include <gtest/gtest.h>

#include "quantity/operator_error.h"

namespace openitmo {
namespace {

TEST(Text, IsFilledInBothLanguages) {
  const Text text({"the row has {} fields, {} {}", "la ligne a {} champs, {} {}"}, 3,
                  Words("not", "non"), std::string("12"));
  EXPECT_EQ(text.in(Language::en), "the row has 3 fields, not 12");
  EXPECT_EQ(text.in(Language::fr), "la ligne a 3 champs, non 12");
}

TEST(Text, FiguresMayChangePlaces) {
  const Text text({"{0} of {1}", "de {1}, {0}"}, "a", "b");
  EXPECT_EQ(text.en, "a of b");
  EXPECT_EQ(text.fr, "de b, a");
}

TEST(Text, WithoutFiguresShowsBracesAsTheyAre) {
  EXPECT_EQ(Text({"write [[{}]]", "écrivez [[{}]]"}).en, "write [[{}]]");
}

TEST(Text, TakesFrenchDecimalsAndLists) {
  EXPECT_EQ(decimal_text("27.5").fr, "27,5");
  EXPECT_EQ(decimal_text("27.5").en, "27.5");
  EXPECT_EQ(listed({"a", "b", "c"}).en, "a, b and c");
  EXPECT_EQ(listed({"a", "b"}).fr, "a et b");
  EXPECT_TRUE(listed({}).empty());
}

TEST(OperatorError, SaysItInBothLanguages) {
  const OperatorError error("a.csv", Words("it is gone", "il n'est plus là"),
                            Words("look for it", "cherchez-le"));
  EXPECT_STREQ(error.what(), "a.csv: it is gone; look for it");
  EXPECT_EQ(error.text().fr, "a.csv : il n'est plus là ; cherchez-le");
}

}  // namespace
}  // namespace openitmo
