#include "mrv/rehearsal.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "mrv/gas_month.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"
#include "mrv/testing_spanish.h"

namespace openitmo::mrv {
namespace {

using testing_site::kFirstYear;

struct Site {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  MonitoringData data = testing_site::data(2);
  std::map<CalendarYear, TonnesCo2eq> expected = {};
  std::map<std::string, Text> names = {};

  std::vector<Question> ask() const {
    const auto first = quantify(plan, data, testing_site::years(kFirstYear, kFirstYear));
    const auto second = quantify(plan, data, testing_site::years(kFirstYear + 1, kFirstYear + 1));
    const std::vector<Question> asked = questions({.reports = {&first.value(), &second.value()},
                                                   .plan = &plan,
                                                   .data = &data,
                                                   .expected_t_co2eq = expected,
                                                   .names = names});
    for (const Question& one : asked) {
      testing_spanish::expect_spanish(one.question);
      EXPECT_FALSE(testing_spanish::is_english(one.place.es)) << one.place.es;
    }
    return asked;
  }
  std::size_t count(Topic topic) const {
    return static_cast<std::size_t>(std::ranges::count(ask(), topic, &Question::topic));
  }
};

TEST(Rehearsal, AsksAboutDefaultsThatCarryMuchWeightiestFirst) {
  const auto asked = Site{}.ask();
  const auto heavy = std::ranges::find(asked, Topic::heavy_default, &Question::topic);
  ASSERT_NE(heavy, asked.end());
  EXPECT_GE(heavy->share, RehearsalLimits{}.heavy_share);
  EXPECT_THAT(heavy->place.en, ::testing::HasSubstr("docs/methodologies/tool04.md"));
  EXPECT_TRUE(std::ranges::is_sorted(asked, std::greater{}, &Question::share));
}

// AMS-III.F is known from quotations only.
TEST(Rehearsal, AsksFirstAboutAMethodologyThatWasNotRead) {
  const Question first = Site{}.ask().front();
  EXPECT_EQ(first.topic, Topic::weak_source);
  EXPECT_EQ(
      first.question.en,
      "The equations of AMS-III.F 12.0 have confidence medium here. Were they and the version "
      "compared with the text in force?");
  EXPECT_EQ(first.place.fr, "docs/methodologies/ams-iii-f.md");
}

TEST(Rehearsal, AsksNothingAboutAMethodologyOfHighConfidence) {
  ComponentPlan gas = testing_methodology::plan("ACM0001", "19.0");
  gas.options = {{"baseline_case", "no_rule_no_system"}};
  MonitoringData data;
  add_gas_month(data, {.year = CalendarYear(2026), .F_CH4_EL_t = 100, .h_EL = 600});
  data.electricity.push_back({CalendarYear(2026), 1, 850, {}});
  const auto result = quantify(gas, data, testing_methodology::only_month(2026, 1));
  for (const Question& asked :
       questions({.reports = {&result.value()}, .plan = &gas, .data = &data}))
    EXPECT_NE(asked.place.en, "docs/methodologies/acm0001.md") << asked.question.en;
}

TEST(Rehearsal, AsksOnceAboutAValueOfSeveralYears) {
  const Site site;
  const auto both = quantify(site.plan, site.data, testing_site::years(kFirstYear, kFirstYear + 1));
  const auto asked =
      questions({.reports = {&both.value()}, .plan = &site.plan, .data = &site.data});
  std::set<std::string> places;
  bool likewise = false;
  for (const Question& question : asked) {
    if (question.topic != Topic::heavy_default) continue;
    EXPECT_TRUE(places.insert(question.place.en).second) << question.question.en;
    const int other = question.year == kFirstYear ? kFirstYear + 1 : kFirstYear;
    likewise |= question.question.fr.ends_with(fmt::format(" De même en {}.", other));
  }
  EXPECT_FALSE(places.empty());
  EXPECT_TRUE(likewise);
}

TEST(Rehearsal, AsksAboutOwnValuesAndTheEndsOfTheirRanges) {
  Site site;
  EXPECT_EQ(site.count(Topic::own_value), 0u);
  site.plan.overrides = {{"OX", "0.5", "a document", Confidence::low}};
  const auto asked = site.ask();
  const auto own = std::ranges::find(asked, Topic::own_value, &Question::topic);
  ASSERT_NE(own, asked.end());
  EXPECT_THAT(own->question.en, ::testing::HasSubstr("at the end of its range"));
  EXPECT_THAT(own->question.fr, ::testing::HasSubstr("a document"));
  site.names["a document"] = Text::of("a document", "un document");
  const auto named = site.ask();
  EXPECT_THAT(std::ranges::find(named, Topic::own_value, &Question::topic)->question.fr,
              ::testing::EndsWith("Maintenant : un document."));
}

TEST(Rehearsal, ComparesWithWhatWasExpected) {
  Site site;
  EXPECT_EQ(site.count(Topic::expectation), 0u);
  const TonnesCo2eq much(1'000'000);
  site.expected = {{CalendarYear(kFirstYear + 1), much}, {CalendarYear(kFirstYear), much}};
  EXPECT_EQ(site.count(Topic::expectation), 1u);  // the first year is not of this report
}

// What is claimed is what was promised or not, where a policy deducts.
TEST(Rehearsal, ComparesWhatIsClaimedWithWhatWasExpected) {
  Site site;
  site.expected = {{CalendarYear(kFirstYear + 1), TonnesCo2eq(1'000'000)}};
  const auto asked = [&] {
    const auto questions = site.ask();
    const auto found = std::ranges::find(questions, Topic::expectation, &Question::topic);
    return found == questions.end() ? std::string() : found->question.en;
  };
  const std::string measured = asked();
  EXPECT_THAT(measured, ::testing::HasSubstr("measured"));
  site.plan.deduction = DeductionPolicy{.rule = DeductionRule::bands, .source = "a policy"};
  const auto second =
      quantify(site.plan, site.data, testing_site::years(kFirstYear + 1, kFirstYear + 1));
  const YearResult& year = second->years.front();
  ASSERT_GT(std::fabs(year.claimed - year.terms.ER()), 1);
  EXPECT_THAT(asked(), ::testing::HasSubstr(fmt::format("and {:.0f} claimed", year.claimed)));
}

TEST(Rehearsal, AsksAboutJumpsGapsAndOutliers) {
  Site site;
  EXPECT_EQ(site.count(Topic::jump), 0u);
  EXPECT_EQ(site.count(Topic::outlier), 0u);
  for (WeighbridgeTicket& ticket : site.data.tickets)
    if (ticket.time.date().year().value() > kFirstYear && ticket.material == Material::waste_in)
      ticket.gross_kg += 9000 + static_cast<int>(ticket.time.date().month()) * 10;
  EXPECT_EQ(site.count(Topic::jump), 1u);
  // One month far from the others.
  const int month = 7;
  for (WeighbridgeTicket& ticket : site.data.tickets)
    if (ticket.time.date() >= Date(kFirstYear + 1, month, 1) &&
        ticket.time.date() < Date(kFirstYear + 1, month + 1, 1))
      ticket.gross_kg += 20000;
  const auto asked = site.ask();
  const auto outlier = std::ranges::find(asked, Topic::outlier, &Question::topic);
  ASSERT_NE(outlier, asked.end());
  EXPECT_THAT(outlier->question.en, ::testing::HasSubstr("in 2027-07"));
  EXPECT_THAT(outlier->place.en, ::testing::StartsWith("tickets.csv, rows"));
  EXPECT_GT(site.count(Topic::gap), 0u);  // deliveries stand up to 13 days apart
}

// A year of waste that is heavy when it rains: the dry month that is heavy too hides among the wet.
TEST(Rehearsal, ComparesMonthsWithThoseThatWereAsWetOrAsDry) {
  Site site;
  const auto rain_mm = [](unsigned month) { return month >= 6 && month <= 10 ? 150.0 : 0.0; };
  const unsigned heavy_and_dry = 3;
  for (WeighbridgeTicket& ticket : site.data.tickets) {
    if (ticket.material != Material::waste_in) continue;
    const unsigned month = ticket.time.date().month();
    const bool is_heavy = rain_mm(month) > 0 || month == heavy_and_dry;
    ticket.gross_kg += (is_heavy ? 6000 : 0) + static_cast<int>(month) * 20;
  }
  EXPECT_EQ(site.count(Topic::weather), 0u) << "nobody said when it rained";
  const auto file = static_cast<std::uint32_t>(site.data.files.size());
  site.data.files.push_back({.path = "rain.csv", .sha256 = {}});
  for (unsigned month = 1; month <= 12; ++month) {
    MonthlyRow row{
        .year = CalendarYear(kFirstYear + 1), .month = month, .values = {rain_mm(month)}};
    row.rows.add({.file = file, .row = month + 1});
    site.data.monthly["rainfall"].push_back(row);
  }
  const auto asked = site.ask();
  const auto question = std::ranges::find(asked, Topic::weather, &Question::topic);
  ASSERT_NE(question, asked.end());
  EXPECT_EQ(site.count(Topic::weather), 1u);
  EXPECT_THAT(question->question.en,
              ::testing::AllOf(::testing::HasSubstr("in 2027-03 (0 mm of rain)"),
                               ::testing::HasSubstr("the dry months lie around")));
  EXPECT_THAT(question->question.fr, ::testing::HasSubstr("les mois secs sont autour"));
  EXPECT_THAT(question->place.en, ::testing::AllOf(::testing::StartsWith("tickets.csv, rows"),
                                                   ::testing::HasSubstr("rain.csv, row 4")));
}

TEST(Rehearsal, ADeficitIsAskedAbout) {
  Site site;
  for (ElectricityRecord& record : site.data.electricity) record.consumption_mwh = 500;
  EXPECT_EQ(site.count(Topic::deficit), 1u);
}

}  // namespace
}  // namespace openitmo::mrv
