#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// Whatever is altered after a run, `itmo verify` finds it and names it.
namespace openitmo::testing {
namespace {

using ::testing::HasSubstr;

Finished verify(const std::filesystem::path& folder) { return itmo("verify " + folder.string()); }

// Flips one bit of the byte at `offset` after the first occurrence of `text`.
void flip_after(const std::filesystem::path& path, const std::string& text, std::size_t offset) {
  std::string bytes = read_file(path);
  const auto at = bytes.find(text);
  ASSERT_NE(at, std::string::npos) << text << " is not in " << path;
  bytes[at + text.size() + offset] ^= 1;
  write_file(path, bytes);
}

void expect_named(const std::filesystem::path& folder, const std::string& name) {
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 1) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr(name));
}

TEST(Verify, PassesOnAnUntouchedRun) {
  const auto finished = verify(demo_folder());
  EXPECT_EQ(finished.code, 0) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("Everything was recomputed and agrees"));
}

TEST(Verify, NamesAnAlteredEntry) {
  const auto folder = copy_of_demo("entry");
  flip_after(folder / "SEN01.itmo", "\"type\":\"units_transferred\",", 40);
  expect_named(folder, "SEN01.itmo: entry ");
}

TEST(Verify, NamesAnAlteredCheckpoint) {
  const auto folder = copy_of_demo("checkpoint");
  flip_after(folder / "CHE01.itmo", "openitmo.example/CHE01\n20\n", 5);
  expect_named(folder, "checkpoint");
}

TEST(Verify, NamesAnAlteredMonitoringFile) {
  const auto folder = copy_of_demo("monitoring");
  std::string file;
  for (const auto& at : std::filesystem::directory_iterator(folder / "evidence/data/niaye-nord"))
    if (at.path().extension() == ".csv" && std::filesystem::file_size(at) > 100'000)
      file = at.path().string();
  ASSERT_FALSE(file.empty());
  std::string bytes = read_file(file);
  for (std::size_t at = bytes.size() / 2; at < bytes.size(); ++at)
    if (bytes[at] >= '1' && bytes[at] <= '8') {
      ++bytes[at];
      break;
    }
  write_file(file, bytes);
  expect_named(folder, std::filesystem::path(file).filename().string());
}

TEST(Verify, NamesAnAlteredDocument) {
  const auto folder = copy_of_demo("document");
  const auto file = *std::filesystem::directory_iterator(folder / "evidence/documents");
  write_file(file.path(), read_file(file.path()) + "x");
  expect_named(folder, file.path().filename().string());
}

TEST(Verify, NamesAnAlteredResultProofAndSubmission) {
  const auto folder = copy_of_demo("derived");
  flip_after(folder / "results/MR-1-cap-est.json", "\"component\":\"", 1);
  flip_after(folder / "aef/SEN_2024_1.0.csv", "First transfer", 3);
  std::string proof;
  for (const auto& at : std::filesystem::directory_iterator(folder / "proofs"))
    proof = at.path().string();
  std::string bytes = read_file(proof);
  bytes[bytes.size() / 3] ^= 1;
  write_file(proof, bytes);
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 1);
  for (const auto& name :
       {std::string("results/MR-1-cap-est.json"), std::string("aef/SEN_2024_1.0.csv"),
        std::filesystem::path(proof).filename().string()})
    EXPECT_THAT(finished.output, HasSubstr(name));
}

TEST(Verify, NamesAMissingFile) {
  const auto folder = copy_of_demo("missing");
  std::filesystem::remove(folder / "evidence/acts.toml");
  expect_named(folder, "acts.toml");
}

TEST(Verify, ATruncatedJournalIsReported) {
  const auto folder = copy_of_demo("truncated");
  const std::string bytes = read_file(folder / "SEN01.itmo");
  write_file(folder / "SEN01.itmo", bytes.substr(0, bytes.size() / 2));
  const auto finished = verify(folder);
  EXPECT_NE(finished.code, 0) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("SEN01.itmo"));
}

// Anywhere in the file: either the damage is reported, or all entries are proven intact.
TEST(Verify, NoFlippedByteOfAJournalMakesItCrashOrLie) {
  const auto folder = copy_of_demo("flips");
  const std::string bytes = read_file(folder / "CHE01.itmo");
  for (std::size_t i = 1; i <= 24; ++i) {
    std::string flipped = bytes;
    flipped[(i * 7919 * 131) % bytes.size()] ^= 0x10;
    write_file(folder / "CHE01.itmo", flipped);
    const auto finished = itmo("verify --without-recomputation " + folder.string());
    EXPECT_TRUE(finished.code == 0 || finished.code == 1 || finished.code == 2)
        << "byte " << (i * 7919 * 131) % bytes.size() << ": " << finished.output;
    if (finished.code == 0)
      EXPECT_THAT(finished.output, HasSubstr("agrees"));
    else
      EXPECT_THAT(finished.output, HasSubstr("CHE01.itmo"));
  }
}

}  // namespace
}  // namespace openitmo::testing
