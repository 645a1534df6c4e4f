#include "pages.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <regex>

#include "conformance.h"
#include "ledger/refusal.h"
#include "registry/entry_codec.h"
#include "repository.h"
#include "scenarios/scenario.h"
#include "temporary_folder.h"

// Generated pages are those of this code, and what pages give as examples works.
namespace openitmo::pages {
namespace {

const std::string kRoot = OPENITMO_SOURCE_DIR;

std::string read(const std::string& path) {
  std::ifstream file(kRoot + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The first line that differs, for a message that can be read.
std::string difference(const std::string& stored, const std::string& made) {
  const auto a = tidy::lines_of(stored), b = tidy::lines_of(made);
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i)
    if (i >= a.size() || i >= b.size() || a[i] != b[i])
      return fmt::format("line {} differs; run: make pages", i + 1);
  return stored == made ? "" : "the ends differ; run: make pages";
}

TEST(Pages, OfRefusalsIsCurrent) {
  EXPECT_EQ(difference(read("docs/reference/refusals.md"), refusals_page()), "");
}
TEST(Pages, OfRefusalsHasEveryCodeOnce) {
  const std::string page = refusals_page();
  for (const auto& text : ledger::refusal_catalogue()) {
    const std::string heading = fmt::format("### {} {}\n", static_cast<int>(text.code), text.name);
    const auto first = page.find(heading);
    ASSERT_NE(first, std::string::npos) << heading;
    EXPECT_EQ(page.find(heading, first + 1), std::string::npos) << heading;
  }
}
TEST(Pages, OfEntryTypesIsCurrent) {
  EXPECT_EQ(difference(read("docs/reference/entries.md"), entries_page()), "");
}
TEST(Pages, OfEntryTypesHasEveryType) {
  for (const auto type : registry::entry_types())
    EXPECT_NE(entries_page().find(fmt::format("## {}\n", type)), std::string::npos) << type;
}
TEST(Pages, OfActsIsCurrent) {
  EXPECT_EQ(difference(read("docs/reference/acts.md"), acts_page()), "");
}
TEST(Pages, OfActsHasEveryAct) {
  for (const auto act : ledger::kCommandNames)
    EXPECT_NE(acts_page().find(fmt::format("### {}\n", act)), std::string::npos) << act;
}

TEST(Conformance, PageIsCurrent) {
  EXPECT_EQ(difference(read("docs/conformance.md"), conformance_page()), "");
}
TEST(Conformance, EveryRefusalEnforcesSomething) {
  for (const auto& text : ledger::refusal_catalogue()) {
    bool named = false;
    for (const Requirement& requirement : requirements())
      for (const auto code : requirement.refusals) named = named || code == text.code;
    EXPECT_TRUE(named) << text.name << ": name the requirement that it enforces";
  }
}
TEST(Conformance, ExplainsEveryNumberThatRefusalsCite) {
  const std::string page = conformance_page();
  static const std::regex cited("R-[0-9]{3}");
  for (const ledger::RefusalText& text : ledger::refusal_catalogue()) {
    const std::string paragraph(text.paragraph);
    for (std::sregex_iterator at(paragraph.begin(), paragraph.end(), cited), end; at != end; ++at)
      EXPECT_NE(page.find(at->str()), std::string::npos) << text.name << " cites " << at->str();
  }
}
TEST(Conformance, EveryRowSaysByWhat) {
  for (const Requirement& requirement : requirements()) {
    const bool enforced = requirement.status == Conformance::refused;
    EXPECT_EQ(enforced, !requirement.refusals.empty()) << requirement.number;
    EXPECT_EQ(enforced, requirement.where.empty()) << requirement.number;
    const bool file =
        requirement.status == Conformance::recorded || requirement.status == Conformance::computed;
    EXPECT_TRUE(!file || !read(std::string(requirement.where)).empty()) << requirement.number;
  }
}

TEST(Difference, NamesTheLine) {
  EXPECT_EQ(difference("a\nb\n", "a\nb\n"), "");
  EXPECT_EQ(difference("a\nb\n", "a\nc\n"), "line 2 differs; run: make pages");
  EXPECT_EQ(difference("a\n", "a\nb\n"), "line 2 differs; run: make pages");
  EXPECT_EQ(difference("a", "a\n"), "the ends differ; run: make pages");
}

// The blocks of a page that start with ```KIND.
std::vector<std::string> blocks(const std::string& page, const std::string& kind) {
  std::vector<std::string> found;
  const std::string open = "```" + kind + "\n";
  for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at + 1)) {
    const auto start = at + open.size();
    found.push_back(page.substr(start, page.find("```", start) - start));
  }
  return found;
}

TEST(Pages, OfTheEntryShowsARealOne) {
  const auto examples = blocks(read("docs/formats/entry.md"), "json");
  ASSERT_EQ(examples.size(), 1u);
  const std::string bytes = examples.front().substr(0, examples.front().size() - 1);
  const auto entry = registry::decode(0, bytes);
  ASSERT_TRUE(entry) << entry.error().en;
  EXPECT_EQ(registry::encode(entry->envelope, entry->event), bytes);
  EXPECT_NE(read("docs/formats/entry.md").find(fmt::format("{} bytes", bytes.size())),
            std::string::npos)
      << "the page says how long its example is: " << bytes.size();
}

// An example may include the scenarios' worlds, so it runs beside them.
TEST(Pages, ShowScenariosThatPass) {
  namespace fs = std::filesystem;
  const fs::path folder = temporary_folder() / "openitmo_page_scenarios";
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy(kRoot + "/tests/scenarios/worlds", folder / "worlds");
  int count = 0;
  for (const tidy::TextFile& page : tidy::read_repository(kRoot + "/docs"))
    for (const std::string& block : blocks(page.text, "scenario")) {
      const std::string path = (folder / fmt::format("example_{}.txt", ++count)).string();
      std::ofstream(path) << block;
      const auto outcome = scenarios::run_scenario(path);
      EXPECT_TRUE(outcome.passed) << page.path << ": " << outcome.failure;
      EXPECT_GT(outcome.acts, 0) << page.path;
    }
  EXPECT_GT(count, 0);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace openitmo::pages
