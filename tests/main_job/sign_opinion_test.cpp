#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// `itmo sign-opinion` on the host's journal of the demonstration: a verifier with a key of its own.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class SignOpinion : public ::testing::Test {
 protected:
  SignOpinion()
      : folder_(copy_of_demo(::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    std::ofstream(folder_ / "statement.txt") << "fictitious\n";
    for (const char* name : {"own", "other"})
      EXPECT_EQ(
          itmo(fmt::format("new-key verifier.example/{0} -o {1}/{0}.key", name, folder_.string()))
              .code,
          0);
  }

  Finished record_key() {
    return itmo(
        fmt::format("act record_opinion_key {0}/SEN01.itmo --key {0}/keys/SEN01.key "
                    "--entity ENT-CHE-03 --verifier-key \"$(cat {0}/own.vkey)\" "
                    "--document KEY={0}/statement.txt",
                    folder_.string()));
  }

  Finished sign(const std::string& key, const std::string& more = "") {
    return itmo(
        fmt::format("sign-opinion {0}/SEN01.itmo --report MR-2 --verifier ENT-CHE-03 "
                    "--key {0}/{1}.key --conclusion positive --materiality 5 "
                    "--statement STATEMENT={0}/statement.txt {2}",
                    folder_.string(), key, more));
  }

  std::filesystem::path folder_;
};

TEST_F(SignOpinion, WritesTheActThatTheRegistryRecords) {
  const auto key = record_key();
  ASSERT_EQ(key.code, 0) << key.output;
  const auto made = sign("own", fmt::format("-o {}/opinion.act", folder_.string()));
  ASSERT_EQ(made.code, 0) << made.output;
  const auto recorded = itmo(fmt::format(
      "record {0}/SEN01.itmo {0}/opinion.act --key {0}/keys/SEN01.key", folder_.string()));
  EXPECT_EQ(recorded.code, 0) << recorded.output;
  const auto verified =
      itmo(fmt::format("verify {0}/SEN01.itmo --key {0}/keys/SEN01.vkey", folder_.string()));
  EXPECT_EQ(verified.code, 0) << verified.output;
  EXPECT_THAT(verified.output, HasSubstr("  3 signed opinions of verifiers checked"));
}

TEST_F(SignOpinion, TheNoteAloneIsAnOptionOfTheAct) {
  ASSERT_EQ(record_key().code, 0);
  const auto note = sign("own", fmt::format("--note -o {}/note.txt", folder_.string()));
  ASSERT_EQ(note.code, 0) << note.output;
  const auto act = [&](const std::string& threshold) {
    return itmo(
        fmt::format("act conclude_verification {0}/SEN01.itmo --key {0}/keys/SEN01.key "
                    "--report MR-2 --verifier ENT-CHE-03 --positive true "
                    "--materiality-threshold-percent {1} "
                    "--statement STATEMENT={0}/statement.txt "
                    "--opinion \"$(cat {0}/note.txt)\"",
                    folder_.string(), threshold));
  };
  const auto other = act("4");
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.output, AllOf(HasSubstr("328 opinion_differs"),
                                  HasSubstr("\"materiality_threshold_percent 5\"")));
  EXPECT_EQ(act("5").code, 0);
}

TEST_F(SignOpinion, SaysWhyNoOpinionIsWritten) {
  ASSERT_EQ(record_key().code, 0);
  const auto other = sign("other");
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.output, AllOf(HasSubstr("329 opinion_not_signed"), Not(HasSubstr("\"act\":"))));
  const auto french = sign("other", "--lang fr");
  EXPECT_THAT(french.output, AllOf(HasSubstr("l'avis n'est pas signé avec la clé de ENT-CHE-03"),
                                   HasSubstr("Aucun avis n'a été écrit")));
  const auto unknown =
      itmo(fmt::format("sign-opinion {0}/SEN01.itmo --report MR-9 --verifier ENT-CHE-03 --key "
                       "{0}/own.key --conclusion positive --statement S={0}/statement.txt",
                       folder_.string()));
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output, HasSubstr("no monitoring report MR-9"));
}

}  // namespace
}  // namespace openitmo::testing
