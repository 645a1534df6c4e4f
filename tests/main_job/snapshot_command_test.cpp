#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "temporary_folder.h"

// `itmo snapshot`, and what the other commands answer with a snapshot, whole or spoilt.
namespace openitmo::testing {
namespace {

using ::testing::HasSubstr;

// A journal of one registry with three accounts.
class SnapshotCommand : public ::testing::Test {
 protected:
  SnapshotCommand() : folder_(temporary_folder() / "openitmo_snapshot_command") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    good(fmt::format("new-key registry.example/XAA01 -o {}", at("XAA01.key")));
    good(fmt::format("create {} --key {}", at("XAA01.itmo"), at("XAA01.key")));
    write_file(at("acts.csv"),
               "act,command_id,effective_date,registry,parties,party,name,ldc_or_sids,account\n"
               "open_registry,c1,2026-01-05,XAA01,\"[\"\"XAA\"\"]\",,,,\n"
               "record_party,c2,2026-01-05,,,XAA,Host Land,false,\n"
               "open_account,c3,2026-01-05,,,XAA,,,FIRST\n");
    good(fmt::format("record {} {} --key {}", at("XAA01.itmo"), at("acts.csv"), at("XAA01.key")));
  }
  ~SnapshotCommand() override { std::filesystem::remove_all(folder_); }

  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  static std::string good(const std::string& arguments) {
    const Finished finished = itmo(arguments);
    EXPECT_EQ(finished.code, 0) << arguments << "\n" << finished.output;
    return finished.output;
  }
  std::string found(const std::string& what, const std::string& more = "") {
    return good(fmt::format("find {} {}{}", at("XAA01.itmo"), what, more)) +
           good(fmt::format("statement {} {}{}", at("XAA01.itmo"), what, more));
  }
  std::string open_account(const std::string& account) {
    return good(fmt::format("act open_account {} --key {} --account {} --party XAA",
                            at("XAA01.itmo"), at("XAA01.key"), account));
  }

  std::filesystem::path folder_;
};

TEST_F(SnapshotCommand, AnswersAreTheSameWithItAndBehindIt) {
  const std::string before = found("FIRST");
  EXPECT_THAT(good(fmt::format("snapshot {} --key {}", at("XAA01.itmo"), at("XAA01.key"))),
              HasSubstr("XAA01.snapshot: the first 3 entries"));
  EXPECT_EQ(found("FIRST"), before);
  open_account("SECOND");
  EXPECT_THAT(found("SECOND"), HasSubstr("account SECOND"));
  EXPECT_THAT(good(fmt::format("verify {}", at("XAA01.itmo"))), HasSubstr("4"));
}

TEST_F(SnapshotCommand, ASpoiltOneIsLeftAlone) {
  const std::string before = found("FIRST");
  good(fmt::format("snapshot {} --key {}", at("XAA01.itmo"), at("XAA01.key")));
  std::string bytes = read_file(at("XAA01.snapshot"));
  bytes[100] = static_cast<char>(bytes[100] ^ 1);
  write_file(at("XAA01.snapshot"), bytes);
  EXPECT_THAT(found("FIRST"), HasSubstr("the snapshot is not used, so every entry is replayed"));
  EXPECT_EQ(found("FIRST", " 2>/dev/null"), before);
  open_account("SECOND");
  EXPECT_THAT(found("SECOND"), HasSubstr("account SECOND"));
}

// So many acts that the snapshot is renewed, and it cannot be: the caller is answered all the same,
// and before anything is said about the snapshot.
TEST_F(SnapshotCommand, WhoRecordedIsAnsweredThoughTheSnapshotCannotBeRenewed) {
  std::string acts = "command_id,effective_date,account,party\n";
  for (int i = 0; i < 100'000; ++i) acts += fmt::format("a{0},2026-01-05,A{0},XAA\n", i);
  write_file(at("many.csv"), acts);
  std::filesystem::create_directory(at(".XAA01.snapshot.itmo-partial"));
  const std::string answer = good(fmt::format("record {} {} --act open_account --key {} --json",
                                              at("XAA01.itmo"), at("many.csv"), at("XAA01.key")));
  EXPECT_THAT(answer, HasSubstr(R"("recorded":true)"));
  EXPECT_GT(answer.find("the next opening will be slow"), answer.find(R"("effect":)"));
}

TEST_F(SnapshotCommand, AnEmptyJournalProvesNothing) {
  good(fmt::format("new-key registry.example/XBB01 -o {}", at("XBB01.key")));
  good(fmt::format("create {} --key {}", at("XBB01.itmo"), at("XBB01.key")));
  const auto proved = itmo(fmt::format("prove {} --entry 0", at("XBB01.itmo")));
  EXPECT_EQ(proved.code, 2);
  EXPECT_THAT(proved.output, HasSubstr("it has no entries yet; record an act first"));
}

TEST_F(SnapshotCommand, OnlyTheKeyOfTheJournalSignsIt) {
  good(fmt::format("new-key registry.example/XAA01 -o {}", at("other.key")));
  const auto refused =
      itmo(fmt::format("snapshot {} --key {} --lang fr", at("XAA01.itmo"), at("other.key")));
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.output, HasSubstr("ce n'est pas au tour de la clé"));
  EXPECT_FALSE(std::filesystem::exists(at("XAA01.snapshot")));
}

}  // namespace
}  // namespace openitmo::testing
