#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "storage/sqlite/sqlite_store.h"

// What leaves a registry as text or as a copy, and what outsiders make of it.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

struct Exported {
  std::filesystem::path folder;
  std::filesystem::path text = folder / "SEN01.ndjson";
  std::filesystem::path key = folder / "keys/SEN01.vkey";
};

Exported exported(const std::string& name, const std::string& registry = "SEN01") {
  const auto folder = copy_of_demo(name);
  const Exported made{folder, folder / (registry + ".ndjson"),
                      folder / "keys" / (registry + ".vkey")};
  const auto finished = itmo(
      fmt::format("export {} -o {}", (folder / (registry + ".itmo")).string(), made.text.string()));
  EXPECT_EQ(finished.code, 0) << finished.output;
  return made;
}

Finished insider(const std::filesystem::path& text, const std::filesystem::path& key,
                 const std::string& more = "") {
  return itmo(fmt::format("verify {} --key {} {}", text.string(), key.string(), more));
}

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  const std::string text = read_file(path);
  std::vector<std::string> lines;
  for (std::size_t at = 0, end; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    lines.push_back(text.substr(at, end - at + 1));
  return lines;
}

void write_lines(const std::filesystem::path& path, const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  write_file(path, text);
}

// The checkpoint that covers `size` entries, as a witness would have kept it.
std::filesystem::path kept(const std::filesystem::path& folder, std::uint64_t size) {
  auto store = storage::SqliteStore::open_read_only(folder / "SEN01.itmo");
  const auto path = folder / fmt::format("checkpoint-{}", size);
  for (const auto& saved : store.checkpoints())
    if (saved.size == size) std::ofstream(path, std::ios::binary) << saved.note;
  EXPECT_TRUE(std::filesystem::exists(path)) << size;
  return path;
}

std::uint64_t size_of(const std::filesystem::path& journal) {
  return storage::SqliteStore::open_read_only(journal).size();
}

TEST(Export, TwoProgramsAgreeOnHeadsAndHoldings) {
  for (const std::string registry : {"SEN01", "CHE01"}) {
    const Exported made = exported("agree-" + registry, registry);
    const auto python = outsider(made.text, made.key);
    EXPECT_EQ(python.code, 0) << python.output;
    EXPECT_THAT(python.output, AllOf(HasSubstr("tree head: "), HasSubstr(" held CA9999-")));
    for (const std::string form : {".ndjson", ".itmo"}) {
      const auto cpp = itmo("holdings " + (made.folder / (registry + form)).string());
      EXPECT_EQ(cpp.code, 0) << cpp.output;
      EXPECT_EQ(cpp.output, python.output);
    }
  }
}

TEST(Export, IsVerifiedAloneAndSaysWhatItCannotShow) {
  const Exported made = exported("alone");
  const auto verified = insider(made.text, made.key);
  EXPECT_EQ(verified.code, 0) << verified.output;
  EXPECT_THAT(verified.output, AllOf(HasSubstr("entries replayed"),
                                     HasSubstr("cannot be recomputed from a journal alone")));
  EXPECT_THAT(insider(made.text, made.key, "--lang fr").output,
              AllOf(HasSubstr("écritures rejouées"), Not(HasSubstr("entries"))));
}

TEST(Export, StandardOutputHasTheSameBytes) {
  const Exported made = exported("stdout");
  EXPECT_EQ(itmo("export " + (made.folder / "SEN01.itmo").string()).output, read_file(made.text));
}

TEST(Export, BothProgramsRefuseWhatWasAltered) {
  const Exported made = exported("altered");
  const std::vector<std::string> lines = lines_of(made.text);
  const auto expect_refused = [&](const std::vector<std::string>& altered,
                                  const std::string& cpp_says, const std::string& python_says) {
    write_lines(made.text, altered);
    const auto cpp = insider(made.text, made.key);
    EXPECT_EQ(cpp.code, 1) << cpp.output;
    EXPECT_THAT(cpp.output, HasSubstr(cpp_says));
    const auto python = outsider(made.text, made.key);
    EXPECT_EQ(python.code, 1) << python.output;
    EXPECT_THAT(python.output, HasSubstr(python_says));
  };

  auto altered = lines;  // line 22, an entry: a digit of its day
  ASSERT_TRUE(lines[21].starts_with("{\"type\":"));
  altered[21][lines[21].find("recorded_at") + 16] ^= 1;
  expect_refused(altered, "line 22: root_differs", "line 23: the entries in lines 22 to 22");

  altered = lines;
  altered.erase(altered.begin() + 21);
  expect_refused(altered, "line 22: checkpoint_beyond_entries", "line 22: the checkpoint is of 11");

  altered = lines;
  std::swap(altered[21], altered[23]);
  expect_refused(altered, "line 22: root_differs", "line 23: the entries");

  altered = lines;
  altered[22][lines[22].size() - 12] ^= 1;  // in the signature
  expect_refused(altered, "line 23: ", "line 23: ");

  altered = lines;
  altered[0].replace(altered[0].find("SEN01"), 5, "SEN02");
  expect_refused(altered, "line 1: the header names the registry 'SEN02'", "line ");

  altered = lines;
  altered.pop_back();
  expect_refused(altered, "export_end_missing", "the file was cut off");
  altered.back().resize(altered.back().size() / 2);
  expect_refused(altered, "export_end_missing", "the file was cut off");
}

TEST(Export, BothProgramsRefuseAnotherRegistrysKey) {
  const Exported made = exported("wrong-key");
  const auto other = made.folder / "keys/CHE01.vkey";
  EXPECT_THAT(insider(made.text, other).output, HasSubstr("line 1: key_id_differs"));
  EXPECT_EQ(insider(made.text, other).code, 1);
  EXPECT_THAT(outsider(made.text, other).output, HasSubstr("line 1: the journal is signed with"));
  EXPECT_EQ(outsider(made.text, other).code, 1);
}

TEST(Since, AnyCheckpointOfThisJournalIsContinued) {
  const Exported made = exported("since");
  const auto checkpoint = kept(made.folder, 20).string();
  for (const auto& form : {made.text, made.folder / "SEN01.itmo"}) {
    const auto verified = insider(form, made.key, "--since " + checkpoint);
    EXPECT_EQ(verified.code, 0) << verified.output;
    EXPECT_THAT(verified.output, HasSubstr("since the checkpoint of 20 entries"));
  }
}

TEST(Since, SaysWhatDiffers) {
  const Exported made = exported("since-differs");
  const std::uint64_t size = size_of(made.folder / "SEN01.itmo");
  const auto newest = kept(made.folder, size).string();

  // An older backup, truly signed, lacks what was witnessed since.
  const auto old = made.folder / "old.itmo";
  {
    auto from = storage::SqliteStore::open_read_only(made.folder / "SEN01.itmo");
    storage::SqliteStore::create(old, from.description());
    auto to = storage::SqliteStore::open(old);
    for (const auto& saved : from.checkpoints()) {
      if (saved.size > 20) break;
      from.read(saved.size - 1, 1, [&](const journal::StoredEntry& entry) {
        to.append_group(saved.size - 1, {&entry.bytes, 1}, saved);
      });
    }
  }
  const auto shorter = insider(old, made.key, "--since " + newest);
  EXPECT_EQ(shorter.code, 1);
  EXPECT_THAT(shorter.output,
              AllOf(HasSubstr("log_shorter"), HasSubstr(fmt::format("{} are missing", size - 20))));

  // The same registry and key, another history.
  const auto programme = made.folder / "senegal-waste";  // the name is part of the key
  std::filesystem::rename(made.folder / "evidence", programme);
  std::string acts = read_file(programme / "acts.toml");
  acts.replace(acts.find("on = 2021-11-08"), 15, "on = 2021-11-07");
  write_file(programme / "acts.toml", acts);
  const auto rewritten = made.folder.string() + "-rewritten";
  ASSERT_LE(itmo(fmt::format("run {} -o {}", programme.string(), rewritten)).code, 1);
  const auto differs = insider(rewritten + "/SEN01.itmo", made.key, "--since " + newest);
  EXPECT_EQ(differs.code, 1);
  EXPECT_THAT(differs.output, AllOf(HasSubstr("history_differs"), HasSubstr("was rewritten")));

  const auto other =
      insider(made.folder / "CHE01.itmo", made.folder / "keys/CHE01.vkey", "--since " + newest);
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.output, HasSubstr("not a checkpoint that the key openitmo.example/CHE01"));
}

// What is lost on the way to a full disk is no success, whether it fails at the end or before.
TEST(Export, LostOutputIsNoSuccess) {
  const auto folder = copy_of_demo("lost-output");
  for (const std::string& arguments :
       {fmt::format("prove {}/SEN01.itmo --entry 3", folder.string()),
        fmt::format("holdings {}/SEN01.itmo", folder.string()),
        fmt::format("verify {}/SEN01.itmo", folder.string()),
        std::string("quantify programmes/senegal-waste --json")}) {
    const auto lost = itmo(arguments + " 2>&1 >/dev/full");
    EXPECT_EQ(lost.code, 2) << arguments << "\n" << lost.output;
    EXPECT_THAT(lost.output, HasSubstr("writing to standard output")) << arguments;
  }
}

TEST(Backup, IsRestoredAndWrittenAgainOnlyAfterTheComparison) {
  const auto folder = copy_of_demo("backup");
  const std::uint64_t size = size_of(folder / "SEN01.itmo");
  const std::string path = folder.string();
  const std::string key = " --key " + path + "/keys/SEN01.vkey";
  const auto copied = itmo(fmt::format("backup {0}/SEN01.itmo {0}/copy.itmo", path));
  EXPECT_EQ(copied.code, 0) << copied.output;
  EXPECT_THAT(copied.output, HasSubstr(fmt::format("{} entries copied and verified", size)));

  ASSERT_EQ(itmo(fmt::format("restore {0}/copy.itmo {0}/restored.itmo{1}", path, key)).code, 0);
  EXPECT_THROW(storage::SqliteStore::open(folder / "restored.itmo"), journal::StoreError);
  const auto unlocked = itmo(fmt::format("unlock {}/restored.itmo --witnessed {}{}", path,
                                         kept(folder, size).string(), key));
  EXPECT_EQ(unlocked.code, 0) << unlocked.output;
  EXPECT_NO_THROW(storage::SqliteStore::open(folder / "restored.itmo"));
}

TEST(Backup, AnExportIsOneToo) {
  const Exported made = exported("backup-export");
  const std::string path = made.folder.string();
  const std::uint64_t size = size_of(made.folder / "SEN01.itmo");
  const auto restored =
      itmo(fmt::format("restore {0}/SEN01.ndjson {0}/new.itmo --witnessed {1} --lang fr", path,
                       kept(made.folder, size).string()));
  EXPECT_EQ(restored.code, 0) << restored.output;
  EXPECT_THAT(restored.output, HasSubstr("Le journal peut être écrit."));
  EXPECT_EQ(itmo("export " + path + "/new.itmo").output, read_file(made.text));
  EXPECT_FALSE(std::filesystem::exists(made.folder / "new.itmo.import"));
}

// Nothing that could be taken for a copy, or that stands in the way of the next attempt.
TEST(Backup, OfWhatIsDamagedNothingIsLeft) {
  const Exported made = exported("backup-damaged");
  auto lines = lines_of(made.text);
  std::swap(lines[5], lines[7]);
  write_lines(made.text, lines);
  EXPECT_EQ(itmo(fmt::format("restore {0}/SEN01.ndjson {0}/new.itmo", made.folder.string())).code,
            2);
  const auto journal = made.folder / "SEN01.itmo";
  std::string bytes = read_file(journal);
  const std::size_t entry = bytes.find("SEN-DEVELOPER");
  ASSERT_NE(entry, std::string::npos);
  bytes[entry] = 'X';
  write_file(journal, bytes);
  EXPECT_EQ(
      itmo(fmt::format("backup {} {}/copy.itmo", journal.string(), made.folder.string())).code, 2);
  for (const auto& file : std::filesystem::directory_iterator(made.folder)) {
    const std::string name = file.path().filename().string();
    EXPECT_FALSE(name.starts_with("new.itmo") || name.starts_with("copy.itmo")) << name;
  }
}

TEST(Backup, OneThatLacksWitnessedEntriesStaysLocked) {
  const Exported made = exported("backup-old");
  const std::string path = made.folder.string();
  const std::uint64_t size = size_of(made.folder / "SEN01.itmo");
  auto lines = lines_of(made.text);
  lines.resize(41);  // header and 20 entries with their checkpoints
  std::string text;
  for (const std::string& line : lines) text += line;
  write_file(made.text, text);
  const std::string end =
      fmt::format(R"({{"end":{{"entries":20,"checkpoints":20,"sha256":"{}"}}}})",
                  shell(fmt::format("sha256sum < {}", made.text.string())).output.substr(0, 64));
  write_file(made.text, text + end + "\n");
  const auto restored = itmo(fmt::format("restore {0}/SEN01.ndjson {0}/new.itmo --witnessed {1}",
                                         path, kept(made.folder, size).string()));
  EXPECT_EQ(restored.code, 1) << restored.output;
  EXPECT_THAT(restored.output, AllOf(HasSubstr(fmt::format("{} are missing", size - 20)),
                                     HasSubstr("stays locked")));
  EXPECT_THROW(storage::SqliteStore::open(made.folder / "new.itmo"), journal::StoreError);
}

}  // namespace
}  // namespace openitmo::testing
