#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// `itmo replay-rules` on the demonstration's journals.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;

Finished replay_rules(const std::string& more, const std::string& party = "SEN") {
  return itmo(fmt::format("replay-rules {} --party {} {}", (demo_folder() / "SEN01.itmo").string(),
                          party, more));
}

TEST(ReplayRulesCommand, ShowsWhatARunningAverageWouldHaveReported) {
  const auto running = replay_rules("--convention running_as_at");
  EXPECT_EQ(running.code, 0) << running.output;
  EXPECT_THAT(running.output, AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("restated uniformly"),
                                    HasSubstr("running as at each year"),
                                    HasSubstr("with their balances, would differ")));
  EXPECT_THAT(replay_rules("--lang fr --numerator by_event_year").output,
              HasSubstr("numérateur par année de l'acte"));
  EXPECT_THAT(replay_rules("--convention restated_uniform").output, HasSubstr("None of"));
  EXPECT_THAT(replay_rules("--elapsed-years to_calendar_year --json").output,
              HasSubstr("\"schema\":\"openitmo/rule-replay/1\""));
}

// CH4 25 in place of 28: methane avoided is worth less, and so is each tonne that was transferred.
TEST(ReplayRulesCommand, CountsTheReductionsWithOtherGwps) {
  const auto ar4 = replay_rules("--gwp-set AR4 --programme programmes/senegal-waste");
  EXPECT_EQ(ar4.code, 0) << ar4.output;
  EXPECT_THAT(ar4.output, AllOf(HasSubstr("AR4 (CH4 25.0, N2O 298.0)"), HasSubstr("mbeubeuss-gas"),
                                HasSubstr("What the inventory would be is not known")));
  EXPECT_THAT(ar4.output, ContainsRegex("mbeubeuss-gas +2024 .* 13..?332 +11..?894\n"));
  const auto same = replay_rules("--gwp-set AR5 --programme programmes/senegal-waste");
  EXPECT_THAT(same.output, ContainsRegex("mbeubeuss-gas +2024 .* 13..?332 +13..?332\n"));
  EXPECT_THAT(replay_rules("--gwp-set AR4 --programme programmes/senegal-waste --json").output,
              HasSubstr("\"schema\":\"openitmo/gwp-replay/1\""));
}

TEST(ReplayRulesCommand, SaysWhatIsWrong) {
  const auto kind = replay_rules("--method multi_year_trajectory");
  EXPECT_EQ(kind.code, 2);
  EXPECT_THAT(kind.output, HasSubstr("2/CMA.3 annex para 7"));
  const auto alone = replay_rules("--gwp-set AR4");
  EXPECT_EQ(alone.code, 2);
  EXPECT_THAT(alone.output, HasSubstr("--programme"));
  EXPECT_THAT(replay_rules("", "CHE").output, HasSubstr("does not serve this Party"));
}

}  // namespace
}  // namespace openitmo::testing
