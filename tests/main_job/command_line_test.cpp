#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// Exit codes of the command line, and folders that a run must not touch.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(CommandLine, HelpIsDone) {
  for (const char* arguments : {"--help", "run --help", "verify --help", "--version"})
    EXPECT_EQ(itmo(arguments).code, 0) << arguments;
  EXPECT_THAT(itmo("--help").output, AllOf(HasSubstr("Exit code: 0 done"), HasSubstr("verify")));
}

TEST(CommandLine, WithoutSubcommandShowsTheHelp) {
  const auto finished = itmo("");
  EXPECT_EQ(finished.code, 2) << finished.output;
  EXPECT_THAT(finished.output, AllOf(HasSubstr("check-proof"), HasSubstr("Exit code: 0 done")));
  EXPECT_THAT(itmo("--lang fr").output, HasSubstr("Code de sortie : 0 fait"));
  EXPECT_THAT(itmo("fly").output, HasSubstr("there is no subcommand fly"));
}

TEST(CommandLine, AWrongOneHasTheCodeOfWhatCannotBeDone) {
  for (const char* arguments :
       {"fly", "run", "run a b c", "run --speed 3 programmes/soc-son", "verify",
        "run programmes/soc-son --lang de", "prove x.itmo --entry five",
        "prove x.itmo --entry 1 --from 2", "check-proof x.proof"})
    EXPECT_EQ(itmo(arguments).code, 2) << arguments;
}

std::filesystem::path programme_copy(const std::string& name) {
  const auto folder = copy_of_soc_son(name);
  return folder / "evidence";
}

std::string refusal_of(const std::filesystem::path& programme, const std::string& output) {
  const auto finished = itmo("run " + programme.string() + " -o " + output);
  EXPECT_EQ(finished.code, 2) << finished.output;
  return finished.output;
}

TEST(Folders, ARunDoesNotWriteIntoItsProgramme) {
  const auto programme = programme_copy("folders-in");
  const auto stands = HasSubstr("stand one in the other");
  EXPECT_THAT(refusal_of(programme, programme.string()), stands);
  EXPECT_THAT(refusal_of(programme, programme.string() + "/"), stands);
  EXPECT_THAT(refusal_of(programme, (programme / "out").string()), stands);
  EXPECT_THAT(refusal_of(programme, (programme / "data/../out/deep").string()), stands);
  std::filesystem::create_directory_symlink(programme, programme.parent_path() / "link");
  EXPECT_THAT(refusal_of(programme, (programme.parent_path() / "link/out").string()), stands);
  EXPECT_FALSE(std::filesystem::exists(programme / "out"));
  EXPECT_TRUE(std::filesystem::exists(programme / "programme.toml"));
}

// The folder of a run holds the programme as it was: running that one into the same place would
// remove it.
TEST(Folders, ARunDoesNotReplaceAFolderThatHoldsItsProgramme) {
  const auto programme = programme_copy("folders-around");
  EXPECT_THAT(refusal_of(programme, programme.parent_path().string()),
              HasSubstr("stand one in the other"));
  EXPECT_TRUE(std::filesystem::exists(programme / "programme.toml"));
}

TEST(Folders, WhatNoRunWroteIsLeftAlone) {
  const auto programme = programme_copy("folders-theirs");
  const auto theirs = programme.parent_path().parent_path() / "theirs-own";
  std::filesystem::create_directories(theirs);
  std::ofstream(theirs / "thesis.txt") << "x";
  EXPECT_THAT(refusal_of(programme, theirs.string()), HasSubstr("not outputs"));
  EXPECT_THAT(refusal_of(programme, (theirs / "thesis.txt").string()), HasSubstr("is a file"));
  EXPECT_EQ(read_file(theirs / "thesis.txt"), "x");
}

// Every file that a person may take out of the folder says that the data are fictitious.
TEST(Demonstration, EveryOutputSaysSo) {
  const std::string line = "DEMONSTRATION, fictitious data";
  std::size_t count = 0;
  for (const auto& at : std::filesystem::recursive_directory_iterator(demo_folder())) {
    const auto name = at.path().lexically_relative(demo_folder()).generic_string();
    const auto ending = at.path().extension();
    if (name.starts_with("evidence/")) continue;
    if (ending != ".csv" && ending != ".json" && ending != ".html") continue;
    EXPECT_THAT(read_file(at.path()).substr(0, 100'000), HasSubstr(line)) << name;
    ++count;
  }
  EXPECT_GT(count, 15U);
  EXPECT_THAT(itmo("verify --without-recomputation " + demo_folder().string()).output,
              HasSubstr(line));
  // The format of proofs has no place for it; the name of the log stands in each.
  for (const auto& at : std::filesystem::directory_iterator(demo_folder() / "proofs"))
    EXPECT_THAT(read_file(at.path()), HasSubstr("openitmo.example/"));
}

TEST(Demonstration, PublishedDataDoNotSaySo) {
  EXPECT_EQ(read_file(copy_of_soc_son("soc-real") / "results/soc-son.json").find("DEMONSTRATION"),
            std::string::npos);
}

}  // namespace
}  // namespace openitmo::testing
