#include "registry/design_changes.h"

#include <gtest/gtest.h>

namespace openitmo::registry {
namespace {

ProgrammeComponent component(const std::string& id) {
  ProgrammeComponent component;
  component.id = id;
  component.plan.component = id;
  component.plan.methodology = {"AMS-III.F", "12.0"};
  component.plan.crediting_period = {Date(2026, 1, 1), Date(2035, 12, 31)};
  component.monitored = {"weighbridge"};
  component.expected_t_co2eq[CalendarYear(2026)] = TonnesCo2eq(100);
  return component;
}

Programme programme() {
  Programme programme;
  programme.components = {component("a"), component("b")};
  IncludeComponent inclusion;
  inclusion.component = "a";
  inclusion.activity = "ACT";
  inclusion.owner = "ENT-1";
  inclusion.site = "PLOT-1";
  programme.records.push_back(std::move(inclusion));
  programme.records.push_back(RecordSdgIndicator{.activity = "ACT",
                                                 .indicator = "JOBS",
                                                 .goal = 8,
                                                 .unit = "jobs",
                                                 .baseline = "0",
                                                 .target = "10"});
  return programme;
}

// The one change that `alter` makes.
template <class Alter>
DesignChange only_change(Alter alter) {
  Programme after = programme();
  alter(after);
  const auto changes = design_changes(programme(), after);
  EXPECT_EQ(changes.size(), 1u);
  return changes.empty() ? DesignChange{} : changes.front();
}

TEST(DesignChanges, NothingIsDifferentInTheSame) {
  EXPECT_TRUE(design_changes(programme(), programme()).empty());
  EXPECT_TRUE(changes_since_last_design(programme()).empty());
}

TEST(DesignChanges, NamesEachFigureWithBothValues) {
  auto change =
      only_change([](Programme& p) { p.components[0].plan.methodology.version = "13.0"; });
  EXPECT_EQ(change.subject, DesignSubject::methodology);
  EXPECT_EQ(change.component, "a");
  EXPECT_EQ(change.before.en, "AMS-III.F 12.0");
  EXPECT_EQ(change.after.fr, "AMS-III.F 13.0");
  EXPECT_TRUE(change.needs_validation);
  EXPECT_FALSE(change.rule.fr.empty());

  change = only_change(
      [](Programme& p) { p.components[1].plan.crediting_period.last = Date(2036, 12, 31); });
  EXPECT_EQ(change.subject, DesignSubject::crediting_period);
  change = only_change([](Programme& p) { p.components[1].capacity = "30000 t/a"; });
  EXPECT_EQ(change.subject, DesignSubject::capacity);
  EXPECT_TRUE(change.before.empty());
  change = only_change([](Programme& p) { p.components[1].monitored.push_back("gas"); });
  EXPECT_EQ(change.subject, DesignSubject::monitoring);
  change = only_change([](Programme& p) { p.components[0].plan.options["case"] = "new"; });
  EXPECT_EQ(change.subject, DesignSubject::methodology);
  change = only_change(
      [](Programme& p) { p.components[0].plan.climate = mrv::ClimateZone::tropical_wet; });
  EXPECT_EQ(change.subject, DesignSubject::baseline);
  change =
      only_change([](Programme& p) { std::get<IncludeComponent>(p.records[0]).owner = "ENT-2"; });
  EXPECT_EQ(change.subject, DesignSubject::site);
  EXPECT_EQ(change.before.en, "ENT-1");
  change =
      only_change([](Programme& p) { std::get<RecordSdgIndicator>(p.records[1]).target = "12"; });
  EXPECT_EQ(change.subject, DesignSubject::sdg_indicator);
  EXPECT_EQ(change.after.en, "SDG 8, jobs: 0 → 12");
  EXPECT_EQ(change.after.fr, "ODD 8, jobs : 0 → 12");
  EXPECT_FALSE(change.needs_validation);
}

TEST(DesignChanges, UnitsAreCalledAsTheProgrammeCallsThem) {
  const auto change = only_change([](Programme& p) {
    p.names["jobs"] = Text::of("jobs", "emplois");
    std::get<RecordSdgIndicator>(p.records[1]).target = "12";
  });
  EXPECT_EQ(change.before.fr, "ODD 8, emplois : 0 → 10");
  EXPECT_EQ(change.after.fr, "ODD 8, emplois : 0 → 12");
}

TEST(DesignChanges, AnotherNameOfAUnitIsNone) {
  Programme named = programme();
  named.names["jobs"] = Text::of("jobs", "emplois");
  EXPECT_TRUE(design_changes(programme(), named).empty());
}

TEST(DesignChanges, SitesJoinAndLeave) {
  const auto joined = only_change([](Programme& p) { p.components.push_back(component("c")); });
  EXPECT_EQ(joined.subject, DesignSubject::component);
  EXPECT_TRUE(joined.before.empty());
  const auto left = only_change([](Programme& p) { p.components.pop_back(); });
  EXPECT_EQ(left.component, "b");
  EXPECT_TRUE(left.after.empty());
}

TEST(DesignChanges, ValueOfAParameterAndItsSourceAreTwoThings) {
  Programme before = programme();
  before.components[0].plan.overrides = {
      {.symbol = "F", .value = "0.5", .source = "survey", .confidence = mrv::Confidence::low}};
  Programme after = before;
  after.components[0].plan.overrides[0].source = "laboratory";
  auto changes = design_changes(before, after);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].subject, DesignSubject::parameter_source);
  EXPECT_EQ(changes[0].before.en, "survey (L)");
  EXPECT_FALSE(changes[0].needs_validation);
  after.components[0].plan.overrides[0].value = "0.45";
  changes = design_changes(before, after);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].subject, DesignSubject::parameter);
  EXPECT_TRUE(changes[0].needs_validation);
}

TEST(DesignChanges, AProgrammeHasItsOwnRule) {
  Programme after = programme();
  after.components[0].expected_t_co2eq[CalendarYear(2026)] = TonnesCo2eq(200);
  after.components[1].capacity = "1 t/a";
  const auto changes =
      design_changes(programme(), after, std::vector<std::string>{"expected"}, "agreement, 7");
  ASSERT_EQ(changes.size(), 2u);
  for (const DesignChange& change : changes) {
    EXPECT_EQ(change.needs_validation, change.subject == DesignSubject::expected);
    EXPECT_EQ(change.rule.en, "rule of the programme (agreement, 7)");
  }
}

TEST(DesignChanges, WordsOfSubjectsAreFoundAgain) {
  for (int i = 0; i <= static_cast<int>(DesignSubject::sdg_indicator); ++i) {
    const auto subject = static_cast<DesignSubject>(i);
    EXPECT_EQ(find_design_subject(name_of(subject)), subject);
  }
  EXPECT_FALSE(find_design_subject("weather").has_value());
}

}  // namespace
}  // namespace openitmo::registry
