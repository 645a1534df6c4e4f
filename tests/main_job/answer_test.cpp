#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "registry/exchange.h"
#include "registry/registry.h"
#include "storage/sqlite/sqlite_store.h"

// Two registries that exchange units by proof files, with the real binary.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Answer : public ::testing::Test {
 protected:
  Answer()
      : folder_(copy_of_demo(fmt::format(
            "answer-{}", ::testing::UnitTest::GetInstance()->current_test_info()->name()))) {}

  std::string at(const std::string& file) const { return (folder_ / file).string(); }
  static std::string done(const std::string& arguments, int code = 0) {
    const Finished finished = itmo(arguments);
    EXPECT_EQ(finished.code, code) << arguments << "\n" << finished.output;
    return finished.output;
  }

  // Entry 99 of SEN01, or the next: so many units of 2024 sent to CHE01; its proof.
  std::string offer(int tonnes, int entry = 99) const {
    done(
        fmt::format("act first_transfer {} --key {} --account SEN-DEVELOPER --vintage 2024 "
                    "--quantity-t-co2eq {} --to-party CHE --to-registry CHE01 --to-account x",
                    at("SEN01.itmo"), at("keys/SEN01.key"), tonnes));
    return proof("SEN01", entry);
  }
  std::string proof(const std::string& registry, int entry) const {
    const std::string file = at(fmt::format("{}-{}.proof", registry, entry));
    done(fmt::format("prove {} --entry {} -o {}", at(registry + ".itmo"), entry, file));
    return file;
  }
  std::string answer(const std::string& in, const std::string& proof, const std::string& from,
                     const std::string& more = "") const {
    return fmt::format("answer {} {} --from {} --from-key {} --key {} {}", at(in + ".itmo"), proof,
                       from, at("keys/" + from + ".vkey"), at("keys/" + in + ".key"), more);
  }
  std::string reconciled() const {
    return done(fmt::format("reconcile {} {}", at("SEN01.itmo"), at("CHE01.itmo")));
  }

  std::filesystem::path folder_;
  std::string accept_ = "--to-account CHE-BUYER --authorization CHE-AUTH-2022-1";
};

TEST_F(Answer, WhatIsAcquiredIsConfirmed) {
  const std::string offered = offer(10);
  EXPECT_THAT(done(answer("CHE01", offered, "SEN01", accept_)),
              AllOf(HasSubstr("10 t CO2 eq: CA9999-SEN01-SEN-24534-2024"),
                    HasSubstr("Recorded as entry 86 (answer-SEN01-")));
  EXPECT_THAT(reconciled(), HasSubstr("whose proof is not recorded yet"));
  const std::string arrived = proof("CHE01", 86);
  EXPECT_THAT(done(answer("SEN01", arrived, "CHE01")), HasSubstr("Recorded as entry 100"));
  EXPECT_THAT(reconciled(), HasSubstr("agree; 0 messages are under way"));
  EXPECT_THAT(done(answer("SEN01", arrived, "CHE01")),
              AllOf(HasSubstr("recorded before, as entry 100"), Not(HasSubstr("--command-id"))));
}

// Nobody gave the answer a date, so that the next day it is still the same act.
TEST_F(Answer, IsRecordedOnceWhateverTheDay) {
  const std::string offered = offer(10), proof = read_file(offered);
  const auto key = [&](const std::string& file) {
    const std::string text = read_file(at("keys/" + file));
    return text.substr(0, text.find('\n'));
  };
  {
    auto command =
        registry::acquire_from_proof(proof, *journal::VerifierKey::parse(key("SEN01.vkey")),
                                     *RegistryId::parse("SEN01"), *RegistryId::parse("CHE01"));
    ASSERT_TRUE(command);
    command->to_account = "CHE-BUYER";
    command->authorization = "CHE-AUTH-2022-1";
    auto store = storage::SqliteStore::open(at("CHE01.itmo"));
    registry::Registry che(store, *journal::SignerKey::parse(key("CHE01.key")), "CHE01");
    const Instant before = che.ledger().last_recorded_at();
    const std::string sha256 = journal::to_hex(journal::sha256(proof));
    ASSERT_TRUE(che.record({.recorded_at = before,
                            .effective_date = before.date(),
                            .actor = "",
                            .command_id = "answer-SEN01-" + sha256.substr(0, 12),
                            .command_sha256 = ""},
                           *command));
  }
  EXPECT_THAT(done(answer("CHE01", offered, "SEN01", accept_)),
              HasSubstr("recorded before, as entry 86"));
}

TEST_F(Answer, WhatIsDeclinedComesBack) {
  const std::string document = fmt::format(" --document {} --reference NOTICE", at("balances.csv"));
  done(answer("CHE01", offer(10), "SEN01", "--decline" + document));
  EXPECT_THAT(reconciled(), HasSubstr("declined by CHE01 in entry 86, not taken back yet"));
  const std::string declined = proof("CHE01", 86);
  EXPECT_THAT(done(answer("SEN01", declined, "CHE01"), 2),
              HasSubstr("needs the account to which the units return"));
  done(answer("SEN01", declined, "CHE01", "--to-account SEN-DEVELOPER" + document));
  EXPECT_THAT(reconciled(), HasSubstr("agree; 0 messages are under way"));
  EXPECT_THAT(done("holdings " + at("SEN01.itmo")),
              HasSubstr("2303 held CA9999-SEN01-SEN-24534-2024"));
}

TEST_F(Answer, WhatIsMissingOrForeignIsSaid) {
  const std::string offered = offer(10);
  EXPECT_THAT(done(answer("CHE01", offered, "SEN01"), 2),
              HasSubstr("needs an account and an authorization, or to decline"));
  EXPECT_THAT(done(answer("CHE01", offered, "SEN01", "--decline --lang fr"), 2),
              HasSubstr("demande l'avis en document"));
  EXPECT_THAT(done(answer("SEN01", offered, "CHE01", accept_), 2),
              HasSubstr("the proof from CHE01 does not hold"));
  EXPECT_THAT(done(answer("CHE01", proof("SEN01", 3), "SEN01", accept_), 2),
              HasSubstr("entry 3 of SEN01 is no transfer"));
  EXPECT_THAT(done(answer("CHE01", offered, "SEN01", accept_ + " --dry-run")),
              HasSubstr("nothing was recorded"));
  done(answer("CHE01", offered, "SEN01", accept_));
  EXPECT_THAT(done(answer("CHE01", proof("CHE01", 86), "CHE01", accept_), 2),
              HasSubstr("it answers entry 99 of SEN01, which is not here"));
}

// What a typing error leads to, and the way back: the Party to which the units were sent opens a
// registry of that code for nothing but to decline them.
TEST_F(Answer, UnitsSentToARegistryThatDoesNotExistAreSeenAndComeBack) {
  const std::string send = fmt::format(
      "act first_transfer {} --key {} --account SEN-DEVELOPER --vintage 2024 --quantity-t-co2eq 50 "
      "--to-party CHE --to-registry ",
      at("SEN01.itmo"), at("keys/SEN01.key"));
  EXPECT_THAT(done(send + "CHE01 --dry-run"),
              AllOf(HasSubstr("DEMONSTRATION, fictitious data"), Not(HasSubstr("check its code"))));
  const std::string warning = "nothing in this journal comes from a registry CHE02 yet";
  EXPECT_THAT(done(send + "CHE02 --dry-run"), HasSubstr(warning));
  EXPECT_THAT(done(send + "CHE02 --dry-run --json"), HasSubstr(R"("unheard_of":["CHE02"])"));
  EXPECT_THAT(done(send + "CHE02"), HasSubstr(warning));
  EXPECT_THAT(reconciled(), HasSubstr("DEMONSTRATION, fictitious data"));
  EXPECT_THAT(reconciled(), HasSubstr("? SEN01 entry 99: 50 t CO2 eq on the way to CHE02, which "
                                      "this comparison does not cover"));

  done(fmt::format("new-key openitmo.example/CHE02 -o {}", at("keys/CHE02.key")));
  done(fmt::format("create {} --key {}", at("CHE02.itmo"), at("keys/CHE02.key")));
  done(fmt::format("act open_registry {} --key {} --registry CHE02 --parties CHE", at("CHE02.itmo"),
                   at("keys/CHE02.key")));
  const std::string document = fmt::format(" --document {} --reference NOTICE", at("balances.csv"));
  done(answer("CHE02", proof("SEN01", 99), "SEN01", "--decline" + document));
  done(answer("SEN01", proof("CHE02", 1), "CHE02", "--to-account SEN-DEVELOPER" + document));
  EXPECT_THAT(reconciled(), Not(HasSubstr("CHE02")));
  EXPECT_THAT(done("holdings " + at("SEN01.itmo")), HasSubstr("held CA9999-SEN01-SEN-24534-2024"));
}

}  // namespace
}  // namespace openitmo::testing
