#include "accounting/accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounting/structured_summary.h"
#include "accounting/world.h"
#include "ledger_world/ledger_world.h"

namespace openitmo::accounting {
namespace {

using openitmo::testing::party_id;
using openitmo::testing::Units;
using openitmo::testing::World;
using ::testing::ElementsAre;

KilogramsCo2eq tonnes(std::int64_t value) { return KilogramsCo2eq(value * 1000); }
Rational kilograms_of(std::int64_t value) { return {value * 1000, 1}; }

const YearAccount& year_of(const MethodFigures& figures, int year) {
  for (const YearAccount& account : figures.years)
    if (account.year == CalendarYear(year)) return account;
  throw std::out_of_range("year");
}

// SEN averages 2021-2030, CHE has a budget; 500 t of 2024 issued, 300 first transferred in 2025,
// 120 of them used for 2025.
World two_parties() {
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2030));
  RecordNdc che = World::ndc("CHE", 2021, 2030);
  che.kind = NdcKind::multi_year;
  che.method = AdjustmentMethod::multi_year_trajectory;
  che.budget_kg_co2eq = tonnes(400'000);
  w.must(che);
  w.at(Date(2025, 6, 1));
  const Units units = w.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 500});
  w.must(w.first_transfer(units, 300, "CHE"));
  w.must(w.use("CHE", 2024, 120, 2025));
  for (int year = 2021; year <= 2024; ++year) {
    w.inventory("SEN", year, tonnes(30'000));
    w.inventory("CHE", year, tonnes(40'000));
  }
  return w;
}

TEST(Accounts, AverageOverElapsedInventoryYears) {
  const World w = two_parties();
  const PartyAccounts sen = account(w.ledger(), party_id("SEN"));
  ASSERT_TRUE(sen.figures.average);
  EXPECT_EQ(sen.figures.average->elapsed_years, 4);
  EXPECT_EQ(sen.figures.average->average, kilograms_of(75));
  EXPECT_EQ(year_of(sen.figures, 2021).balance_kg_co2eq, kilograms_of(30'075));
  EXPECT_TRUE(year_of(sen.figures, 2021).indicative);
  EXPECT_FALSE(year_of(sen.figures, 2025).adjustment_kg_co2eq);
  EXPECT_FALSE(sen.figures.target_year_adjustment_kg_co2eq);
  EXPECT_EQ(sen.figures.achievement.unknown, Unknown::no_target);
}

TEST(Accounts, BuyerSubtractsInTheYearOfUseAndNothingForWhatItHolds) {
  const World w = two_parties();
  const PartyAccounts che = account(w.ledger(), party_id("CHE"));
  const YearAccount& year = year_of(che.figures, 2025);
  EXPECT_EQ(year.adjustment_kg_co2eq, kilograms_of(-120));
  EXPECT_EQ(year.additions(), TonnesCo2eq(0));
  EXPECT_FALSE(year.balance_kg_co2eq);
  EXPECT_EQ(year.balance_unknown, Unknown::inventory_missing);
  EXPECT_EQ(che.holdings.held_first_transferred_t_co2eq, TonnesCo2eq(180));
  EXPECT_EQ(che.holdings.used_ndc_t_co2eq, TonnesCo2eq(120));
  EXPECT_TRUE(che.alternatives.empty());
}

TEST(Accounts, EveryFigureNamesItsEntries) {
  const World w = two_parties();
  const Flows flows = flows_of(w.ledger(), party_id("SEN"));
  const Figure figure = figure_of(flows.first_transferred_ndc.by_adjusted_year, CalendarYear(2024));
  EXPECT_EQ(figure.quantity_t_co2eq, TonnesCo2eq(300));
  ASSERT_EQ(figure.entries.size(), 1u);
  EXPECT_TRUE(
      std::holds_alternative<ledger::UnitsTransferred>(w.entries()[figure.entries.front()].event));
  EXPECT_EQ(figure_of(flows.first_transferred_ndc.by_event_year, CalendarYear(2025)), figure);
  EXPECT_EQ(figure_of(flows.first_transferred_ndc.by_event_year, CalendarYear(2024)), Figure());
}

TEST(Accounts, AlternativesAreTheOtherSingleYearMethodsOnTheSameLedger) {
  const World w = two_parties();
  const PartyAccounts sen = account(w.ledger(), party_id("SEN"));
  ASSERT_EQ(sen.alternatives.size(), 4u);
  EXPECT_TRUE(sen.figures.declared);
  for (const MethodFigures& other : sen.alternatives) {
    EXPECT_FALSE(other.declared);
    EXPECT_NE(other.choice, sen.figures.choice);
  }
  const MethodFigures& trajectory = sen.alternatives.front();
  EXPECT_EQ(trajectory.choice.method, AdjustmentMethod::single_year_trajectory);
  EXPECT_EQ(year_of(trajectory, 2024).adjustment_kg_co2eq, kilograms_of(300));
  EXPECT_EQ(year_of(trajectory, 2023).adjustment_kg_co2eq, kilograms_of(0));
}

TEST(Accounts, ShowsTheFirstReportAsItWas) {
  World w = two_parties();
  const std::uint64_t then = w.ledger().entry_count();
  w.at(Date(2026, 3, 1));
  w.inventory("SEN", 2024, tonnes(31'000), 2);
  const Units late = w.issue({.host = "SEN", .vintage = 2022, .quantity_t_co2eq = 10});
  w.must(w.first_transfer(late, 10, "CHE"));
  Settings before;
  before.view.entry_count = then;
  const PartyAccounts now = account(w.ledger(), party_id("SEN"));
  const PartyAccounts first = account(w.ledger(), party_id("SEN"), before);
  EXPECT_EQ(year_of(first.figures, 2024).inventory->version, 1u);
  EXPECT_EQ(year_of(now.figures, 2024).inventory->version, 2u);
  EXPECT_EQ(first.flows.first_transferred(), TonnesCo2eq(300));
  EXPECT_EQ(now.flows.first_transferred(), TonnesCo2eq(310));
}

TEST(Accounts, PartyWithoutNdcHasFlowsOnly) {
  World w({"SEN", "CHE"});
  const PartyAccounts none = account(w.ledger(), party_id("SEN"));
  EXPECT_FALSE(none.ndc);
  EXPECT_TRUE(none.figures.years.empty());
  EXPECT_FALSE(account(w.ledger(), party_id("NOR")).ndc);
}

TEST(Accounts, NoElapsedYearGivesNoAverage) {
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2030));
  const PartyAccounts sen = account(w.ledger(), party_id("SEN"));
  EXPECT_FALSE(sen.figures.average);
  EXPECT_FALSE(sen.figures.cumulative);
  bool said = false;
  for (const Assumption& assumption : sen.assumptions)
    said = said || assumption.text == AssumptionText::no_elapsed_year;
  EXPECT_TRUE(said);
}

TEST(Accounts, MarginAfterAllThatIsAuthorized) {
  World w({"SEN", "CHE"});
  RecordNdc ndc = World::ndc("SEN", 2021, 2022);
  ndc.target_level_kg_co2eq = tonnes(1000);
  w.must(ndc);
  w.at(Date(2023, 2, 1));
  w.authorize({.host = "SEN", .quantity_t_co2eq = TonnesCo2eq(400)});
  const Units units = w.issue({.host = "SEN", .vintage = 2022, .quantity_t_co2eq = 100});
  w.must(w.first_transfer(units, 100, "CHE"));
  w.inventory("SEN", 2021, tonnes(900));
  w.inventory("SEN", 2022, tonnes(920));
  const PartyAccounts sen = account(w.ledger(), party_id("SEN"));
  EXPECT_EQ(sen.figures.achievement.achieved, true);
  EXPECT_EQ(sen.overselling.margin_on_inventory_kg_co2eq, kilograms_of(80));
  EXPECT_EQ(sen.overselling.margin_kg_co2eq, kilograms_of(30));
  EXPECT_EQ(sen.overselling.outstanding_t_co2eq, TonnesCo2eq(300));
  EXPECT_EQ(sen.overselling.margin_after_authorized_kg_co2eq, kilograms_of(-120));
  EXPECT_FALSE(sen.overselling.oversold);
}

// An act after the last year still counts for the period (rulebook R-048), so that the two axes of
// the numerator differ on the way and meet at its end.
TEST(Accounts, NumeratorsByVintageAndByEventYearMeetAtTheEndOfThePeriod) {
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2023));
  w.at(Date(2023, 5, 1));
  const Units early = w.issue({.host = "SEN", .vintage = 2021, .quantity_t_co2eq = 90});
  w.must(w.first_transfer(early, 90, "CHE"));
  w.at(Date(2025, 5, 1));
  const Units late = w.issue({.host = "SEN", .vintage = 2023, .quantity_t_co2eq = 60});
  w.must(w.first_transfer(late, 60, "CHE"));
  const auto average = [&](NumeratorAxis axis, int through) {
    Settings settings;
    settings.numerator = axis;
    settings.through_year = CalendarYear(through);
    return account(w.ledger(), party_id("SEN"), settings).figures.average->average;
  };
  EXPECT_EQ(average(NumeratorAxis::by_vintage, 2022), kilograms_of(45));
  EXPECT_EQ(average(NumeratorAxis::by_event_year, 2022), kilograms_of(0));
  EXPECT_EQ(average(NumeratorAxis::by_vintage, 2023), kilograms_of(50));
  EXPECT_EQ(average(NumeratorAxis::by_event_year, 2023), kilograms_of(50));
}

TEST(Accounts, MissingInventoryLeavesTheSumUnknown) {
  World w({"SEN", "CHE"});
  RecordNdc ndc = World::ndc("SEN", 2021, 2023);
  ndc.kind = NdcKind::multi_year;
  ndc.method = AdjustmentMethod::multi_year_trajectory;
  ndc.budget_kg_co2eq = tonnes(300);
  w.must(ndc);
  w.inventory("SEN", 2023, tonnes(10));
  const PartyAccounts sen = account(w.ledger(), party_id("SEN"));
  ASSERT_TRUE(sen.figures.cumulative);
  EXPECT_FALSE(sen.figures.cumulative->balance_kg_co2eq);
  EXPECT_FALSE(sen.figures.cumulative->within);
  EXPECT_EQ(sen.figures.cumulative->within_unknown, Unknown::inventory_missing);
  EXPECT_THAT(sen.figures.cumulative->missing_inventory_years,
              ElementsAre(CalendarYear(2021), CalendarYear(2022)));
  EXPECT_FALSE(sen.figures.achievement.achieved);
}

TEST(Accounts, BudgetIsNotJudgedBeforeThePeriodIsOver) {
  World w({"SEN", "CHE"});
  RecordNdc ndc = World::ndc("SEN", 2021, 2023);
  ndc.kind = NdcKind::multi_year;
  ndc.method = AdjustmentMethod::multi_year_trajectory;
  ndc.budget_kg_co2eq = tonnes(300);
  w.must(ndc);
  w.inventory("SEN", 2021, tonnes(120));
  const MethodFigures figures = account(w.ledger(), party_id("SEN")).figures;
  EXPECT_EQ(figures.cumulative->margin_kg_co2eq, kilograms_of(180));
  EXPECT_FALSE(figures.cumulative->within);
  EXPECT_EQ(figures.cumulative->within_unknown, Unknown::period_not_over);
  EXPECT_EQ(figures.achievement.unknown, Unknown::period_not_over);
}

TEST(World, FlowsOfTwoPartiesLeaveWhatIsUnused) {
  const World w = two_parties();
  const std::vector<PartyAccounts> accounts{account(w.ledger(), party_id("SEN")),
                                            account(w.ledger(), party_id("CHE"))};
  const WorldAccounts both = world(accounts);
  EXPECT_EQ(both.sum_of_adjustments_t_co2eq, 180);
  const ledger::Ledger* ledgers[] = {&w.ledger()};
  const WorldUnits units = check_world(ledgers);
  EXPECT_EQ(units.first_transferred_t_co2eq, TonnesCo2eq(300));
  EXPECT_EQ(units.unused(), TonnesCo2eq(180));
  ASSERT_EQ(both.years.size(), 10u);
  EXPECT_EQ(both.years[3].emissions_kg_co2eq, kilograms_of(70'000));
  EXPECT_EQ(both.years[3].emissions_after_flows_kg_co2eq, kilograms_of(70'300));
  EXPECT_EQ(both.years[3].reported_balances_kg_co2eq, kilograms_of(70'075));
  EXPECT_FALSE(both.years[4].emissions_kg_co2eq);
  EXPECT_THAT(both.years[4].inventory_missing, ElementsAre(party_id("SEN"), party_id("CHE")));
}

TEST(StructuredSummary, RowsByEventYearAndAdjustmentByVintage) {
  const World w = two_parties();
  const PartyAccounts sen = account(w.ledger(), party_id("SEN"));
  const StructuredSummary summary = structured_summary(w.ledger(), sen);
  ASSERT_EQ(summary.years.size(), 10u);
  const SummaryYear& event = summary.years[4];
  EXPECT_EQ(event.year, CalendarYear(2025));
  EXPECT_EQ(event.r23c.quantity_t_co2eq, TonnesCo2eq(300));
  EXPECT_EQ(event.r23f_t_co2eq, 300);
  EXPECT_EQ(event.r23h_t_co2eq, 300);
  EXPECT_EQ(summary.years[3].r23f_t_co2eq, 0);
  EXPECT_EQ(summary.years[3].r23g_kg_co2eq, kilograms_of(75));
  ASSERT_EQ(summary.breakdown.size(), 1u);
  EXPECT_EQ(summary.breakdown[0].using_party, party_id("CHE"));
  EXPECT_EQ(summary.breakdown[0].figure, event.r23c);
  std::vector<std::string> paragraphs;
  for (const SummaryRow& row : table_4_rows(summary)) {
    paragraphs.emplace_back(row.paragraph);
    EXPECT_EQ(row.values_t_co2eq.size(), 10u);
  }
  EXPECT_THAT(paragraphs, ElementsAre("23(a)", "23(b)", "23(c)", "23(d)", "23(e)", "23(f)",
                                      "7(a)(ii)", "23(g)", "23(h)", "23(k)(i)"));
}

}  // namespace
}  // namespace openitmo::accounting
