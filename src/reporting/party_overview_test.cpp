#include "reporting/party_overview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_world/ledger_world.h"

namespace openitmo::reporting {
namespace {

using openitmo::testing::party_id;
using openitmo::testing::Units;
using openitmo::testing::World;
using ::testing::ElementsAre;

// 500 t of 2024 issued in June 2025, 300 first transferred, 120 of them used.
World two_parties() {
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2030));
  w.must(World::ndc("CHE", 2021, 2030));
  w.at(Date(2025, 6, 1));
  const Units units = w.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 500});
  w.must(w.first_transfer(units, 300, "CHE"));
  w.must(w.use("CHE", 2024, 120, 2025));
  return w;
}

std::vector<Deadline> of_kind(const PartyOverview& overview, DeadlineKind kind) {
  std::vector<Deadline> found;
  for (const Deadline& deadline : overview.deadlines)
    if (deadline.kind == kind) found.push_back(deadline);
  return found;
}

DeadlineState state_in(const World& w, int year, Date today) {
  const PartyOverview overview = overview_of(w.ledger(), party_id("SEN"), today);
  for (const Deadline& deadline : of_kind(overview, DeadlineKind::annual_information))
    if (deadline.year == CalendarYear(year)) return deadline.state;
  throw std::out_of_range("year");
}

ledger::SubmitAef aef(int year, std::uint32_t minor) {
  return {.party = party_id("SEN"),
          .year = CalendarYear(year),
          .major = 1,
          .minor = minor,
          .content_sha256 = std::string(64, 'a')};
}

TEST(PartyOverview, SaysWhereTheUnitsOfAVintageAre) {
  const World w = two_parties();
  const PartyOverview sen = overview_of(w.ledger(), party_id("SEN"), w.today());
  ASSERT_EQ(sen.vintages.size(), 1U);
  EXPECT_EQ(sen.vintages[0].vintage, Vintage(2024));
  EXPECT_EQ(sen.vintages[0].held_not_first_transferred, TonnesCo2eq(200));
  const PartyOverview che = overview_of(w.ledger(), party_id("CHE"), w.today());
  ASSERT_EQ(che.vintages.size(), 1U);
  EXPECT_EQ(che.vintages[0].held_first_transferred, TonnesCo2eq(180));
  EXPECT_EQ(che.vintages[0].used, TonnesCo2eq(120));
}

TEST(PartyOverview, ComparesAuthorizationsWithWhatWasDone) {
  const World w = two_parties();
  const PartyOverview sen = overview_of(w.ledger(), party_id("SEN"), w.today());
  ASSERT_EQ(sen.authorizations.size(), 1U);
  EXPECT_EQ(sen.authorizations[0].first_transferred, TonnesCo2eq(300));
  EXPECT_EQ(sen.authorizations[0].used, TonnesCo2eq(0));
  EXPECT_EQ(w.entries()[sen.authorizations[0].entry].envelope.effective_date, w.today());
}

TEST(PartyOverview, ShowsThePeriodThatIsAskedFor) {
  World w = two_parties();
  RecordNdc next = World::ndc("SEN", 2031, 2035);
  next.ndc = "NDC2";
  w.must(next);
  accounting::Settings settings;
  settings.period_year = CalendarYear(2033);
  const auto of_next = overview_of(w.ledger(), party_id("SEN"), w.today(), settings).accounts;
  EXPECT_EQ(of_next.figures.years.front().year, CalendarYear(2031));
  const auto now = overview_of(w.ledger(), party_id("SEN"), w.today()).accounts;
  EXPECT_EQ(now.figures.years.front().year, CalendarYear(2021));
}

TEST(PartyOverview, AnnualInformationIsDueOn15April) {
  World w = two_parties();
  EXPECT_EQ(state_in(w, 2025, Date(2026, 4, 15)), DeadlineState::open);
  EXPECT_EQ(state_in(w, 2025, Date(2026, 4, 16)), DeadlineState::overdue);
  w.at(Date(2026, 4, 10));
  w.must(aef(2025, 0));
  EXPECT_EQ(state_in(w, 2025, Date(2026, 4, 16)), DeadlineState::done);
  w.at(Date(2026, 9, 1));
  w.must(aef(2025, 1));
  // A later version does not make it late.
  EXPECT_EQ(state_in(w, 2025, Date(2026, 9, 1)), DeadlineState::done);
  EXPECT_EQ(state_in(w, 2026, Date(2026, 9, 1)), DeadlineState::open);
}

TEST(PartyOverview, WhatIsSentAfterTheDayIsLate) {
  World w = two_parties();
  w.at(Date(2026, 5, 1));
  w.must(aef(2025, 0));
  EXPECT_EQ(state_in(w, 2025, Date(2026, 5, 1)), DeadlineState::done_late);
}

TEST(PartyOverview, TheLastResultOfTheLastVersionStands) {
  World w = two_parties();
  w.at(Date(2026, 4, 10));
  w.must(aef(2025, 0));
  w.must(aef(2025, 1));
  const auto told = [&](std::uint32_t minor, ledger::CheckMark result) {
    w.must(ledger::RecordCheckResult{.party = party_id("SEN"),
                                     .year = CalendarYear(2025),
                                     .major = 1,
                                     .minor = minor,
                                     .result = result,
                                     .rows = {},
                                     .notice = {}});
  };
  told(1, ledger::CheckMark::consistent);
  told(0, ledger::CheckMark::inconsistent);
  const PartyOverview overview = overview_of(w.ledger(), party_id("SEN"), w.today());
  ASSERT_TRUE(overview.check_results.contains(CalendarYear(2025)));
  EXPECT_EQ(overview.check_results.at(CalendarYear(2025)).record.result,
            ledger::CheckMark::consistent);
}

TEST(PartyOverview, TheInitialReportComesNoLaterThanTheAuthorization) {
  const World w = two_parties();
  const auto reports =
      of_kind(overview_of(w.ledger(), party_id("SEN"), w.today()), DeadlineKind::initial_report);
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].state, DeadlineState::done);
  EXPECT_EQ(reports[0].due, Date(2025, 6, 1));
  EXPECT_LT(*reports[0].done, *reports[0].due);
}

TEST(PartyOverview, AnUpdateDoesNotMoveTheDayOfTheInitialReport) {
  World w = two_parties();
  const auto report = [&] {
    return of_kind(overview_of(w.ledger(), party_id("SEN"), w.today()),
                   DeadlineKind::initial_report)
        .at(0);
  };
  const Deadline first = report();
  w.at(Date(2027, 1, 1));
  const auto& approach = w.ledger().approaches().begin()->first;
  w.must(SubmitInitialReport{.party = party_id("SEN"),
                             .approach = approach,
                             .with_next_btr = false,
                             .report = testing::document("UPDATE")});
  EXPECT_EQ(report().done, first.done);
  EXPECT_EQ(report().entry, first.entry);
  EXPECT_EQ(report().state, DeadlineState::done);
}

TEST(PartyOverview, TheNextBiennialReportIsThatOfAnEvenYear) {
  const World w = two_parties();
  const auto due = [&](Date today) {
    return of_kind(overview_of(w.ledger(), party_id("SEN"), today),
                   DeadlineKind::biennial_transparency_report)
        .at(0)
        .due;
  };
  EXPECT_EQ(due(Date(2025, 12, 31)), Date(2026, 12, 31));
  EXPECT_EQ(due(Date(2026, 12, 31)), Date(2026, 12, 31));
  EXPECT_EQ(due(Date(2023, 1, 1)), Date(2024, 12, 31));
}

// 4/CMA.6 para 44: due with the next regular information, overdue once that is sent without it.
TEST(PartyOverview, RecommendationsAreDueUntilASubmissionAnswersThem) {
  World w = two_parties();
  w.at(Date(2026, 7, 10));
  const auto& submitted = w.ledger().reviews().submissions();
  const auto report =
      std::ranges::find(submitted, party_id("SEN"), &ledger::SubmittedReport::party)->entry;
  w.must(ledger::RecordReviewReport{.party = party_id("SEN"),
                                    .review = "TER1",
                                    .report = testing::document("TER1"),
                                    .reviewed = {{report}},
                                    .recommendations = {{"R1", report, "18(g)"}}});
  const auto due = [&](DeadlineKind kind) {
    return of_kind(overview_of(w.ledger(), party_id("SEN"), Date(2026, 12, 1)), kind);
  };
  ASSERT_EQ(due(DeadlineKind::recommendation_answer).size(), 1U);
  EXPECT_EQ(due(DeadlineKind::recommendation_answer)[0].due, Date(2026, 12, 31));
  EXPECT_EQ(due(DeadlineKind::recommendation_answer)[0].state, DeadlineState::open);
  EXPECT_EQ(due(DeadlineKind::biennial_transparency_report)[0].state, DeadlineState::not_recorded);
  EXPECT_TRUE(of_kind(overview_of(w.ledger(), party_id("CHE"), Date(2026, 12, 1)),
                      DeadlineKind::recommendation_answer)
                  .empty());
  w.at(Date(2026, 11, 1));
  w.must(ledger::SubmitRegularInformation{party_id("SEN"), CalendarYear(2023), CalendarYear(2024),
                                          testing::document("BTR")});
  EXPECT_EQ(due(DeadlineKind::recommendation_answer)[0].state, DeadlineState::overdue);
  EXPECT_EQ(due(DeadlineKind::biennial_transparency_report)[0].state, DeadlineState::done);
  w.must(ledger::AnswerRecommendation{party_id("SEN"), "R1", ledger::RecommendationAnswer::done,
                                      w.ledger().reviews().submissions().back().entry});
  EXPECT_TRUE(due(DeadlineKind::recommendation_answer).empty());
}

struct Sent {
  int first_year, last_year;
  Date day;
};

// A buyer that acts since `start` and has sent these.
World biennial(Date start, const std::vector<Sent>& sent) {
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2030));
  w.must(World::ndc("CHE", 2021, 2030));
  w.at(start);
  const Units units = w.issue({.host = "SEN", .vintage = 2022, .quantity_t_co2eq = 500});
  w.must(w.first_transfer(units, 300, "CHE"));
  for (const Sent& one : sent) {
    w.at(one.day);
    w.must(ledger::SubmitRegularInformation{party_id("CHE"), CalendarYear(one.first_year),
                                            CalendarYear(one.last_year), testing::document("BTR")});
  }
  return w;
}

Deadline next_report(const World& w, Date today) {
  return of_kind(overview_of(w.ledger(), party_id("CHE"), today),
                 DeadlineKind::biennial_transparency_report)
      .at(0);
}

TEST(PartyOverview, RegularInformationSentLateIsNotThatOfTheNextReport) {
  const Date start(2023, 6, 1), today(2026, 11, 1);
  const World late = biennial(start, {{2023, 2024, Date(2025, 6, 30)}});
  EXPECT_EQ(next_report(late, today).state, DeadlineState::not_recorded);
  // Two years late it is still the one that is owed.
  const World later = biennial(start, {{2023, 2024, Date(2026, 10, 30)}});
  EXPECT_EQ(next_report(later, today).state, DeadlineState::not_recorded);
  const World both =
      biennial(start, {{2023, 2024, Date(2025, 6, 30)}, {2024, 2025, Date(2026, 10, 1)}});
  EXPECT_EQ(next_report(both, today).state, DeadlineState::done);
  EXPECT_EQ(next_report(both, today).done, Date(2026, 10, 1));
}

TEST(PartyOverview, TheSameYearsCountWhereNothingEarlierIsOwed) {
  const Date today(2026, 11, 1);
  const World in_time = biennial(Date(2023, 6, 1), {{2021, 2022, Date(2024, 12, 20)},
                                                    {2021, 2022, Date(2025, 2, 1)},
                                                    {2023, 2024, Date(2025, 6, 30)}});
  EXPECT_EQ(next_report(in_time, today).state, DeadlineState::done);
  // Neither the report before nor the same years once more.
  EXPECT_EQ(next_report(in_time, today).done, Date(2025, 6, 30));
  const World new_party = biennial(Date(2025, 6, 1), {{2023, 2024, Date(2026, 10, 1)}});
  EXPECT_EQ(next_report(new_party, today).state, DeadlineState::done);
  EXPECT_EQ(next_report(new_party, Date(2027, 1, 1)).state, DeadlineState::not_recorded);
}

// 18/CMA.1 para 4: one that was not sent is not owed.
TEST(PartyOverview, AReportAtDiscretionMayBeSkipped) {
  World w = biennial(Date(2023, 6, 1), {{2023, 2024, Date(2026, 10, 30)}});
  w.must(RecordParty{party_id("CHE"), "Invented Party CHE", true});
  EXPECT_EQ(next_report(w, Date(2026, 11, 1)).state, DeadlineState::done);
  World late = biennial(Date(2023, 6, 1), {{2023, 2024, Date(2025, 6, 30)}});
  late.must(RecordParty{party_id("CHE"), "Invented Party CHE", true});
  EXPECT_EQ(next_report(late, Date(2026, 11, 1)).state, DeadlineState::at_discretion);
}

TEST(PartyOverview, ARecommendationAfterRegularInformationIsDueWithTheNext) {
  World w = two_parties();
  w.at(Date(2026, 3, 1));
  const auto& submitted = w.ledger().reviews().submissions();
  const auto report =
      std::ranges::find(submitted, party_id("SEN"), &ledger::SubmittedReport::party)->entry;
  const auto regular = [&](int last_year) {
    w.must(ledger::SubmitRegularInformation{party_id("SEN"), CalendarYear(last_year - 1),
                                            CalendarYear(last_year), testing::document("BTR")});
  };
  const auto due = [&] {
    return of_kind(overview_of(w.ledger(), party_id("SEN"), w.today()),
                   DeadlineKind::recommendation_answer)
        .at(0);
  };
  regular(2025);
  w.at(Date(2026, 7, 10));
  w.must(ledger::RecordReviewReport{.party = party_id("SEN"),
                                    .review = "TER1",
                                    .report = testing::document("TER1"),
                                    .reviewed = {{report}},
                                    .recommendations = {{"R1", report, "18(g)"}}});
  EXPECT_EQ(due().due, Date(2028, 12, 31));
  EXPECT_EQ(due().year, CalendarYear(2028));
  EXPECT_EQ(due().state, DeadlineState::open);
  w.at(Date(2028, 11, 1));
  EXPECT_EQ(due().due, Date(2028, 12, 31));
  EXPECT_EQ(due().state, DeadlineState::open);
  regular(2027);
  EXPECT_EQ(due().due, Date(2028, 12, 31));
  EXPECT_EQ(due().state, DeadlineState::overdue);
}

TEST(PartyOverview, YearsBeginWithTheFirstAuthorization) {
  const World w = two_parties();
  EXPECT_THAT(reported_years(w.ledger(), party_id("SEN"), Date(2027, 1, 1)),
              ElementsAre(CalendarYear(2025), CalendarYear(2026), CalendarYear(2027)));
  EXPECT_TRUE(
      reported_years(World({"SEN", "CHE"}).ledger(), party_id("SEN"), Date(2027, 1, 1)).empty());
}

}  // namespace
}  // namespace openitmo::reporting
