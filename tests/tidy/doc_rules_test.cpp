#include "doc_rules.h"

#include <gmock/gmock.h>

#include "planted.h"

namespace openitmo::tidy {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> links(const std::string& text) {
  return texts_of(broken_links(planted(
      {{"docs/a.md", text}, {"docs/b.md", "# B\n\n## Two words, said\n"}, {"src/x/y.h", ""}})));
}

TEST(BrokenLinks, AreFound) {
  EXPECT_THAT(links("[b](b.md) [x](../src/x) [out](https://example.org) `[no](no.md)`\n"),
              IsEmpty());
  EXPECT_THAT(links("\n[c](c.md)\n"), ElementsAre("docs/a.md:2: link c.md: there is no docs/c.md"));
  EXPECT_THAT(links("<img src=\"pictures/a.svg\">\n"), SizeIs(1));
  EXPECT_THAT(links("```\n[c](c.md)\n```\n"), IsEmpty());
}
TEST(BrokenLinks, AreFoundByHeading) {
  EXPECT_THAT(links("[b](b.md#two-words-said)\n"), IsEmpty());
  EXPECT_THAT(links("[b](b.md#three)\n"), ElementsAre(HasSubstr("has no heading #three")));
}

TEST(MissingPaths, AreFound) {
  const auto found = [](const std::string& text) {
    return missing_paths(planted({{"docs/a.md", text}, {"src/x/y.h", ""}})).size();
  };
  EXPECT_EQ(found("`src/x/y.h` `src/x/` `src/x/y.h:12` `src/{a,b}.h` `src/*.h`\n"), 0u);
  EXPECT_EQ(found("`src/x/z.h`\n"), 1u);
}

TEST(MissingTargets, AreFound) {
  const auto found = [](const std::string& text) {
    return missing_targets(planted({{"a.md", text}, {"Makefile", "test: x\n\ttrue\n"}})).size();
  };
  EXPECT_EQ(found("`make test` and make sure\n```\nmake test  # all\n```\n"), 0u);
  EXPECT_EQ(found("`make tea`\n```\nmake coffee\n```\n"), 2u);
}

TEST(MissingSubcommands, AreFound) {
  const auto found = [](const std::string& text) {
    return missing_subcommands(planted({{"a.md", text}, {"src/cli/check_proof.cpp", ""}})).size();
  };
  EXPECT_EQ(found("`itmo check-proof x` of itmo\nbuild/bin/itmo check-proof x\n"), 0u);
  EXPECT_EQ(found("`itmo sing`\nbuild/bin/itmo dance\n"), 2u);
}

TEST(UnreachablePages, AreFound) {
  const TextFile readme{"README.md", "[docs](docs)\n"};
  const TextFile index{"docs/README.md", "[a](a.md)\n"};
  EXPECT_THAT(unreachable_pages(planted({readme, index, {"docs/a.md", ""}})), IsEmpty());
  EXPECT_THAT(texts_of(unreachable_pages(planted({readme, index, {"docs/b.md", ""}}))),
              ElementsAre(HasSubstr("docs/b.md: no way of links")));
}

TEST(UnlistedPages, AreFound) {
  const TextFile index{"docs/README.md", "[a](a.md), [c](x/c.md#part)\n"};
  EXPECT_THAT(unlisted_pages(planted({index, {"docs/a.md", ""}, {"docs/x/c.md", ""}})), IsEmpty());
  EXPECT_THAT(
      texts_of(unlisted_pages(planted({index, {"docs/a.md", "[b](b.md)"}, {"docs/b.md", ""}}))),
      ElementsAre(HasSubstr("docs/b.md: docs/README.md does not list it")));
}

TEST(Titles, AreOneEachAndDiffer) {
  EXPECT_THAT(titles(planted({{"a.md", "# A\n## B\n```\n# c\n```\n"}, {"b.md", "# B\n"}})),
              IsEmpty());
  EXPECT_THAT(titles(planted({{"a.md", "# A\n# B\n"}})), SizeIs(1));
  EXPECT_THAT(titles(planted({{"a.md", "text\n"}})), SizeIs(1));
  EXPECT_THAT(titles(planted({{"a.md", "# A\n"}, {"b.md", "# A\n"}})), SizeIs(1));
}

std::vector<std::string> glossary_with(const std::string& row) {
  return texts_of(glossary(planted({{"docs/glossary.md", "| term | fr | m | code | s |\n" + row},
                                    {"src/x/y.h", "struct Purpose {};\n"}})));
}

TEST(Glossary, NeedsTheTermsOfTheCode) {
  const std::string missing = "no term names Purpose in the code column";
  EXPECT_THAT(glossary_with(""), Contains(HasSubstr(missing)));
  EXPECT_THAT(glossary_with("| purpose | fin | why | `Purpose` | AEF |\n"),
              Not(Contains(HasSubstr(missing))));
}
TEST(Glossary, NamesOnlyWhatIsDeclared) {
  EXPECT_THAT(glossary_with("| purpose | fin | why | `Aim` | AEF |\n"),
              Contains(HasSubstr("no header declares Aim")));
}
TEST(Glossary, HasWholeRowsOnce) {
  EXPECT_THAT(glossary_with("| purpose | fin | why |\n"), Contains(HasSubstr("has 5 columns")));
  EXPECT_THAT(glossary_with("| purpose |  | why | | |\n"), Contains(HasSubstr("French term")));
  EXPECT_THAT(glossary_with("| a | a | a | | |\n| a | b | b | | |\n"),
              Contains(HasSubstr("defined in line 2 too")));
}
TEST(Glossary, MustExist) { EXPECT_THAT(glossary({}), SizeIs(1)); }

}  // namespace
}  // namespace openitmo::tidy
