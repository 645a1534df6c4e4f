#include "mrv/inventory/inventory_rules.h"

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "mrv/inventory/testing_inventory.h"
#include "mrv/testing_spanish.h"

namespace openitmo::mrv::inventory {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing_inventory::mass;
using testing_inventory::share;

struct Changed {
  InventoryPlan plan = testing_inventory::country();
  InventoryData data = testing_inventory::rows();
};

// The rules that a changed inventory breaks.
std::vector<Rule> broken(const std::function<void(Changed&)>& change) {
  Changed changed;
  change(changed);
  const auto result = compute_inventory(changed.plan, changed.data);
  std::vector<Rule> rules;
  if (!result) testing_spanish::expect_spanish(result.error());
  if (!result)
    for (const Finding& finding : result.error())
      if (finding.severity == Severity::error) rules.push_back(finding.rule);
  return rules;
}

TEST(InventoryRules, TheExampleBreaksNone) {
  EXPECT_THAT(broken([](Changed&) {}), ElementsAre());
}

TEST(InventoryRules, RowsThatStandTwice) {
  EXPECT_THAT(broken([](Changed& c) { c.data.generation.push_back(c.data.generation.back()); }),
              ElementsAre(Rule::duplicated_year));
  EXPECT_THAT(broken([](Changed& c) { c.data.treatment.push_back(c.data.treatment.back()); }),
              ElementsAre(Rule::duplicated_year));
  EXPECT_THAT(broken([](Changed& c) { c.data.composition.push_back(c.data.composition.back()); }),
              ElementsAre(Rule::duplicated_year));
}

TEST(InventoryRules, GenerationIsAMassOrAProduct) {
  EXPECT_THAT(broken([](Changed& c) { c.data.generation[5].rate_t_per_person.reset(); }),
              ElementsAre(Rule::generation_incomplete));
  EXPECT_THAT(broken([](Changed& c) { c.data.generation[5].generated_t = 7; }),
              ElementsAre(Rule::generation_incomplete));
  EXPECT_THAT(broken([](Changed& c) {
                c.data.generation[5].population.reset();
                c.data.generation[5].rate_t_per_person.reset();
              }),
              ElementsAre(Rule::generation_incomplete));
}

TEST(InventoryRules, AWayHasAShareOrAMass) {
  EXPECT_THAT(broken([](Changed& c) { c.data.treatment[0].mass_t = 1; }),
              ElementsAre(Rule::share_or_mass));
  EXPECT_THAT(broken([](Changed& c) { c.data.treatment[0].share.reset(); }),
              ElementsAre(Rule::share_or_mass));
}

TEST(InventoryRules, ImpossibleFigures) {
  EXPECT_THAT(broken([](Changed& c) { c.data.generation[3].population = -1; }),
              Contains(Rule::impossible_quantity));
  EXPECT_THAT(broken([](Changed& c) {
                c.data.generation[3].population = std::numeric_limits<double>::quiet_NaN();
              }),
              Contains(Rule::impossible_quantity));
  EXPECT_THAT(broken([](Changed& c) { c.data.treatment[0].share = 1.2; }),
              Contains(Rule::impossible_quantity));
}

TEST(InventoryRules, WasteGoesNowhereTwice) {
  EXPECT_THAT(broken([](Changed& c) { c.data.treatment[0].share = 0.6; }),
              Contains(Rule::waste_exceeded));
  Changed changed;
  changed.data.treatment.pop_back();
  const auto result = compute_inventory(changed.plan, changed.data);
  ASSERT_TRUE(result.has_value());
  ASSERT_EQ(result->warnings.size(), 1U);
  EXPECT_EQ(result->warnings.front().rule, Rule::waste_unaccounted);
}

TEST(InventoryRules, SurveysSumToAll) {
  EXPECT_THAT(broken([](Changed& c) { c.data.composition[0].fractions[0] = 0.4; }),
              ElementsAre(Rule::composition_not_100_percent));
  EXPECT_THAT(broken([](Changed& c) { c.data.composition.clear(); }),
              ElementsAre(Rule::missing_quantity));
  EXPECT_THAT(broken([](Changed& c) { c.plan.has_surveys = false; }),
              ElementsAre(Rule::rows_not_read));
}

TEST(InventoryRules, WhatDoesNotOccurHasNoRows) {
  EXPECT_THAT(broken([](Changed& c) { c.plan.not_occurring.insert(Pathway::composted); }),
              ElementsAre(Rule::not_occurring_with_rows));
}

TEST(InventoryRules, RecoveryIsOfASiteAndAtMostWhatItGenerates) {
  const auto recover = [](Changed& c, Pathway site, double t) {
    c.plan.counts_recovery = true;
    c.data.recovery.push_back(
        {.year = CalendarYear(2022), .site = site, .methane_t = t, .place = {.file = 1, .row = 9}});
  };
  EXPECT_THAT(broken([&](Changed& c) { recover(c, Pathway::unmanaged_deep, 1); }), ElementsAre());
  EXPECT_THAT(broken([&](Changed& c) { recover(c, Pathway::unmanaged_deep, 1e6); }),
              ElementsAre(Rule::recovery_exceeds_generation));
  EXPECT_THAT(broken([&](Changed& c) { recover(c, Pathway::composted, 1); }),
              ElementsAre(Rule::recovery_without_site));
  EXPECT_THAT(broken([&](Changed& c) { recover(c, Pathway::managed_anaerobic, 1); }),
              ElementsAre(Rule::recovery_without_site));
  EXPECT_THAT(broken([&](Changed& c) {
                recover(c, Pathway::unmanaged_deep, 1);
                c.plan.counts_recovery = false;
              }),
              ElementsAre(Rule::rows_not_read));
}

// There is no series yet to look the year up in.
TEST(InventoryRules, NothingIsRecoveredBeforeTheFirstKnownYear) {
  const auto recover = [](Changed& c, int year, double t) {
    c.plan.counts_recovery = true;
    for (int of = year; of <= 2024; ++of)
      c.data.recovery.push_back({.year = CalendarYear(of),
                                 .site = Pathway::unmanaged_deep,
                                 .methane_t = of == year ? t : 0,
                                 .place = {.file = 1, .row = 9}});
  };
  EXPECT_THAT(broken([&](Changed& c) { recover(c, 1969, 1); }),
              ElementsAre(Rule::recovery_exceeds_generation));
  EXPECT_THAT(broken([&](Changed& c) { recover(c, 1900, 1); }),
              ElementsAre(Rule::recovery_exceeds_generation));
  EXPECT_THAT(broken([&](Changed& c) { recover(c, 1969, 0); }), ElementsAre());
}

TEST(InventoryRules, OwnValuesAreThoseThatAnInventoryReads) {
  const auto own = [](Changed& c, const std::string& symbol, const std::string& value) {
    c.plan.overrides.push_back({.symbol = symbol, .value = value, .source = "a survey"});
  };
  EXPECT_THAT(broken([&](Changed& c) { own(c, "DOC.food", "0.18"); }), ElementsAre());
  EXPECT_THAT(broken([&](Changed& c) { own(c, "phi.B.dry", "0.8"); }),
              ElementsAre(Rule::parameter_not_used));
  EXPECT_THAT(broken([&](Changed& c) { own(c, "OX.ipcc", "0.5"); }),
              ElementsAre(Rule::parameter_out_of_range));
}

TEST(InventoryRules, AShortHistoryIsWarnedOf) {
  Changed changed;
  std::erase_if(changed.data.generation,
                [](const GenerationRow& row) { return row.year.value() < 2000; });
  for (TreatmentRow& row : changed.data.treatment) row.year = CalendarYear(2000);
  const auto result = compute_inventory(changed.plan, changed.data);
  ASSERT_TRUE(result.has_value());
  ASSERT_EQ(result->warnings.size(), 1U);
  EXPECT_EQ(result->warnings.front().rule, Rule::history_short);
  EXPECT_THAT(result->warnings.front().message.fr, HasSubstr("2000"));
}

TEST(InventoryRules, FindingsNameFileAndRow) {
  Changed changed;
  changed.data.treatment[0].mass_t = 1;
  const auto result = compute_inventory(changed.plan, changed.data);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(
      text_of(result.error().front(), changed.data.files).en,
      "treatment.csv:3: share_or_mass: Columns share, mass: a row has one of them, not both "
      "and not neither. Give the share of the waste generated, or the mass that was weighed.");
}

}  // namespace
}  // namespace openitmo::mrv::inventory
