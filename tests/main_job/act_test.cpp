#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "ledger/events.h"

// `itmo act`: one act whose fields are options, on the Swiss journal of the demonstration.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Act : public ::testing::Test {
 protected:
  Act() : folder_(copy_of_demo(::testing::UnitTest::GetInstance()->current_test_info()->name())) {}

  Finished act(const std::string& name, const std::string& more) {
    return itmo(fmt::format("act {1} {0}/CHE01.itmo --key {0}/keys/CHE01.key {2}", folder_.string(),
                            name, more));
  }
  Finished use(int quantity, const std::string& more) {
    return act("use", fmt::format("--account CHE-STATE --vintage 2024 --quantity-t-co2eq {} "
                                  "--party CHE --purpose ndc --year 2024 "
                                  "--effective-date 2026-05-04 {}",
                                  quantity, more));
  }

  std::filesystem::path folder_;
};

TEST_F(Act, ShowsTheEffectRecordsAndAnswersAgain) {
  const auto rehearsed = use(100, "--dry-run");
  EXPECT_EQ(rehearsed.code, 0) << rehearsed.output;
  EXPECT_THAT(rehearsed.output,
              AllOf(HasSubstr("CA9999-SEN01-SEN-3800-2024 to CA9999-SEN01-SEN-3899-2024"),
                    HasSubstr("CHE-STATE"), HasSubstr("498.000"), HasSubstr("598.000"),
                    HasSubstr("nothing was recorded")));
  const auto recorded = use(100, "");
  EXPECT_EQ(recorded.code, 0) << recorded.output;
  EXPECT_THAT(recorded.output, HasSubstr("Recorded as entry 86"));
  const auto again = use(100, "");
  EXPECT_EQ(again.code, 0) << again.output;
  EXPECT_THAT(again.output,
              AllOf(HasSubstr("recorded before, as entry 86"), HasSubstr("--command-id")));
  const auto once_more = use(100, "--command-id second");
  EXPECT_THAT(once_more.output, HasSubstr("Recorded as entry 87 (second)"));
  EXPECT_EQ(use(99, "--command-id second").code, 1);
}

TEST_F(Act, AnswersInJson) {
  const auto answer = use(100, "--json");
  EXPECT_EQ(answer.code, 0) << answer.output;
  EXPECT_THAT(answer.output,
              AllOf(HasSubstr(R"("recorded":true,"dry_run":false)"),
                    HasSubstr(R"("entry":86,"type":"units_used","recorded_before":false)"),
                    HasSubstr(R"("adjustment_after_kg_co2eq":"-1598000")"),
                    HasSubstr(R"("held_after_t_co2eq":22132)")));
  const auto refused = use(1'000'000, "--json");
  EXPECT_EQ(refused.code, 1) << refused.output;
  EXPECT_THAT(refused.output, AllOf(HasSubstr(R"("recorded":false)"), HasSubstr(R"("code":502,)")));
  const auto wrong = use(1, "--json --first-id 17");
  EXPECT_EQ(wrong.code, 2) << wrong.output;
  EXPECT_THAT(wrong.output, HasSubstr(R"("field":"first_id")"));
}

TEST_F(Act, TakesADocumentByItsFile) {
  const auto held = act("place_hold",
                        "--hold H-1 --cause disputed --document DEMO-HOLD=README.md --ranges "
                        "CA9999-SEN01-SEN-3800-2024/CA9999-SEN01-SEN-3801-2024");
  EXPECT_EQ(held.code, 0) << held.output;
  const auto unit =
      itmo("statement " + (folder_ / "CHE01.itmo").string() + " CA9999-SEN01-SEN-3801-2024");
  EXPECT_THAT(unit.output, HasSubstr("hold placed"));
  const auto missing = act("lift_hold", "--hold H-1 --end resolved --document X=no/such/file");
  EXPECT_EQ(missing.code, 2) << missing.output;
  EXPECT_THAT(missing.output, HasSubstr("no/such/file cannot be read"));
}

TEST_F(Act, RefusesAndSaysWhy) {
  const auto refused = use(1'000'000, "--lang fr");
  EXPECT_EQ(refused.code, 1) << refused.output;
  EXPECT_THAT(refused.output, AllOf(HasSubstr("502"), HasSubstr("Rien n'a été enregistré")));
  EXPECT_EQ(act("use", "--vintage 2024").code, 2);
  EXPECT_EQ(use(1, "--konto X").code, 2);
  const auto unknown = itmo("act fly");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output,
              AllOf(HasSubstr("there is no subcommand fly"), HasSubstr("confirm_delivery")));
}

TEST(ActHelp, ExplainsEveryActInBothLanguages) {
  for (const auto name : ledger::kCommandNames) {
    const auto english = itmo(fmt::format("act {} --help", name));
    EXPECT_EQ(english.code, 0) << name;
    EXPECT_THAT(english.output, AllOf(HasSubstr("What the act says"), HasSubstr("--dry-run")));
    const auto french = itmo(fmt::format("act {} --help --lang fr", name));
    EXPECT_EQ(french.code, 0) << name;
    EXPECT_THAT(french.output, AllOf(HasSubstr("Ce que dit l'acte"), Not(HasSubstr(" the "))));
  }
}

}  // namespace
}  // namespace openitmo::testing
