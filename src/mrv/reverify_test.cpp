#include "mrv/reverify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/testing_site.h"

namespace openitmo::mrv {
namespace {

using ::testing::HasSubstr;

struct Reverify : ::testing::Test {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  MonitoringData data = testing_site::data(2);
  ComponentPlan other_plan = plan;
  MonitoringData other_data = data;
  DateRange period = testing_site::years(testing_site::kFirstYear, testing_site::kFirstYear + 1);

  Reverified run() const { return *reverify(plan, data, other_plan, other_data, period); }
};

TEST_F(Reverify, NothingDiffersFromItself) { EXPECT_TRUE(run().causes.empty()); }

TEST_F(Reverify, FilesOfOtherNamesWithTheSameRowsDifferInNothing) {
  for (MonitoringFile& file : other_data.files) file.path = "new/" + file.path;
  EXPECT_TRUE(run().causes.empty());
}

TEST_F(Reverify, EffectsAddUpToTheDifference) {
  other_plan.overrides = {{"F", "0.45", "a document", Confidence::low}};
  other_data.electricity[3].consumption_mwh += 10;
  other_data.tickets[7].gross_kg += 5000;
  const Reverified result = run();
  ASSERT_EQ(result.causes.size(), 3u);
  EXPECT_EQ(result.causes[0].what.en, "parameter F: 0.5 (default) -> 0.45 (a document)");
  EXPECT_THAT(result.causes[1].what.en,
              HasSubstr("weighbridge tickets: 1 rows of 96 are other or gone (first "
                        "tickets.csv:9), 1 are other or new (first tickets.csv:9)"));
  EXPECT_THAT(result.causes[2].what.fr, HasSubstr("compteur électrique"));
  for (std::size_t year = 0; year < 2; ++year) {
    double sum = 0;
    for (const Cause& cause : result.causes) sum += cause.effect_t_co2eq[year];
    EXPECT_NEAR(sum, result.difference(year), 1e-9);
    EXPECT_NE(result.difference(year), 0);
  }
  // 10 MWh in the first year alone: 1.3 t CO2/MWh and 20 % lost on the way.
  EXPECT_NEAR(result.causes[2].effect_t_co2eq[0], -15.6, 1e-9);
  EXPECT_NEAR(result.causes[2].effect_t_co2eq[1], 0, 1e-9);
}

TEST_F(Reverify, SettingsAreCausesToo) {
  other_plan.model = DecayModel::monthly;
  other_plan.overrides = {{"OX", "0.2", "a document", Confidence::low}};
  const Reverified result = run();
  ASSERT_EQ(result.causes.size(), 2u);
  EXPECT_EQ(result.causes[0].what.en, "decay model: yearly -> monthly");
  EXPECT_NEAR(result.causes[0].effect_t_co2eq[1] + result.causes[1].effect_t_co2eq[1],
              result.difference(1), 1e-9);
}

// The same value, less sure: what the programme deducts changes.
TEST_F(Reverify, AnotherUncertaintyIsACause) {
  plan.climate = ClimateZone::tropical_wet;
  plan.deduction = DeductionPolicy{.rule = DeductionRule::bands,
                                   .source = "FCCC/SBSTA/2003/10/Add.2",
                                   .confidence = Confidence::medium};
  plan.overrides = {{"DOCf", "0.5", "a document", Confidence::low, "±1 %"}};
  other_plan = plan;
  other_plan.overrides[0].uncertainty = "±50 %";
  const Reverified result = run();
  ASSERT_EQ(result.causes.size(), 1u);
  EXPECT_EQ(result.causes[0].what.en,
            "parameter DOCf: 0.5 (a document), ±1 % -> 0.5 (a document), ±50 %");
  EXPECT_NE(result.difference(1), 0);
  EXPECT_EQ(result.causes[0].effect_t_co2eq[1], result.difference(1));
}

TEST_F(Reverify, ASideThatIsWrongIsRefused) {
  other_plan.overrides = {{"F", "45", "a document", Confidence::low}};
  const auto result = reverify(plan, data, other_plan, other_data, period);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().front().rule, Rule::parameter_out_of_range);
}

}  // namespace
}  // namespace openitmo::mrv
