#include "reporting/cross_check.h"

#include <functional>
#include <gmock/gmock.h>
#include <map>

#include "reporting/aef_fixture.h"

namespace openitmo::reporting {
namespace {

using Submissions = std::vector<AefSubmission>;
using fixture::block;
using fixture::nil_report;
using fixture::party;

constexpr std::size_t kHost = 0;
constexpr std::size_t kAcquirer = 1;

Submissions consistent() { return {fixture::host(), fixture::acquirer()}; }

std::vector<Finding> of_rule(const std::vector<Finding>& findings, CheckRule rule) {
  std::vector<Finding> found;
  for (const Finding& finding : findings)
    if (finding.rule == rule) found.push_back(finding);
  return found;
}

std::vector<std::string> codes(const CrossCheckResult& result) {
  std::vector<std::string> found;
  for (const Finding& finding : result.findings) found.emplace_back(text_of(finding.rule).code);
  return found;
}

ActionRow& host_action(Submissions& all, std::size_t row) { return all[kHost].actions[row]; }
ActionRow& acquirer_action(Submissions& all, std::size_t row) {
  return all[kAcquirer].actions[row];
}

// What breaks each rule across submissions, starting from two that agree.
using Change = std::function<void(Submissions&)>;
using enum CheckRule;
const std::map<CheckRule, Change> kBreaks{
    {ii01_participation,
     [](Submissions& s) {
       s[kAcquirer].authorizations.clear();
       for (AuthorizationRow& row : s[kHost].authorizations)
         row.authorized_parties = {party("JPN")};
     }},
    {ii02_action_repeated,
     [](Submissions& s) { s[kAcquirer].actions.push_back(acquirer_action(s, 1)); }},
    {ii03_sectors_differ,
     [](Submissions& s) { s[kAcquirer].authorizations[0].sectors = {"Agriculture"}; }},
    {ii04_metrics_differ,
     [](Submissions& s) { acquirer_action(s, 0).block.metric = Metric::non_ghg; }},
    {ii05_underlying_units_differ,
     [](Submissions& s) {
       host_action(s, 0).block.underlying = {"GS", "GS-1001", "GS-1500"};
       acquirer_action(s, 0).block.underlying = {"GS", "GS-2001", "GS-2500"};
     }},
    {ii06_user_not_authorized, [](Submissions& s) { acquirer_action(s, 1).using_entity = "XX-1"; }},
    {ii07_approach_differs_from_identifier,
     [](Submissions& s) {
       host_action(s, 0).block.approach = *CooperativeApproachId::parse("CA0001");
     }},
    {stc01_action_outside_year,
     [](Submissions& s) { host_action(s, 0).date = Date(2025, 12, 31); }},
    {stc02_use_not_authorized,
     [](Submissions& s) {
       s[kAcquirer].authorizations[0].purpose = ledger::Purpose::imp;
       s[kAcquirer].authorizations[0].first_transfer_definition =
           ledger::FirstTransferDefinition::issuance;
     }},
    {stc03_use_outside_ndc_period,
     [](Submissions& s) { acquirer_action(s, 1).use_year = CalendarYear(2031); }},
    {stc04_first_transfer_definition,
     [](Submissions& s) { host_action(s, 1).subtype = RowSubtype::authorization; }},
    {transfer_without_acquisition,
     [](Submissions& s) {
       acquirer_action(s, 0).block = block(1, 480, "CHE-B1", "CHE01");
       s[kAcquirer].holdings[0].block = block(101, 480, "CHE-B1", "CHE01");
     }},
    {acquisition_without_transfer,
     [](Submissions& s) { host_action(s, 0).block = block(1, 480, "SEN-A1", "SEN01"); }},
    {partner_not_available, [](Submissions& s) { s.pop_back(); }},
    {acquisition_before_transfer,
     [](Submissions& s) { acquirer_action(s, 0).date = Date(2026, 2, 28); }},
    {non_ghg_acquired_exceeds_transferred,
     [](Submissions& s) {
       for (BlockColumns* columns : {&host_action(s, 0).block, &acquirer_action(s, 0).block}) {
         columns->metric = Metric::non_ghg;
         columns->non_ghg_metric = "MWh";
         columns->quantity_non_ghg = 1000;
       }
       acquirer_action(s, 0).block.quantity_non_ghg = 1005;
     }},
    {used_twice,
     [](Submissions& s) {
       ActionRow again = acquirer_action(s, 1);
       again.date = Date(2026, 11, 1);
       again.block = block(100, 120, "CHE-B1", "CHE01");
       s[kAcquirer].actions.push_back(again);
     }},
    {act_after_use_or_cancellation,
     [](Submissions& s) { s[kAcquirer].holdings[0].block = block(100, 500, "CHE-B1", "CHE01"); }},
    {first_transferred_twice,
     [](Submissions& s) {
       ActionRow again = host_action(s, 0);
       again.date = Date(2026, 6, 1);
       s[kHost].actions.push_back(again);
     }},
    {first_transfer_missing,
     [](Submissions& s) {
       s[kHost].actions.erase(s[kHost].actions.begin());
       s.push_back(nil_report("SEN", 2024));
       s.push_back(nil_report("SEN", 2025));
     }},
    {first_transfer_not_available, [](Submissions& s) { s.erase(s.begin()); }},
    {first_transfer_by_other_party,
     [](Submissions& s) {
       ActionRow foreign = host_action(s, 0);
       s[kAcquirer].actions.push_back(foreign);
     }},
    {unit_held_twice,
     [](Submissions& s) { s[kHost].holdings.push_back({block(400, 450, "SEN-A1", "SEN01")}); }},
    {holdings_do_not_roll_forward,
     [](Submissions& s) {
       s.push_back(nil_report("CHE", 2025));
       s[kAcquirer].holdings[0].block = block(111, 500, "CHE-B1", "CHE01");
     }},
    {act_on_units_not_held,
     [](Submissions& s) {
       s.push_back(nil_report("CHE", 2025));
       ActionRow sale = host_action(s, 0);
       sale.type = ledger::ActionType::transfer;
       sale.subtype = RowSubtype::none;
       sale.block = block(501, 510, "CHE-B1", "CHE01");
       s[kAcquirer].actions.push_back(sale);
     }},
    {opening_holdings_not_available,
     [](Submissions& s) { s[kAcquirer].holdings.push_back({block(700, 710, "CHE-B1", "CHE01")}); }},
    {authorized_volume_exceeded,
     [](Submissions& s) { s[kHost].authorizations[0].quantity_t_co2eq = TonnesCo2eq(499); }},
    {authorization_unknown,
     [](Submissions& s) { acquirer_action(s, 0).block.authorization = "CHE-B9"; }},
    {version_repeated,
     [](Submissions& s) {
       s.push_back(s[kHost]);
       s.back().actions.pop_back();
     }},
    {version_order,
     [](Submissions& s) {
       s.push_back(s[kHost]);
       s.back().version = {1, 1};
       s.back().submission_date = Date(2027, 3, 31);
     }},
};

TEST(CrossCheck, AgreeingSubmissionsHaveNoFinding) {
  const CrossCheckResult result = cross_check(consistent());
  EXPECT_THAT(codes(result), testing::IsEmpty());
  ASSERT_EQ(result.submissions.size(), 2U);
  for (const SubmissionResult& submission : result.submissions) {
    EXPECT_EQ(submission.mark, CheckMark::consistent);
    EXPECT_THAT(submission.action_marks, testing::Each(CheckMark::consistent));
  }
}

TEST(CrossCheck, TheOrderOfTheWorkChangesNothing) {
  Submissions all = consistent();
  for (const auto& [rule, broken] : kBreaks) {
    if (rule == CheckRule::first_transfer_not_available) continue;  // takes the host away
    Submissions one = all;
    broken(one);
    const CrossCheckResult forward = cross_check(one);
    const CrossCheckResult backward =
        cross_check(one, {}, [](std::size_t count, const std::function<void(std::size_t)>& work) {
          for (std::size_t i = count; i > 0; --i) work(i - 1);
        });
    EXPECT_EQ(forward.findings, backward.findings);
    EXPECT_FALSE(forward.findings.empty());
  }
}

TEST(CrossCheck, EachRuleHasACaseThatBreaksIt) {
  for (const CheckRuleText& rule : check_rules()) {
    if (rule.scope != CheckScope::submissions) continue;
    const auto found = kBreaks.find(rule.rule);
    ASSERT_NE(found, kBreaks.end()) << rule.code;
    Submissions all = consistent();
    found->second(all);
    const CrossCheckResult result = cross_check(all);
    const auto findings = of_rule(result.findings, rule.rule);
    ASSERT_FALSE(findings.empty())
        << rule.code << " among " << testing::PrintToString(codes(result));
    for (const Language language : {Language::en, Language::fr}) {
      EXPECT_THAT(what(findings[0], language), testing::Not(testing::HasSubstr("{")));
      EXPECT_THAT(remedy(findings[0], language), testing::Not(testing::HasSubstr("{")));
      EXPECT_FALSE(place_text(findings[0].at, language).empty());
    }
    const auto mark = result.submissions[findings[0].at.submission].mark;
    if (rule.effect == FindingEffect::inconsistent) {
      EXPECT_TRUE(mark == CheckMark::inconsistent || rule.rule == CheckRule::version_repeated)
          << rule.code;
    } else if (rule.effect == FindingEffect::not_available) {
      EXPECT_NE(mark, CheckMark::consistent) << rule.code;
    }
  }
}

// Shared case CA-110: 500 t transferred, 480 t acquired.
TEST(CrossCheck, Ca110MirrorDifference) {
  Submissions all = consistent();
  kBreaks.at(CheckRule::transfer_without_acquisition)(all);
  const CrossCheckResult result = cross_check(all);
  const auto found = of_rule(result.findings, CheckRule::transfer_without_acquisition);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].units, ledger::make_range(fixture::series(), 481, 500));
  EXPECT_EQ(found[0].units->quantity_t_co2eq(), TonnesCo2eq(20));
  EXPECT_EQ(what(found[0], Language::en),
            "SEN transferred CA9999-SEN01-SEN-481-2024 to CA9999-SEN01-SEN-500-2024 (20 t CO2 eq) "
            "to CHE, which reports no acquisition of them");
  EXPECT_EQ(result.submissions[kHost].mark, CheckMark::inconsistent);
  EXPECT_THAT(result.submissions[kHost].action_marks,
              testing::ElementsAre(CheckMark::inconsistent, CheckMark::consistent));
}

// Shared case CA-124: more MWh acquired than transferred; different t CO2 eq of the same MWh.
TEST(CrossCheck, Ca124NonGhgAmounts) {
  Submissions all = consistent();
  kBreaks.at(CheckRule::non_ghg_acquired_exceeds_transferred)(all);
  EXPECT_EQ(
      of_rule(cross_check(all).findings, CheckRule::non_ghg_acquired_exceeds_transferred).size(),
      1U);
  acquirer_action(all, 0).block.quantity_non_ghg = 1000;
  host_action(all, 0).block.quantity_t_co2eq = TonnesCo2eq(600);
  acquirer_action(all, 0).block.quantity_t_co2eq = TonnesCo2eq(550);
  EXPECT_THAT(of_rule(cross_check(all).findings, CheckRule::non_ghg_acquired_exceeds_transferred),
              testing::IsEmpty());
}

// Shared case CA-130: the partner's AEF is not there.
TEST(CrossCheck, Ca130MissingPartnerIsNull) {
  const Submissions host_only{fixture::host()};
  const CrossCheckResult result = cross_check(host_only);
  EXPECT_THAT(codes(result), testing::ElementsAre("TM03"));
  EXPECT_EQ(result.submissions[0].mark, CheckMark::not_available);
  EXPECT_EQ(official_words(*result.submissions[0].mark),
            "Null, information for check not available");
}

// Shared case CA-109: opening 1000 + 500 acquired - 200 - 300 - 50 - 10 = 940.
TEST(CrossCheck, Ca109RollForward) {
  Submissions all{nil_report("CHE", 2025), fixture::submission("CHE")};
  all[0].holdings = {{block(1, 1000, "CHE-B1", "CHE01")}};
  all[1].authorizations = {fixture::authorization("CHE-B1", ledger::Purpose::ndc)};
  const auto act = [&](ledger::ActionType type, std::uint64_t first, std::uint64_t last) {
    ActionRow row{
        .date = Date(2026, 5, 1), .type = type, .block = block(first, last, "CHE-B1", "CHE01")};
    all[1].actions.push_back(row);
  };
  act(ledger::ActionType::acquisition, 1001, 1500);
  act(ledger::ActionType::transfer, 1, 200);
  act(ledger::ActionType::use, 201, 500);
  act(ledger::ActionType::cancellation, 501, 550);
  act(ledger::ActionType::cancellation, 551, 560);
  all[1].holdings = {{block(561, 1500, "CHE-B1", "CHE01")}};
  EXPECT_EQ(all[1].holdings[0].block.quantity_t_co2eq, TonnesCo2eq(940));
  EXPECT_THAT(of_rule(cross_check(all).findings, CheckRule::holdings_do_not_roll_forward),
              testing::IsEmpty());
  all[1].holdings = {{block(562, 1500, "CHE-B1", "CHE01")}};
  const auto found = of_rule(cross_check(all).findings, CheckRule::holdings_do_not_roll_forward);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].units, ledger::make_range(fixture::series(), 561, 561));
}

TEST(CrossCheck, OnlyTheLatestVersionCounts) {
  Submissions all = consistent();
  kBreaks.at(CheckRule::transfer_without_acquisition)(all);
  AefSubmission revised = fixture::acquirer();
  revised.version = {1, 10};
  revised.submission_date = Date(2027, 5, 1);
  all.push_back(revised);
  all[kAcquirer].version = {1, 9};
  const CrossCheckResult result = cross_check(all);
  EXPECT_THAT(codes(result), testing::IsEmpty());
  EXPECT_EQ(result.submissions[kAcquirer].mark, std::nullopt);
  EXPECT_EQ(result.submissions[2].mark, CheckMark::consistent);
}

TEST(CrossCheck, UnitsOnTheirWayOverTheYearEndAreNotMissing) {
  Submissions all = consistent();
  host_action(all, 0).date = Date(2026, 12, 20);
  all[kAcquirer] = nil_report("CHE", 2026);
  all[kAcquirer].authorizations = fixture::acquirer().authorizations;
  EXPECT_THAT(codes(cross_check(all)), testing::ElementsAre("TM03"));
  all.push_back(nil_report("CHE", 2027));
  EXPECT_THAT(codes(cross_check(all)), testing::ElementsAre("TM01"));
  host_action(all, 0).date = Date(2026, 11, 20);
  all.pop_back();
  EXPECT_THAT(codes(cross_check(all)), testing::ElementsAre("TM01"));
}

TEST(CrossCheck, AUnitMayReturnAndLeaveAgainOnOneDay) {
  Submissions all = consistent();
  const Date day(2026, 7, 1);
  const auto move = [&](std::size_t from, std::size_t to, std::string_view sender,
                        std::string_view receiver, std::string_view sender_id,
                        std::string_view receiver_id) {
    all[from].actions.push_back({.date = day,
                                 .type = ledger::ActionType::transfer,
                                 .block = block(101, 110, sender_id, std::string(sender) + "01"),
                                 .acquiring_party = party(receiver)});
    all[to].actions.push_back({.date = day,
                               .type = ledger::ActionType::acquisition,
                               .block = block(101, 110, receiver_id, std::string(receiver) + "01"),
                               .transferring_party = party(sender)});
  };
  move(kAcquirer, kHost, "CHE", "SEN", "CHE-B1", "SEN-A1");
  move(kHost, kAcquirer, "SEN", "CHE", "SEN-A1", "CHE-B1");
  EXPECT_THAT(codes(cross_check(all)), testing::IsEmpty());
  move(kAcquirer, kHost, "CHE", "SEN", "CHE-B1", "SEN-A1");
  move(kHost, kAcquirer, "SEN", "CHE", "SEN-A1", "CHE-B1");
  EXPECT_THAT(codes(cross_check(all)), testing::IsEmpty());
  all[kHost].actions.pop_back();  // one transfer back is not reported
  EXPECT_THAT(codes(cross_check(all)), testing::Contains("TM02"));
}

TEST(CrossCheck, UnderlyingBlocksOfOneUnitAndOfGrowingLength) {
  Submissions all = consistent();
  const auto give = [](BlockColumns& columns, std::string first, std::string last) {
    columns.underlying = {"GS", std::move(first), std::move(last)};
  };
  give(host_action(all, 0).block, "VCS-7-501", "VCS-7-1000");
  give(acquirer_action(all, 0).block, "VCS-7-501", "VCS-7-1000");
  give(acquirer_action(all, 1).block, "VCS-7-501", "VCS-7-600");
  give(all[kAcquirer].holdings[0].block, "VCS-7-601", "VCS-7-1000");
  EXPECT_THAT(codes(cross_check(all)), testing::IsEmpty());
  give(all[kAcquirer].holdings[0].block, "VCS-7-602", "VCS-7-1001");
  EXPECT_THAT(codes(cross_check(all)), testing::Contains("II05"));
  give(all[kAcquirer].holdings[0].block, "VCS-7-601", "VCS-7-999");
  EXPECT_THAT(codes(cross_check(all)), testing::Contains("II05"));
}

TEST(CrossCheck, AnAuthorizationWithoutNamedPartiesIsForAny) {
  Submissions all = consistent();
  all[kAcquirer].authorizations.clear();
  for (AuthorizationRow& row : all[kHost].authorizations) row.authorized_parties.clear();
  EXPECT_THAT(codes(cross_check(all)), testing::Not(testing::Contains("II01")));
}

TEST(CrossCheck, SurvivesWhatNoTableShouldSay) {
  Submissions all = consistent();
  host_action(all, 0).block.range = {};
  host_action(all, 1).block.range = ledger::make_range(fixture::series(), 1, UINT64_MAX);
  host_action(all, 1).block.quantity_t_co2eq = TonnesCo2eq(UINT64_MAX);
  all[kHost].actions.push_back(host_action(all, 1));
  acquirer_action(all, 0).block.range = ledger::make_range(fixture::series(), 9, 3);
  EXPECT_THAT(codes(cross_check(all)), testing::Contains("S05"));
  EXPECT_THAT(codes(cross_check({})), testing::IsEmpty());
}

// All rows of a wrong file on the same units must not take quadratic time.
TEST(CrossCheck, ManyRowsOnTheSameUnits) {
  Submissions all = consistent();
  for (std::uint64_t i = 0; i < 20'000; ++i)
    all[kAcquirer].holdings.push_back({block(700 + i, 100'000, "CHE-B1", "CHE01")});
  EXPECT_THAT(cross_check(all).findings, testing::Not(testing::IsEmpty()));
}

}  // namespace
}  // namespace openitmo::reporting
