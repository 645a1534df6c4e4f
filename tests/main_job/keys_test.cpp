#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// Keys and witnesses with the real binary: new-key, create, change-key, witness.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr const char* kOrigin = "openitmo.example/CHE01";

class Keys : public ::testing::Test {
 protected:
  Keys()
      : folder_(copy_of_demo(fmt::format(
            "keys-{}", ::testing::UnitTest::GetInstance()->current_test_info()->name()))),
        journal_(at("CHE01.itmo")) {
    std::filesystem::create_directory(folder_ / "witness");
    done("new-key registry.example/SEN01 --witness -o " + at("witness/witness.key"));
  }

  std::string at(const std::string& file) const { return (folder_ / file).string(); }

  static Finished done(const std::string& arguments) {
    const Finished finished = itmo(arguments);
    EXPECT_EQ(finished.code, 0) << arguments << "\n" << finished.output;
    return finished;
  }
  static void refused(const std::string& arguments, const std::string& why, int code = 1) {
    const Finished finished = itmo(arguments);
    EXPECT_EQ(finished.code, code) << arguments << "\n" << finished.output;
    EXPECT_THAT(finished.output, HasSubstr(why)) << arguments;
  }

  void put(const std::string& file, const std::string& text) const {
    std::ofstream(folder_ / file, std::ios::binary) << text;
  }

  // Records one more use in a copy of the Swiss journal.
  std::string record(const std::string& journal, const std::string& key, int tonnes) {
    put("act.ndjson",
        fmt::format(R"({{"act":"use","command_id":"use-{0}","effective_date":"2026-05-04",)"
                    R"("account":"CHE-STATE","vintage":2024,"quantity_t_co2eq":{0},)"
                    R"("party":"CHE","purpose":"ndc","year":2024}})"
                    "\n",
                    tonnes));
    return fmt::format("record {} {} --key {}", journal, at("act.ndjson"), key);
  }
  std::string witness(const std::string& shown, const std::string& more = "") const {
    return fmt::format("witness {} {} --key {} {}", at("witness"), shown, at("keys/CHE01.vkey"),
                       more);
  }
  std::string change_key(const std::string& how) const {
    return fmt::format("change-key {} {} --next {} --document {} --reference CHE-KEY-2026",
                       journal_, how, at("next.key"), at("balances.csv"));
  }

  std::filesystem::path folder_;
  std::string journal_;
};

TEST_F(Keys, AWitnessCosignsAJournalThatGrows) {
  const auto first = done(witness(journal_, "-o " + at("first.checkpoint")));
  EXPECT_THAT(first.output, AllOf(HasSubstr("86 entries of " + std::string(kOrigin)),
                                  HasSubstr("cosigned by registry.example/SEN01 at 20")));
  done(record(journal_, at("keys/CHE01.key"), 5));
  done(fmt::format("prove {} --from 86 -o {}", journal_, at("growth.proof")));
  const auto second = done(witness(at("growth.proof")));
  EXPECT_THAT(second.output,
              AllOf(HasSubstr("\n87\n"), HasSubstr("\u2014 registry.example/SEN01")));
  const auto verified = done(fmt::format("verify {} --since {} --witness {}", journal_,
                                         at("first.checkpoint"), at("witness/witness.vkey")));
  EXPECT_THAT(verified.output, AllOf(HasSubstr("cosigned by registry.example/SEN01 at 20"),
                                     HasSubstr("since the checkpoint of 86 entries, 1")));
}

TEST_F(Keys, AWitnessRefusesARollbackAndASecondHistory) {
  std::filesystem::copy_file(journal_, at("before.itmo"));
  std::filesystem::copy_file(journal_, at("other.itmo"));
  done(record(journal_, at("keys/CHE01.key"), 5));
  done(witness(journal_));
  refused(witness(at("before.itmo")), "witness_is_ahead");
  done(record(at("other.itmo"), at("keys/CHE01.key"), 6));
  refused(witness(at("other.itmo")), "same_size_different_root");
  done(record(at("other.itmo"), at("keys/CHE01.key"), 7));
  refused(witness(at("other.itmo")), "first_root_differs");
  done(witness(journal_));
}

TEST_F(Keys, WhoDidNotCosignIsNotBelieved) {
  done(witness(journal_, "-o " + at("first.checkpoint")));
  done("new-key registry.example/XXX01 --witness -o " + at("stranger.key"));
  refused(fmt::format("verify {} --since {} --witness {}", journal_, at("first.checkpoint"),
                      at("stranger.vkey")),
          "signature_absent");
  refused(fmt::format("verify {} --since {} --witness {}", journal_, at("first.checkpoint"),
                      at("keys/CHE01.vkey")),
          "this is a registry's key, not a witness's", 2);
}

TEST_F(Keys, AWitnessWhoseMemoryWasAlteredCosignsNothing) {
  done(witness(journal_));
  write_file(folder_ / "witness" / "openitmo.example%2FCHE01.checkpoint", "forgotten\n");
  refused(witness(journal_), "this is not what this witness cosigned", 2);
}

TEST_F(Keys, ARotatedKeyIsFollowedByWhoTrustsTheFirst) {
  done(fmt::format("new-key {} -o {}", kOrigin, at("next.key")));
  done(change_key("--key " + at("keys/CHE01.key")));
  refused(record(journal_, at("keys/CHE01.key"), 5), "it is the turn of the key", 2);
  done(record(journal_, at("next.key"), 5));
  done("verify " + journal_);
  done(fmt::format("export {} -o {}", journal_, at("CHE01.ndjson")));
  const auto inside = done("holdings " + at("CHE01.ndjson"));
  const auto outside = outsider(folder_ / "CHE01.ndjson", folder_ / "keys" / "CHE01.vkey");
  EXPECT_EQ(outside.code, 0) << outside.output;
  EXPECT_EQ(outside.output, inside.output);
  done(witness(journal_));
  done(fmt::format("backup {} {}", journal_, at("copy.itmo")));
}

TEST_F(Keys, ALostKeyIsReplacedAndTheNewOneMustBeBrought) {
  done(fmt::format("new-key {} -o {}", kOrigin, at("next.key")));
  const auto changed = done(change_key(""));
  EXPECT_THAT(changed.output, HasSubstr("give the new verifier key to everybody"));
  done(record(journal_, at("next.key"), 5));
  refused("verify " + journal_, "signature_absent");
  done(
      fmt::format("verify {} --key {} --key {}", journal_, at("keys/CHE01.vkey"), at("next.vkey")));
  done(fmt::format("export {} -o {}", journal_, at("CHE01.ndjson")));
  const auto outside =
      shell(fmt::format("python3 tools/verify_journal.py {} {} {}", at("CHE01.ndjson"),
                        at("keys/CHE01.vkey"), at("next.vkey")));
  EXPECT_EQ(outside.code, 0) << outside.output;
  const auto alone = outsider(folder_ / "CHE01.ndjson", folder_ / "keys" / "CHE01.vkey");
  EXPECT_NE(alone.code, 0) << alone.output;
}

TEST_F(Keys, AKeyOfAnotherNameOrOneThatSignedBeforeCannotTakeOver) {
  done("new-key registry.example/OTHER -o " + at("next.key"));
  refused(change_key("--key " + at("keys/CHE01.key")), "it signs for registry.example/OTHER", 2);
  refused(fmt::format("change-key {0} --key {1} --next {1} --document {2} --reference R", journal_,
                      at("keys/CHE01.key"), at("balances.csv")),
          "this key has signed this journal already", 2);
  refused("new-key registry.example/OTHER -o " + at("next.key"), "a key is never overwritten", 2);
}

// Whichever of the two files cannot be written, the command can be given again.
TEST_F(Keys, AKeyIsMadeWithItsVerifierKeyOrNotAtAll) {
  for (const char* file : {".next.key.itmo-partial", ".next.vkey.itmo-partial"}) {
    std::filesystem::create_directory(folder_ / file);
    refused("new-key registry.example/SEN01 -o " + at("next.key"), file, 2);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "next.key")) << file;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "next.vkey")) << file;
    std::filesystem::remove(folder_ / file);
  }
  done("new-key registry.example/SEN01 -o " + at("next.key"));
  EXPECT_EQ(std::filesystem::status(folder_ / "next.key").permissions(),
            std::filesystem::perms::owner_read);
}

TEST_F(Keys, AnEmptyJournalTakesItsFirstActs) {
  done("new-key registry.example/XAA01 -o " + at("XAA01.key"));
  done(fmt::format("create {} --key {}", at("XAA01.itmo"), at("XAA01.key")));
  refused("prove " + at("XAA01.itmo") + " --entry 0", "it has no entries yet", 2);
  put("open.ndjson", R"({"act":"open_registry","command_id":"open","effective_date":"2026-05-04",)"
                     R"("registry":"XAA01","parties":["XAA"]})"
                     "\n");
  const auto recorded = done(
      fmt::format("record {} {} --key {}", at("XAA01.itmo"), at("open.ndjson"), at("XAA01.key")));
  EXPECT_THAT(recorded.output, HasSubstr("line 1: entry 0, open"));
  done("verify " + at("XAA01.itmo"));
}

TEST_F(Keys, AWitnessIsNeverAskedInVain) {
  done(witness(journal_, "-o " + at("first.checkpoint")));
  const std::string asked = " --witness " + at("witness/witness.vkey");
  refused("verify " + journal_ + asked, "give the checkpoint that it cosigned with --since", 2);
  refused("verify " + folder_.string() + asked, "--witness: a witness cosigns a checkpoint", 2);
  refused(fmt::format("verify {} --since {}{}", folder_.string(), at("first.checkpoint"), asked),
          "are for one journal", 2);
}

TEST_F(Keys, ASignerKeyOfAnotherRegistryIsNamed) {
  const std::string why =
      "CHE01.key: it belongs to openitmo.example/CHE01; this journal is signed by "
      "openitmo.example/SEN01";
  const std::string sen = at("SEN01.itmo"), key = " --key " + at("keys/CHE01.key");
  refused("act open_account " + sen + key + " --account X-1 --party SEN", why, 2);
  put("none.ndjson", "");
  refused("record " + sen + " " + at("none.ndjson") + key, why, 2);
  done(fmt::format("prove {} --entry 84 -o {}", journal_, at("84.proof")));
  refused("answer " + sen + " " + at("84.proof") + " --from CHE01 --from-key " +
              at("keys/CHE01.vkey") + key,
          "CHE01", 2);
}

TEST_F(Keys, AnotherVerifierKeyIsToldFromADamagedJournal) {
  const auto other = itmo(fmt::format("verify {} --key {}", journal_, at("keys/SEN01.vkey")));
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.output,
              AllOf(HasSubstr("it is signed with another key: openitmo.example/CHE01 (key id "),
                    HasSubstr("if the key was changed, ask for the new one"),
                    ::testing::Not(HasSubstr("restore the journal"))));
}

TEST_F(Keys, WhatIsNoJournalIsCalledSo) {
  refused("verify missing.itmo --since X", "missing.itmo: there is no such file or folder", 2);
  refused("verify README.md", "README.md: this is no journal", 2);
  refused("holdings docs/README.md", "README.md: this is no journal", 2);
}

TEST_F(Keys, AnOutputThatCannotBeMadeIsNamedAsTyped) {
  for (const std::string& command :
       {"backup " + journal_ + " /nowhere/a", "export " + journal_ + " -o /nowhere/a",
        "create /nowhere/a --key " + at("keys/CHE01.key")}) {
    const Finished finished = itmo(command);
    EXPECT_EQ(finished.code, 2) << command;
    EXPECT_THAT(finished.output, HasSubstr("error: /nowhere/a: ")) << command;
  }
}

TEST_F(Keys, ABackupIsRestoredByTheKeyBesideTheJournal) {
  done(fmt::format("backup {} {}", journal_, at("copy.itmo")));
  done(witness(journal_, "-o " + at("newest.checkpoint")));
  std::filesystem::remove(journal_);
  done(fmt::format("restore {} {} --witnessed {}", at("copy.itmo"), journal_,
                   at("newest.checkpoint")));
  done("verify " + journal_);
}

}  // namespace
}  // namespace openitmo::testing
