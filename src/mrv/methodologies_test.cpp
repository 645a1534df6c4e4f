#include "mrv/methodologies.h"

#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace openitmo::mrv {
namespace {

std::string page_of(const Methodology& methodology) {
  std::stringstream text;
  text << std::ifstream(
              fmt::format("{}/docs/methodologies/{}.md", OPENITMO_SOURCE_DIR, methodology.page))
              .rdbuf();
  return text.str();
}

TEST(Methodologies, AreFoundByNameAndVersion) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const Methodology* methodology : methodologies()) {
    EXPECT_TRUE(seen.insert({methodology->name, methodology->version}).second);
    EXPECT_EQ(find_methodology({std::string(methodology->name), std::string(methodology->version)}),
              methodology);
  }
  EXPECT_EQ(find_methodology({"AMS-III.F", "11.0"}), nullptr);
}

TEST(Methodologies, DescribeWhatExists) {
  for (const Methodology* methodology : methodologies()) {
    SCOPED_TRACE(fmt::format("{} {}", methodology->name, methodology->version));
    ASSERT_FALSE(methodology->terms.empty());
    EXPECT_EQ(methodology->terms.back().key, "ER");
    EXPECT_NE(methodology->amount.of_part, nullptr);
    for (const OptionDescription& option : methodology->options) EXPECT_FALSE(option.words.empty());
    for (const std::string_view parameter : methodology->parameters) {
      bool found = false;
      for (const Parameter& known : parameter_table())
        found = found || (parameter.ends_with('.') ? known.symbol.starts_with(parameter)
                                                   : known.symbol == parameter);
      EXPECT_TRUE(found) << parameter;
    }
    std::set<std::string_view> keys;
    for (const TermDescription& term : methodology->terms)
      EXPECT_TRUE(keys.insert(term.key).second);
  }
}

// Each has a page with the five parts that a reader looks for, which explains every option and
// word.
TEST(Methodologies, HaveAPageEach) {
  for (const Methodology* methodology : methodologies()) {
    const std::string page = page_of(*methodology);
    for (const char* part :
         {"## Equations", "## Parameters", "## Monitoring", "## Worked example", "Tests: "})
      EXPECT_NE(page.find(part), std::string::npos) << methodology->page << " lacks " << part;
    for (const OptionDescription& option : methodology->options) {
      EXPECT_NE(page.find(fmt::format("`{}`", option.key)), std::string::npos)
          << methodology->page << " lacks " << option.key;
      for (const std::string_view word : option.words)
        EXPECT_NE(page.find(fmt::format("`{}`", word)), std::string::npos)
            << methodology->page << " lacks " << word;
    }
  }
}

}  // namespace
}  // namespace openitmo::mrv
