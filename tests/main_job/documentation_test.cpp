#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "itmo_process.h"
#include "temporary_folder.h"

// The commands of the pages, run as they stand there, and what the pages say that they print.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string page(const std::string& path) {
  return read_file(std::filesystem::path(OPENITMO_SOURCE_DIR) / path);
}

// The ``` blocks between a heading and the next one of its level or above, one after the other.
std::string blocks_of(const std::string& path, const std::string& heading) {
  const std::string text = page(path);
  const std::string level = heading.substr(0, heading.find(' '));
  std::string blocks;
  bool in_part = false, in_block = false;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      in_block = !in_block;
    } else if (in_block) {
      if (in_part) blocks += line + "\n";
    } else if (line.starts_with("#")) {
      const bool deeper = line.find(' ') > level.size();
      in_part = line == heading || (in_part && deeper);
    }
  }
  EXPECT_FALSE(blocks.empty()) << path << " has no commands under " << heading;
  return blocks;
}

// For commands that end with 1 since something differs: any other end fails the script, which a
// bare `!` would not.
constexpr const char* kDiffers = "differs() { code=0; \"$@\" || code=$?; test $code -eq 1; }\n";

// Runs them in a folder, each after the one before it succeeded, with `itmo` to be found.
std::string run(const std::string& commands, const std::filesystem::path& folder) {
  const auto bin = folder / ".bin";
  std::filesystem::create_directories(bin);
  std::filesystem::create_symlink(OPENITMO_BINARY, bin / "itmo");
  write_file(folder / ".script", kDiffers + commands);
  const Finished finished =
      shell(fmt::format("cd {0} && PATH={0}/.bin:$PATH sh -ex .script", folder.string()));
  EXPECT_EQ(finished.code, 0) << finished.output;
  return finished.output;
}

// "Recorded as entry 92" in a comment of the page is what the command printed.
void expect_numbers(const std::string& commands, const std::string& output) {
  static const std::regex number("[Rr]ecorded as entry ([0-9]+)");
  int compared = 0;
  for (std::sregex_iterator at(commands.begin(), commands.end(), number), end; at != end; ++at) {
    EXPECT_THAT(output, HasSubstr("Recorded as entry " + (*at)[1].str() + " ("));
    ++compared;
  }
  EXPECT_GT(compared, 0);
}

// The demonstration's journals with their keys beside them, as an operator keeps them.
std::filesystem::path registries(const std::filesystem::path& demo) {
  for (const auto& file : std::filesystem::directory_iterator(demo / "keys"))
    std::filesystem::copy(file.path(), demo / file.path().filename());
  for (const char* document :
       {"notice.pdf", "car-2.pdf", "answer.pdf", "closed.pdf", "statement.pdf", "key.pdf"})
    write_file(demo / document, document);
  return demo;
}

// One space for any white space, as are those within figures, which do not break.
std::string plain(const std::string& shown) {
  static const std::regex within_figures("\xc2\xa0");
  const std::string text = std::regex_replace(shown, within_figures, " ");
  std::string plain;
  for (const char c : text)
    if (!std::isspace(static_cast<unsigned char>(c)))
      plain += c;
    else if (!plain.ends_with(' '))
      plain += ' ';
  return plain;
}

TEST(Documentation, TheFirstDayOfARegistry) {
  const auto folder = temporary_folder() / "first-day";
  std::filesystem::create_directories(folder);
  std::filesystem::copy(std::filesystem::path(OPENITMO_SOURCE_DIR) / "docs/examples/opening.ndjson",
                        folder / "opening.ndjson");
  const std::string output = run(blocks_of("docs/running-a-registry.md", "## Once"), folder);
  EXPECT_THAT(output, HasSubstr("line 16: entry 15, account-sen-developer"));
}

TEST(Documentation, TradingWithAnotherRegistry) {
  const std::string commands =
      blocks_of("docs/running-a-registry.md", "## With the other registry");
  const std::string output = run(commands, registries(copy_of_demo("documentation")));
  expect_numbers(commands, output);
  EXPECT_THAT(output, HasSubstr("SEN01 and CHE01 agree; 0 messages are under way"));
  EXPECT_THAT(output, HasSubstr("cosigned by registry.example/SEN01"));
}

// On the journal as it stands before the verifier concludes.
TEST(Documentation, FindingsAndOpinion) {
  const auto programme = copy_of_demo("before-conclusion") / "evidence";
  const std::string acts = read_file(programme / "acts.toml");
  const std::size_t conclusion = acts.find("id = \"verification-2\"");
  ASSERT_NE(conclusion, std::string::npos);
  write_file(programme / "acts.toml", acts.substr(0, acts.rfind("[[act]]", conclusion)));
  const auto folder = temporary_folder() / "findings";
  const auto made = itmo(fmt::format("run {} -o {}", programme.string(), folder.string()));
  ASSERT_EQ(made.code, 0) << made.output;
  const std::string output = run(blocks_of("docs/verifying.md", "## 4. Findings") +
                                     blocks_of("docs/verifying.md", "## 5. Opinion"),
                                 registries(folder));
  EXPECT_THAT(output, HasSubstr("line 1: entry 84, "));
}

TEST(Documentation, WhatTheVerifierSees) {
  const auto assessed = itmo(
      "assess programmes/senegal-waste programmes/senegal-waste/verification/MR-2-niaye-nord.csv");
  std::istringstream lines(page("docs/verifying.md"));
  int compared = 0;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("  in the sample") || line.starts_with("  estimate for all") ||
        line.starts_with("  at most")) {
      EXPECT_THAT(plain(assessed.output), HasSubstr(plain(line)));
      ++compared;
    }
  EXPECT_EQ(compared, 3);
}

// Line by line, since the README leaves lines out; where it leaves out the end of one it says
// "...".
TEST(Documentation, WhatTheReadmeShowsIsWhatARunPrints) {
  const std::string shown = blocks_of("README.md", "## What you see");
  const std::string printed = plain(demo_run().output);
  std::istringstream lines(shown.substr(0, shown.find("build/release/bin/itmo")));
  int compared = 0;
  for (std::string line; std::getline(lines, line);) {
    std::string part = plain(line.substr(0, line.find("...")));
    part.erase(0, std::min(part.size(), part.find_first_not_of(' ')));
    if (part.empty()) continue;
    EXPECT_THAT(printed, HasSubstr(part));
    ++compared;
  }
  EXPECT_GE(compared, 20);
}

// Those that ask the run of the README, in the order in which they stand.
TEST(Documentation, TheCommandsOfTheReadmeCanBeGiven) {
  const auto folder = temporary_folder() / "readme";
  std::filesystem::create_directories(folder / "out");
  for (const char* from : {"programmes", "tools"})
    std::filesystem::create_symlink(std::filesystem::path(OPENITMO_SOURCE_DIR) / from,
                                    folder / from);
  std::filesystem::rename(copy_of_demo("readme-run"), folder / "out/senegal-waste");
  std::string commands = blocks_of("README.md", "## What you see");
  commands = commands.substr(commands.find("build/release/bin/itmo"));
  commands = std::regex_replace(commands, std::regex("build/release/bin/itmo reverify"),
                                "differs itmo reverify");
  commands = std::regex_replace(commands, std::regex("build/release/bin/"), "");
  const std::string output = run(commands, folder);
  EXPECT_THAT(output, HasSubstr("; 0 without a scan"));
}

TEST(Documentation, ExplainingIsShownOnFoldersThatAreThere) {
  const auto folder = temporary_folder() / "explaining";
  std::filesystem::create_directories(folder / "out");
  std::filesystem::create_symlink(std::filesystem::path(OPENITMO_SOURCE_DIR) / "programmes",
                                  folder / "programmes");
  std::filesystem::rename(copy_of_demo("explaining-run"), folder / "out/senegal-waste");
  std::string commands =
      blocks_of("docs/explaining.md", "## What if the data or parameters were others?");
  commands = std::regex_replace(commands, std::regex("itmo reverify ([^\n]*=)"),
                                "differs itmo reverify $1");
  ASSERT_THAT(commands, HasSubstr("differs itmo reverify"));
  EXPECT_THAT(run(commands, folder), AllOf(HasSubstr("rho.diesel"), HasSubstr("0.845")));
}

}  // namespace
}  // namespace openitmo::testing
