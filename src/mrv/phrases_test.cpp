#include "mrv/phrases.h"

#include <gtest/gtest.h>
#include <regex>

#include "mrv/parameters.h"

namespace openitmo::mrv {
namespace {

TEST(Phrases, AreTakenBetweenCommasAndSemicolons) {
  EXPECT_EQ(in_language(Language::fr, "decay rate, food, tropical dry"),
            "taux de décomposition, aliments, tropical sec");
  EXPECT_EQ(in_language(Language::fr, "TOOL13 v2.0, not read; all sources agree"),
            "TOOL13 v2.0, document non consulté ; toutes les sources concordent");
  EXPECT_EQ(in_language(Language::en, "TOOL13 v2.0, not read; all sources agree"),
            "TOOL13 v2.0, not read; all sources agree");
}

// English words that no French sentence has.
TEST(Phrases, NoParameterSpeaksEnglishInFrench) {
  const std::regex english(R"(\b(the|of|and|for|where|not|with|as|is|all|by|to)\b)");
  for (const Parameter& parameter : parameter_table())
    for (const std::string_view phrases : {parameter.name, parameter.source}) {
      const std::string french = in_language(Language::fr, phrases);
      EXPECT_FALSE(std::regex_search(french, english)) << french;
    }
}

}  // namespace
}  // namespace openitmo::mrv
