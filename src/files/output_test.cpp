#include "files/output.h"

#include <csignal>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <iterator>
#include <set>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "temporary_folder.h"

namespace openitmo::files {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class OutputTest : public testing::Test {
 protected:
  OutputTest() : folder_(temporary_folder() / "output_test") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~OutputTest() override { fs::remove_all(folder_); }
  std::set<std::string> names() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      names.insert(entry.path().filename().string());
    }
    return names;
  }
  fs::path folder_;
};

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const FileError& error) {
    return error.what();
  }
  return "";
}

// Runs `act` in a child process whose files may have 64 kB: writing more fails as on a full disk.
// The exit code is 0 when `act` failed with a FileError that `expected` accepts.
int run_with_small_files(const std::function<void()>& act, const std::string& expected) {
  const pid_t child = ::fork();
  if (child == 0) {
    const rlimit limit{.rlim_cur = 65'536, .rlim_max = 65'536};
    std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const std::string error = error_of(act);
    ::_exit(error.find(expected) != std::string::npos ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(OutputTest, WriteFileReplacesInOneStepAndLeavesNothingElse) {
  write_file(folder_ / "a.txt", "one");
  write_file(folder_ / "a.txt", "two");
  EXPECT_EQ(content_of(folder_ / "a.txt"), "two");
  EXPECT_EQ(names(), std::set<std::string>{"a.txt"});
}

TEST_F(OutputTest, WriteFileFollowsALink) {
  write_file(folder_ / "real.txt", "one");
  fs::create_symlink("real.txt", folder_ / "link.txt");
  write_file(folder_ / "link.txt", "two");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.txt"));
  EXPECT_EQ(content_of(folder_ / "real.txt"), "two");
}

TEST_F(OutputTest, FullDeviceIsAnErrorWithPathAndRemedy) {
  const std::string error = error_of([] { write_file("/dev/full", "x"); });
  EXPECT_EQ(
      error,
      "/dev/full: writing failed: the disk is full; free some space or choose another folder, "
      "then run again");
}

TEST_F(OutputTest, FailedWriteKeepsTheOldFileAndLeavesNothingBehind) {
  write_file(folder_ / "a.txt", "old");
  EXPECT_EQ(run_with_small_files([&] { write_file(folder_ / "a.txt", std::string(100'000, 'x')); },
                                 "a.txt"),
            0);
  EXPECT_EQ(content_of(folder_ / "a.txt"), "old");
  EXPECT_EQ(names(), std::set<std::string>{"a.txt"});
}

// Killed while it wrote: the next one leaves nothing of it.
TEST_F(OutputTest, WhatAKilledWriterLeftIsRemovedByTheNext) {
  const pid_t child = ::fork();
  if (child == 0) {
    write_file_in_pieces(folder_ / "a.txt", [](const auto& write) {
      write("half of ");
      ::_exit(0);
    });
    ::_exit(1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_EQ(names().size(), 1u);
  EXPECT_FALSE(fs::exists(folder_ / "a.txt"));
  write_file(folder_ / "a.txt", "x");
  EXPECT_EQ(names(), std::set<std::string>{"a.txt"});
  EXPECT_EQ(content_of(folder_ / "a.txt"), "x");
}

TEST_F(OutputTest, SecondWriterOfTheSameFileIsRefused) {
  write_file_in_pieces(folder_ / "a.txt", [&](const auto& write) {
    write("one");
    EXPECT_THAT(error_of([&] { write_file(folder_ / "a.txt", "two"); }),
                HasSubstr("another process is writing this file"));
  });
  EXPECT_EQ(content_of(folder_ / "a.txt"), "one");
  EXPECT_EQ(names(), std::set<std::string>{"a.txt"});
}

// Also where a leftover could be read by all.
TEST_F(OutputTest, ASecretIsNeverReadableByOthers) {
  const fs::path leftover = folder_ / ".a.key.itmo-partial";
  std::ofstream(leftover).close();
  fs::permissions(leftover, fs::perms(0644));
  write_file_in_pieces(
      folder_ / "a.key",
      [&](const auto& write) {
        write("secret");
        EXPECT_EQ(fs::status(leftover).permissions(), fs::perms(0600));
      },
      Readers::owner);
  EXPECT_EQ(fs::status(folder_ / "a.key").permissions(), fs::perms(0600));
}

TEST_F(OutputTest, MissingFolderIsNamed) {
  EXPECT_THAT(error_of([&] { write_file(folder_ / "none" / "a.txt", "x"); }),
              HasSubstr("make its folder first"));
}

TEST_F(OutputTest, FolderAppearsAtCommitOnly) {
  OutputFolder output(folder_ / "out");
  output.write("aef/SEN.csv", "x");
  std::ofstream(output.path_of("direct.txt")) << "y";
  EXPECT_FALSE(fs::exists(folder_ / "out"));
  output.commit();
  EXPECT_EQ(content_of(folder_ / "out/aef/SEN.csv"), "x");
  EXPECT_EQ(content_of(folder_ / "out/direct.txt"), "y");
  EXPECT_EQ(names(), std::set<std::string>{"out"});
}

TEST_F(OutputTest, NextRunReplacesTheWholeFolder) {
  for (const char* name : {"first.txt", "second.txt"}) {
    OutputFolder output(folder_ / "out" / "");  // a trailing slash means the same folder
    output.write(name, "x");
    output.commit();
  }
  EXPECT_FALSE(fs::exists(folder_ / "out/first.txt"));
  EXPECT_TRUE(fs::exists(folder_ / "out/second.txt"));
  EXPECT_EQ(names(), std::set<std::string>{"out"});
}

TEST_F(OutputTest, WithoutCommitNothingChanges) {
  {
    OutputFolder output(folder_ / "out");
    output.write("a.txt", "old");
    output.commit();
  }
  {
    OutputFolder output(folder_ / "out");
    output.write("a.txt", "new");
  }
  EXPECT_EQ(content_of(folder_ / "out/a.txt"), "old");
  EXPECT_EQ(names(), std::set<std::string>{"out"});
}

TEST_F(OutputTest, SomebodysOwnFolderIsRefused) {
  fs::create_directories(folder_ / "mine");
  write_file(folder_ / "mine/thesis.txt", "x");
  EXPECT_THAT(error_of([&] { OutputFolder output(folder_ / "mine"); }),
              HasSubstr("some are not outputs"));
  write_file(folder_ / "file", "x");
  EXPECT_THAT(error_of([&] { OutputFolder output(folder_ / "file"); }),
              HasSubstr("this is a file, not a folder"));
  EXPECT_TRUE(fs::exists(folder_ / "mine/thesis.txt"));
}

TEST_F(OutputTest, SecondRunForTheSameFolderIsRefused) {
  OutputFolder output(folder_ / "out");
  EXPECT_THAT(error_of([&] { OutputFolder other(folder_ / "out"); }),
              HasSubstr("another run is writing this folder"));
  output.write("a.txt", "x");
  output.commit();
  EXPECT_TRUE(fs::exists(folder_ / "out/a.txt"));
}

TEST_F(OutputTest, WhatAKilledRunLeftIsRemoved) {
  fs::create_directories(folder_ / ".out.partial/sub");
  write_file(folder_ / ".out.partial/sub/old.txt", "x");
  write_file(folder_ / ".out.partial" / kOutputMarker, "");
  OutputFolder output(folder_ / "out");
  output.commit();
  EXPECT_FALSE(fs::exists(folder_ / "out/sub"));
  EXPECT_EQ(names(), std::set<std::string>{"out"});
}

TEST_F(OutputTest, SomebodysFolderOfThatNameIsNotEmptied) {
  fs::create_directories(folder_ / ".out.partial");
  write_file(folder_ / ".out.partial/thesis.txt", "x");
  EXPECT_THAT(error_of([&] { OutputFolder output(folder_ / "out"); }),
              HasSubstr("files of somebody else"));
  EXPECT_TRUE(fs::exists(folder_ / ".out.partial/thesis.txt"));
  EXPECT_FALSE(fs::exists(folder_ / "out"));
}

TEST_F(OutputTest, FullDiskLeavesTheOldFolderAndNothingElse) {
  {
    OutputFolder output(folder_ / "out");
    output.write("a.txt", "old");
    output.commit();
  }
  const auto run = [&] {
    OutputFolder output(folder_ / "out");
    output.write("b.txt", "fits");
    output.write("a.txt", std::string(100'000, 'x'));
    output.commit();
  };
  EXPECT_EQ(run_with_small_files(run, "the limit on the size of a file"), 0);
  EXPECT_EQ(content_of(folder_ / "out/a.txt"), "old");
  EXPECT_FALSE(fs::exists(folder_ / "out/b.txt"));
  EXPECT_EQ(names(), std::set<std::string>{"out"});
}

}  // namespace
}  // namespace openitmo::files
