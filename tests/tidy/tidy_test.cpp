#include <gmock/gmock.h>
#include <iostream>

#include "code_rules.h"
#include "doc_rules.h"
#include "planted.h"

// The repository keeps its own rules. What the rules are: code_rules.h, doc_rules.h.
namespace openitmo::tidy {
namespace {

using testing::IsEmpty;

const Repository& repository() {
  static const Repository read = read_repository(OPENITMO_SOURCE_DIR);
  return read;
}

TEST(Repository, WasRead) {
  ASSERT_GT(repository().size(), 100u);
  EXPECT_TRUE(find_file(repository(), "src/ledger/decide.h"));
  EXPECT_TRUE(has_folder(repository(), "src/ledger"));
  EXPECT_FALSE(has_folder(repository(), ".git"));
}

TEST(Repository, IncludesOnlyWhatStandsAbove) {
  EXPECT_THAT(texts_of(include_directions(repository())), IsEmpty());
}
TEST(Repository, HasNoFloatingPointOutsideMrv) {
  EXPECT_THAT(texts_of(floating_point(repository())), IsEmpty());
}
TEST(Repository, HasAPureCore) { EXPECT_THAT(texts_of(impure_calls(repository())), IsEmpty()); }
TEST(Repository, IsFinished) { EXPECT_THAT(texts_of(leftover_markers(repository())), IsEmpty()); }
TEST(Repository, UsesTheFieldsWords) {
  EXPECT_THAT(texts_of(banned_words(repository())), IsEmpty());
}
TEST(Repository, IsLaidOut) { EXPECT_THAT(texts_of(layout(repository())), IsEmpty()); }
TEST(Repository, NamesFilesAfterTheirSubject) {
  EXPECT_THAT(texts_of(vague_names(repository())), IsEmpty());
}
TEST(Repository, HasNoDeadFiles) { EXPECT_THAT(texts_of(dead_files(repository())), IsEmpty()); }
TEST(Repository, NamesNoPathOfOneMachine) {
  EXPECT_THAT(texts_of(machine_paths(repository())), IsEmpty());
}

TEST(Pages, LinkToWhatExists) { EXPECT_THAT(texts_of(broken_links(repository())), IsEmpty()); }
TEST(Pages, NamePathsThatExist) { EXPECT_THAT(texts_of(missing_paths(repository())), IsEmpty()); }
TEST(Pages, NameTargetsThatExist) {
  EXPECT_THAT(texts_of(missing_targets(repository())), IsEmpty());
}
TEST(Pages, NameSubcommandsThatExist) {
  EXPECT_THAT(texts_of(missing_subcommands(repository())), IsEmpty());
}
TEST(Pages, AreAllListed) { EXPECT_THAT(texts_of(unlisted_pages(repository())), IsEmpty()); }
TEST(Pages, CanAllBeReached) { EXPECT_THAT(texts_of(unreachable_pages(repository())), IsEmpty()); }
TEST(Pages, HaveOneTitleEach) { EXPECT_THAT(texts_of(titles(repository())), IsEmpty()); }
TEST(Pages, DefineTheTerms) { EXPECT_THAT(texts_of(glossary(repository())), IsEmpty()); }

TEST(Repository, PrintsWhatIsLong) {
  for (const auto& text : texts_of(long_files_and_functions(repository())))
    std::cout << "guide: " << text << "\n";
}

}  // namespace
}  // namespace openitmo::tidy
