#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "storage/sqlite/sqlite_store.h"

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

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// Exactly this is found: one line, which names `name`.
void expect_alone(const std::filesystem::path& folder, const std::string& name) {
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 1) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("\n! " + name + ": "));
  EXPECT_EQ(count_of(finished.output, "\n! "), 1) << finished.output;
}

std::filesystem::path first_in(const std::filesystem::path& folder, const std::string& ending) {
  for (const auto& at : std::filesystem::directory_iterator(folder))
    if (at.path().extension() == ending) return at.path();
  ADD_FAILURE() << "no " << ending << " in " << folder;
  return {};
}

TEST(Verify, NamesADeletedJournalAndNothingThatBelongsToIt) {
  const auto folder = copy_of_demo("journal-gone");
  std::filesystem::remove(folder / "CHE01.itmo");
  expect_alone(folder, "CHE01.itmo");
  const std::string output = verify(folder).output;
  EXPECT_THAT(output, HasSubstr("Not compared: aef/CHE_"));
  EXPECT_EQ(count_of(output, "aef/SEN_"), 0) << output;
}

TEST(Verify, NamesADeletedJournalWhoseKeyIsGoneToo) {
  const auto folder = copy_of_demo("journal-and-key-gone");
  std::filesystem::remove(folder / "CHE01.itmo");
  std::filesystem::remove(folder / "keys/CHE01.vkey");
  std::filesystem::remove(folder / "keys/CHE01.key");
  expect_alone(folder, "CHE01.itmo");
}

TEST(Verify, NamesAnAlteredBalance) {
  const auto folder = copy_of_demo("balance");
  std::string text = read_file(folder / "balances.csv");
  const auto digit = text.find_last_of("123456789");
  ASSERT_NE(digit, std::string::npos);
  text[digit] = text[digit] == '9' ? '8' : static_cast<char>(text[digit] + 1);
  write_file(folder / "balances.csv", text);
  expect_alone(folder, "balances.csv");
}

TEST(Verify, NamesAnAlteredWorkbook) {
  const auto folder = copy_of_demo("workbook");
  const auto workbook = first_in(folder / "aef", ".xlsx");
  std::string bytes = read_file(workbook);
  bytes[bytes.size() / 2] ^= 1;
  write_file(workbook, bytes);
  expect_alone(folder, "aef/" + workbook.filename().string());
}

TEST(Verify, NamesAWorkbookThatWasExchangedForAnother) {
  const auto folder = copy_of_demo("workbook-exchanged");
  write_file(folder / "aef/SEN_2024_1.0.xlsx", read_file(folder / "aef/CHE_2024_1.0.xlsx"));
  expect_alone(folder, "aef/SEN_2024_1.0.xlsx");
}

TEST(Verify, NamesAnAlteredReportInEitherLanguage) {
  for (const std::string name : {"report.en.html", "report.fr.html"}) {
    const auto folder = copy_of_demo(name);
    flip_after(folder / name, "<body", 20);
    expect_alone(folder, name);
  }
}

TEST(Verify, NamesAMissingDerivedFile) {
  const auto folder = copy_of_demo("derived-gone");
  const std::string workbook = first_in(folder / "aef", ".xlsx").filename().string();
  for (const std::string& name :
       {"aef/" + workbook, std::string("balances.csv"), std::string("report.fr.html")})
    std::filesystem::remove(folder / name);
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 1) << finished.output;
  EXPECT_EQ(count_of(finished.output, ": the file is missing"), 3) << finished.output;
}

TEST(Verify, NamesFilesThatNothingAccountsFor) {
  for (const std::string name :
       {"aef/SEN_2024_9.0.csv", "aef/SEN_2024_9.0.xlsx", "proofs/SEN01-entry-999.proof",
        "results/MR-9-cap-est.json", "keys/XXX01.key", "XXX01.txt"}) {
    const auto folder = copy_of_demo("extra-" + std::filesystem::path(name).filename().string());
    std::ofstream(folder / name) << "x";
    expect_alone(folder, name);
  }
}

// Acts and their list altered together: the journals do not follow from these acts.
TEST(Verify, NamesAnEntryThatDoesNotFollowFromTheActs) {
  const auto folder = copy_of_demo("acts");
  std::string acts = read_file(folder / "evidence/acts.toml");
  const auto date = acts.find("on = 2021-11-08");
  ASSERT_NE(date, std::string::npos);
  acts.replace(date, 15, "on = 2021-11-07");
  write_file(folder / "evidence/acts.toml", acts);
  shell("cd " + (folder / "evidence").string() +
        " && find . -type f | sed 's|^./||' | LC_ALL=C sort | xargs sha256sum > "
        "../evidence.sha256");
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 1) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("the acts of the evidence, carried out again, give"));
}

// The first `size` entries of a journal with their checkpoints, all truly signed.
void roll_back(const std::filesystem::path& journal, std::uint64_t size, const std::string& key) {
  using storage::SqliteStore;
  const auto whole = journal.string() + ".whole";
  std::filesystem::rename(journal, whole);
  {
    auto from = SqliteStore::open_read_only(whole);
    SqliteStore::create(journal, {key.substr(0, key.find('+')), key});
    auto to = SqliteStore::open(journal);
    for (const auto& checkpoint : from.checkpoints()) {
      if (checkpoint.size > size) break;
      const std::uint64_t first = to.size();
      std::vector<std::string> bytes;
      from.read(first, checkpoint.size - first,
                [&](const journal::StoredEntry& stored) { bytes.emplace_back(stored.bytes); });
      const std::vector<std::string_view> entries(bytes.begin(), bytes.end());
      to.append_group(first, entries, checkpoint);
    }
  }
  std::filesystem::remove(whole);
}

// Before its transfer the sender still holds the units that the receiver holds as well.
TEST(Verify, NamesUnitsThatLiveInTwoRegistries) {
  const auto folder = copy_of_demo("rolled-back");
  std::uint64_t transfer = UINT64_MAX;
  const std::string start = "SEN01-entry-";
  for (const auto& at : std::filesystem::directory_iterator(folder / "proofs"))
    if (const auto name = at.path().filename().string(); name.starts_with(start))
      transfer = std::min<std::uint64_t>(transfer, std::stoull(name.substr(start.size())));
  ASSERT_NE(transfer, UINT64_MAX);
  std::string key = read_file(folder / "keys/SEN01.vkey");
  key.pop_back();
  roll_back(folder / "SEN01.itmo", transfer, key);
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 1) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("taken together the journals break a rule: "));
}

// A refusal's words are in no journal; the report that quotes it is made again all the same.
TEST(Verify, PassesOnARunWithARefusedActInEitherLanguage) {
  const auto folder = copy_of_demo("refused");
  const auto programme = folder / "evidence";
  std::string acts = read_file(programme / "acts.toml");
  const auto id = acts.find("id = \"open-CHE01\"");
  ASSERT_NE(id, std::string::npos);
  const auto start = acts.rfind("[[act]]", id), end = acts.find("[[act]]", id);
  std::string again = acts.substr(start, end - start);
  again.replace(again.find("open-CHE01"), 10, "open-again");
  acts.insert(end, again);
  write_file(programme / "acts.toml", acts);
  for (const std::string language : {"en", "fr"}) {
    const auto made = folder.string() + "-" + language;
    const auto run = itmo("run " + programme.string() + " --lang " + language + " -o " + made);
    ASSERT_EQ(run.code, 1) << run.output;
    const auto finished = verify(made);
    EXPECT_EQ(finished.code, 0) << finished.output;
    EXPECT_THAT(finished.output, HasSubstr("Everything was recomputed and agrees"));
  }
}

TEST(Verify, SaysEachFindingOnce) {
  const auto folder = copy_of_demo("once");
  flip_after(folder / "results/MR-1-cap-est.json", "\"component\":\"", 1);
  expect_alone(folder, "results/MR-1-cap-est.json");
}

TEST(Verify, SaysOnceThatTheEvidenceCannotBeRead) {
  const auto folder = copy_of_demo("unreadable");
  write_file(folder / "evidence/acts.toml", "this is no toml\n");
  const auto finished = verify(folder);
  EXPECT_EQ(finished.code, 1);
  EXPECT_EQ(count_of(finished.output, "cannot be read, so nothing is recomputed"), 1)
      << finished.output;
  EXPECT_THAT(finished.output, AllOf(HasSubstr("Not compared: reports/"),
                                     HasSubstr("report.en.html, report.fr.html")));
}

TEST(Verify, SpeaksFrench) {
  const auto folder = copy_of_demo("french");
  std::filesystem::remove(folder / "CHE01.itmo");
  flip_after(folder / "aef/SEN_2024_1.0.csv", "First transfer", 3);
  const auto finished = itmo("verify --lang fr " + folder.string());
  EXPECT_EQ(finished.code, 1) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("! CHE01.itmo : le journal manque"));
  EXPECT_THAT(finished.output, HasSubstr("le fichier a été altéré"));
  EXPECT_THAT(finished.output, HasSubstr("Non comparé : "));
}

// Without quantities the report is not made again, and the verdict does not claim it.
TEST(Verify, WithoutRecomputationClaimsLess) {
  const auto finished = itmo("verify --without-recomputation " + demo_folder().string());
  EXPECT_EQ(finished.code, 0) << finished.output;
  EXPECT_THAT(finished.output, AllOf(HasSubstr("Not compared: reports/"),
                                     HasSubstr("report.en.html, report.fr.html")));
  EXPECT_THAT(finished.output, ::testing::Not(HasSubstr("Everything")));
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
