#include "mrv/monitoring_rules.h"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <sstream>

#include "mrv/findings.h"
#include "mrv/testing_site.h"
#include "mrv/testing_spanish.h"

namespace openitmo::mrv {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing_site::kFirstYear;

Problems problems_of(const MonitoringData& data, DecayModel model = DecayModel::monthly) {
  const testing_site::Case site(testing_site::plan(model), data,
                                testing_site::years(kFirstYear, kFirstYear));
  return check_monitoring(*site);
}

std::vector<Rule> rules_of(const Problems& problems) {
  testing_spanish::expect_spanish(problems);
  std::vector<Rule> rules;
  for (const Finding& finding : problems) rules.push_back(finding.rule);
  return rules;
}

TEST(MonitoringRules, GoodDataHaveNoFindings) {
  EXPECT_THAT(problems_of(testing_site::data(1)), IsEmpty());
  EXPECT_THAT(problems_of(testing_site::data(1), DecayModel::yearly), IsEmpty());
}

TEST(MonitoringRules, DuplicatedTicketNamesBothRows) {
  MonitoringData data = testing_site::data(1);
  data.tickets[7].id = data.tickets[3].id;
  const Problems problems = problems_of(data);
  ASSERT_THAT(rules_of(problems), ElementsAre(Rule::duplicated_ticket));
  EXPECT_EQ(text_of(problems[0], data.files).en,
            "tickets.csv:9: duplicated_ticket: Ticket T5 stands already in row 5. Every weighing "
            "has its own number; remove or renumber one.");
}

TEST(MonitoringRules, GrossBelowTare) {
  MonitoringData data = testing_site::data(1);
  data.tickets[7].gross_kg = 8999;
  EXPECT_THAT(rules_of(problems_of(data)), Contains(Rule::gross_below_tare));
}

TEST(MonitoringRules, CompositionThatDoesNotSumToOne) {
  MonitoringData data = testing_site::data(1);
  data.composition[4].fractions[0] += 0.0005;
  EXPECT_THAT(problems_of(data), IsEmpty());
  data.composition[4].fractions[0] += 0.02;
  const Problems problems = problems_of(data);
  ASSERT_THAT(rules_of(problems), ElementsAre(Rule::composition_not_100_percent));
  EXPECT_THAT(problems[0].message.en, HasSubstr("102.05 %"));
}

TEST(MonitoringRules, NegativeAndNotANumber) {
  MonitoringData data = testing_site::data(1);
  data.composition[4].fractions[0] = -0.1;
  data.composition[4].fractions[6] = 0.87;
  data.electricity[0].consumption_mwh = -1;
  data.diesel[0].litres = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(
      rules_of(problems_of(data)),
      ElementsAre(Rule::impossible_quantity, Rule::impossible_quantity, Rule::impossible_quantity));
}

TEST(MonitoringRules, GapsAreErrors) {
  MonitoringData data = testing_site::data(1);
  std::erase_if(data.tickets,
                [](const WeighbridgeTicket& t) { return t.time.date().month() == 5; });
  data.electricity.erase(data.electricity.begin() + 8);
  const Problems problems = problems_of(data);
  ASSERT_THAT(rules_of(problems), ElementsAre(Rule::gap_in_tickets, Rule::gap_in_electricity));
  EXPECT_THAT(problems[0].message.en, HasSubstr("2026-05"));
  EXPECT_THAT(problems[1].message.en, HasSubstr("2026-09"));
  // The row of August, by which the officer finds the file.
  EXPECT_EQ(problems[1].place->row, data.electricity[7].place.row);
  EXPECT_EQ(text_of(problems[1], data.files).fr.find(data.files[problems[1].place->file].path), 0u);
}

TEST(MonitoringRules, ElectricityMonthGivenTwice) {
  MonitoringData data = testing_site::data(1);
  data.electricity.push_back(data.electricity.front());
  EXPECT_THAT(rules_of(problems_of(data)), ElementsAre(Rule::duplicated_electricity_month));
}

TEST(MonitoringRules, RowsOutsideTheCreditingPeriodAreErrorsLaterOnesWarnings) {
  MonitoringData data = testing_site::data(2);
  Problems problems = problems_of(data);
  EXPECT_FALSE(has_error(problems));
  EXPECT_THAT(
      rules_of(problems),
      ElementsAre(Rule::row_outside_monitoring_period, Rule::row_outside_monitoring_period,
                  Rule::row_outside_monitoring_period, Rule::row_outside_monitoring_period));
  data = testing_site::data(1);
  testing_site::add_ticket(data, Date(kFirstYear - 1, 12, 31), Material::waste_in, 1);
  problems = problems_of(data);
  ASSERT_THAT(rules_of(problems), ElementsAre(Rule::row_outside_crediting_period));
  EXPECT_TRUE(has_error(problems));
}

TEST(MonitoringRules, ThreeSamplesAQuarter) {
  MonitoringData data = testing_site::data(1);
  data.composition.erase(data.composition.begin() + 6);  // May
  const Problems problems = problems_of(data);
  ASSERT_THAT(rules_of(problems), ElementsAre(Rule::too_few_composition_samples));
  EXPECT_EQ(problems[0].severity, Severity::error);
  EXPECT_THAT(problems[0].message.en, HasSubstr("quarter 2 of 2026"));
}

TEST(MonitoringRules, MonthlyModelNeedsThreeRecentSamples) {
  MonitoringData data = testing_site::data(1);
  data.composition.erase(data.composition.begin(), data.composition.begin() + 2);
  EXPECT_THAT(problems_of(data, DecayModel::yearly), IsEmpty());
  EXPECT_THAT(problems_of(data), SizeIs(2));  // January and February
}

TEST(MonitoringRules, MoreResidueThanWaste) {
  MonitoringData data = testing_site::data(1);
  data.tickets[3].gross_kg += 40000;
  EXPECT_THAT(rules_of(problems_of(data)), ElementsAre(Rule::residue_exceeds_waste));
}

TEST(MonitoringRules, ManyFindingsOfOneKindAreCounted) {
  MonitoringData data = testing_site::data(1);
  for (WeighbridgeTicket& ticket : data.tickets) ticket.id = TicketId("same");
  const Problems problems = problems_of(data);
  ASSERT_THAT(problems, SizeIs(kFindingsPerRule + 1));
  EXPECT_THAT(problems.back().message.en, HasSubstr("27 more"));
}

TEST(MonitoringRules, DeclaredWasteForEveryYear) {
  MonitoringData data = testing_site::metered(3);
  data.declared_waste = {{CalendarYear(kFirstYear), WasteType::food, 100, {}},
                         {CalendarYear(kFirstYear + 2), WasteType::food, -1, {}}};
  const DateRange period = testing_site::years(kFirstYear, kFirstYear + 2);
  const testing_site::Case site(testing_site::plan(DecayModel::yearly), data, period);
  EXPECT_THAT(rules_of(check_declared(*site, period)),
              ElementsAre(Rule::impossible_quantity, Rule::gap_in_declared_waste));
}

// A methodology that requires the meter does so for an estimate too.
TEST(MonitoringRules, DeclaredWasteHasItsElectricity) {
  MonitoringData data = testing_site::metered(1);
  data.declared_waste = {{CalendarYear(kFirstYear), WasteType::food, 100, {}}};
  data.electricity.pop_back();
  const DateRange period = testing_site::years(kFirstYear, kFirstYear);
  const testing_site::Case site(testing_site::plan(DecayModel::yearly), data, period);
  EXPECT_THAT(rules_of(check_declared(*site, period)), ElementsAre(Rule::gap_in_electricity));
}

TEST(MonitoringRules, DeclaredAmountsAreNotCutWithinAYear) {
  MonitoringData data = testing_site::metered(1);
  data.declared_waste = {{CalendarYear(kFirstYear), WasteType::food, 100, {}}};
  const DateRange period{Date(kFirstYear, 1, 1), Date(kFirstYear, 6, 30)};
  const testing_site::Case site(testing_site::plan(DecayModel::monthly), data, period);
  EXPECT_THAT(rules_of(check_declared(*site, period)), ElementsAre(Rule::period_not_whole_years));
}

TEST(MonitoringSummary, AddsKilogramsByMonthAndKeepsRows) {
  const MonitoringSummary summary = summarize(
      testing_site::data(1), testing_site::years(kFirstYear, kFirstYear), DecayModel::monthly);
  ASSERT_THAT(summary.months, SizeIs(12));
  const MonthSummary& february = summary.months[1];
  EXPECT_EQ(february.month, (Period{kFirstYear, 2}));
  EXPECT_EQ(february.waste_in_kg, 30000);
  EXPECT_EQ(february.treated_kg(), 29000);
  EXPECT_EQ(february.diesel_litres, 100);
  EXPECT_THAT(february.waste_in_rows.ranges(), ElementsAre(RowRange{0, 6, 8, 3}));
  EXPECT_THAT(summary.composition[0].rows.ranges(), ElementsAre(RowRange{1, 2, 4, 3}));
}

TEST(MonitoringRules, EveryRuleIsDocumented) {
  const std::string page = std::string(OPENITMO_SOURCE_DIR) + "/docs/methodologies/README.md";
  std::stringstream text;
  text << std::ifstream(page).rdbuf();
  for (int rule = 0; rule <= static_cast<int>(Rule::methane_differs_from_flow); ++rule)
    EXPECT_THAT(text.str(), HasSubstr(fmt::format("| `{}` |", name_of(static_cast<Rule>(rule)))));
}

TEST(Evidence, NeverExceedsItsBoundAndCountsAll) {
  Evidence evidence;
  for (std::uint32_t i = 0; i < 1000; ++i) evidence.add({.file = 0, .row = 1 + i * 1000});
  EXPECT_EQ(evidence.ranges().size(), Evidence::kMaxRanges);
  EXPECT_EQ(evidence.row_count(), 1000u);
  EXPECT_EQ(evidence.ranges().back().last, 999001u);
}

}  // namespace
}  // namespace openitmo::mrv
